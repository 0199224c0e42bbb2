import { randomUUID } from 'node:crypto';
import { exchange, NoReply, type ExchangeReply } from './exchange';
import { connectionLimits, type ConnectionLimits } from './overrides';
import { signatureHeaders, signedUrl, type Fields, type Signing } from './sign';

export interface Webhook {
	/** As configured; may carry connection overrides in its fragment. */
	url: string;
	method: string;
	fields: Fields;
}

export interface WebhookReply {
	status: number;
	contentType: string;
	body: string;
	/** Where the reply finally came from, for relative URLs in it. */
	url: string;
}

/** A webhook without a usable reply; `code` is the one Twilio's debugger would show. */
export class WebhookFailure extends Error {
	constructor(
		readonly code: number,
		readonly url: string,
		message: string,
	) {
		super(message);
	}
}

const MOST_REDIRECTS = 10;

/**
 * Sends a signed webhook as Twilio does: form-encoded, 15 s in all, one retry and only when no connection was made
 * (unless the URL's fragment says otherwise), at most 10 redirects.
 * @param signedBy an auth token, or how a Webhook Setting says
 * @returns the reply, whatever its status
 * @throws WebhookFailure when there is none; the signal's reason when it aborts
 */
export async function sendWebhook(webhook: Webhook, signedBy: Signing | string, signal: AbortSignal): Promise<WebhookReply> {
	const signing: Signing = typeof signedBy === 'string' ? { with: 'auth_token', secret: signedBy } : signedBy;
	if (!/^https?:\/\/[^/]/i.test(webhook.url) || !URL.canParse(webhook.url)) {
		throw new WebhookFailure(11210, webhook.url, 'not an absolute http(s) URL');
	}
	const limits = connectionLimits(webhook.url);
	const overtime = AbortSignal.timeout(limits.totalMs);
	const token = randomUUID();
	let hop: Webhook = { ...webhook, url: signedUrl(webhook.url), method: webhook.method.toUpperCase() };
	for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects += 1) {
		const reply = await tryHop(hop, { signing, token, limits, signal, overtime });
		if (reply.location === null || reply.status < 300 || reply.status > 399) return { ...reply, url: hop.url };
		// 307 and 308 repeat the request; the others turn into a GET without the form, as in a browser.
		const repeat = reply.status === 307 || reply.status === 308;
		const url = new URL(reply.location, hop.url).toString();
		hop = repeat ? { ...hop, url } : { url, method: 'GET', fields: {} };
	}
	throw new WebhookFailure(11215, webhook.url, `more than ${MOST_REDIRECTS} redirects`);
}

interface Attempt {
	signing: Signing;
	token: string;
	limits: ConnectionLimits;
	signal: AbortSignal;
	overtime: AbortSignal;
}

async function tryHop(hop: Webhook, attempt: Attempt): Promise<ExchangeReply> {
	const { limits, signal, overtime } = attempt;
	for (let left = limits.retries; ; left -= 1) {
		try {
			const reply = await exchange({
				...signedRequest(hop, attempt.signing, attempt.token),
				connectMs: limits.connectMs,
				readMs: limits.readMs,
				signal: AbortSignal.any([signal, overtime]),
			});
			const kind = reply.status >= 500 ? '5xx' : reply.status >= 400 ? '4xx' : null;
			if (kind === null || left <= 0 || !limits.retryOn.has(kind)) return reply;
		} catch (error) {
			if (signal.aborted) throw signal.reason;
			if (overtime.aborted) throw new WebhookFailure(11200, hop.url, `no answer within ${limits.totalMs} ms in all`);
			if (!(error instanceof NoReply)) throw error;
			if (left <= 0 || !limits.retryOn.has(error.kind)) {
				throw new WebhookFailure(error.kind === 'ct' ? 11205 : 11200, hop.url, error.message);
			}
		}
	}
}

/** The request's URL, headers and body, with the signature over exactly what is sent. */
function signedRequest(hop: Webhook, signing: Signing, token: string) {
	const get = hop.method === 'GET';
	const form = encodeForm(hop.fields);
	const url = get && form !== '' ? `${hop.url}${hop.url.includes('?') ? '&' : '?'}${form}` : hop.url;
	const body = get ? '' : form;
	const headers: Record<string, string> = {
		'User-Agent': 'TwilioProxy/1.1',
		Accept: '*/*',
		'X-Home-Region': 'us1',
		'I-Twilio-Idempotency-Token': token,
		...signatureHeaders(signing, url, get ? {} : hop.fields),
	};
	if (!get) {
		headers['Content-Type'] = 'application/x-www-form-urlencoded; charset=UTF-8';
		headers['Content-Length'] = String(Buffer.byteLength(body));
	}
	return { url, method: get ? ('GET' as const) : ('POST' as const), headers, body };
}

function encodeForm(fields: Fields): string {
	const form = new URLSearchParams();
	for (const [name, value] of Object.entries(fields)) {
		for (const single of typeof value === 'string' ? [value] : value) form.append(name, single);
	}
	return form.toString();
}
