import { voiceFields } from '../calls/fields';
import { unlessAborted } from '../waiting';
import { sendUnderFaults } from '../webhooks/callback';
import { sendWebhook, WebhookFailure, type Webhook, type WebhookReply } from '../webhooks/send';
import { parseTwiml, TwimlError, type TwimlDocument } from './parse';
import { schemaWarnings } from './schema';
import type { Session } from './session';

/** No TwiML to go on with: neither the URL nor the number's fallback gave any. The caller hears an apology. */
export class ApplicationError extends Error {}

export interface TwimlRequest {
	url: string;
	method: string;
	/** Added to the usual fields, e.g. `DialCallStatus`. */
	fields?: Record<string, string>;
	/** For the log, e.g. `Dial action`. */
	label: string;
}

/**
 * Asks the app for TwiML; on failure asks the number's `VoiceFallbackUrl`, with `ErrorCode` and `ErrorUrl`.
 * @throws ApplicationError; HungUp when the leg ends meanwhile (the reply is ignored then)
 */
export async function requestTwiml(session: Session, request: TwimlRequest): Promise<TwimlDocument> {
	const work = fetchWithFallback(session, request);
	return await unlessAborted(work, session.signal);
}

async function fetchWithFallback(session: Session, request: TwimlRequest): Promise<TwimlDocument> {
	try {
		return await fetchTwiml(session, request);
	} catch (error) {
		const failure = complain(session, request, error);
		const { voiceFallbackUrl, voiceFallbackMethod } = session.call.line;
		if (voiceFallbackUrl === '') throw new ApplicationError(failure.message);
		const fields = { ...request.fields, ErrorCode: String(failure.code), ErrorUrl: request.url };
		const fallback = { url: voiceFallbackUrl, method: voiceFallbackMethod, fields, label: 'Voice fallback' };
		try {
			return await fetchTwiml(session, fallback);
		} catch (second) {
			throw new ApplicationError(complain(session, fallback, second).message);
		}
	}
}

async function fetchTwiml(session: Session, request: TwimlRequest): Promise<TwimlDocument> {
	const { account, call } = session;
	const reply = await sendLogged(session, request, (webhook) =>
		request.label === 'Dial action'
			? sendUnderFaults(account, 'dial_action', webhook, call.secondMs, call.life)
			: sendWebhook(webhook, account.nextSigning(), call.life),
	);
	const document = parseTwiml(reply);
	for (const warning of schemaWarnings(document.root)) account.violation(`TwiML from ${request.url}: ${warning}`);
	return document;
}

/**
 * Sends a request of the call flow and writes it to the call's log.
 * @throws WebhookFailure when there is no reply, or one that is not 2xx
 */
export async function sendLogged(
	session: Session,
	request: TwimlRequest,
	send: (webhook: Webhook) => Promise<WebhookReply>,
): Promise<WebhookReply> {
	const fields = { ...voiceFields(session.account, session.call, session.leg), ...request.fields };
	const entry = session.call.note('webhook', `${request.label}: ${request.method} ${request.url}`, { url: request.url, fields });
	const reply = await send({ url: request.url, method: request.method, fields });
	entry.data = { url: request.url, fields, status: reply.status, contentType: reply.contentType };
	if (reply.status < 200 || reply.status > 299) throw new WebhookFailure(11200, request.url, `HTTP ${reply.status}`);
	return reply;
}

function complain(session: Session, request: TwimlRequest, error: unknown): { code: number; message: string } {
	if (!(error instanceof WebhookFailure) && !(error instanceof TwimlError)) throw error;
	const sentence = `${request.label} ${request.url}: ${error.message}`;
	session.account.alert(error.code, sentence);
	session.note('warning', `${error.code}: ${sentence}`);
	return { code: error.code, message: sentence };
}
