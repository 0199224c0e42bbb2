import twilio, { RequestClient, type Twilio } from 'twilio';
import type { TwilioSandbox } from '../../../../sandbox/twilio/contract';

/** Twilio's own HTTP client, sent to the stand-in instead of twilio.com. */
function rerouted(base: string): RequestClient {
	const client = new RequestClient();
	client.axios.interceptors.request.use((config) => {
		config.url = (config.url ?? '').replace(/^https:\/\/[^/]+/, base);
		return config;
	});
	return client;
}

/** The real `twilio` client, talking to the stand-in. */
export function realClient(sandbox: TwilioSandbox, login: 'token' | 'key' = 'token'): Twilio {
	const httpClient = rerouted(sandbox.url);
	return login === 'token'
		? twilio(sandbox.accountSid, sandbox.authToken, { httpClient })
		: twilio(sandbox.apiKeySid, sandbox.apiKeySecret, { accountSid: sandbox.accountSid, httpClient });
}

/** A request as a plain HTTP client would make it, with the stand-in's own login. */
export async function rest(
	sandbox: TwilioSandbox,
	method: string,
	path: string,
	form?: Record<string, string>,
	login = `${sandbox.accountSid}:${sandbox.authToken}`,
): Promise<{ status: number; body: Record<string, unknown> }> {
	const response = await fetch(`${sandbox.url}${path}`, {
		method,
		headers: { Authorization: `Basic ${Buffer.from(login).toString('base64')}` },
		...(form === undefined ? {} : { body: new URLSearchParams(form) }),
	});
	return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}
