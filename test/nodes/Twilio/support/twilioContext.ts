import axios from 'axios';
import type { TwilioContext } from '../../../../nodes/Twilio/transport';
import type { TwilioSandbox } from '../../../../sandbox/twilio/contract';

/** What the nodes' requests to Twilio need of n8n, without n8n: its helper adds the credential. */
export function twilioContext({ url, accountSid, authToken }: Pick<TwilioSandbox, 'url' | 'accountSid' | 'authToken'>): TwilioContext {
	return {
		getCredentials: async () => await Promise.resolve({ accountSid, authToken, baseUrl: url }),
		helpers: {
			httpRequestWithAuthentication: async (_type: string, { method = 'GET', url: to, qs, body, headers = {}, timeout = 10_000 }) => {
				const answer = await axios.request<unknown>({
					method,
					url: to,
					params: qs as unknown,
					data: body,
					headers: headers as Record<string, string>,
					timeout,
					auth: { username: accountSid, password: authToken },
					validateStatus: () => true,
					proxy: false,
				});
				return { statusCode: answer.status, headers: answer.headers, body: answer.data };
			},
		},
	};
}
