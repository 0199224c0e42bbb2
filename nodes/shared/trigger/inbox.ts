import type { IDataObject, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';

import type { Reason } from '../../../leasing/reason';
import type { Clock } from '../../../leasing/time';
import { wake } from '../../../office/events/wake';
import { StoreError, type Store } from '../../../store/port';
import { rememberCredentials, type CredentialContext } from './rememberedCredentials';
import { consumerOf, testConsumerOf } from '../events/consumer';
import { systemClock } from '../runtime';
import { storeFor } from '../store/storeFor';
import { handToCanvas } from './testItem';

/** What a vendor is answered. */
export interface Answer {
	/** 200 if left out. */
	status?: number;
	body: string;
	/** `text/plain` if left out. */
	type?: string;
	headers?: Record<string, string>;
}

/** What a request may read and write while it is kept. */
export interface Keeping {
	context: IWebhookFunctions;
	store: Store;
	clock: Clock;
	/** The published trigger, or the editor that listens: what the two hear is kept apart. */
	consumer: string;
	isTest: boolean;
	/** Whether the vendor still waits for the answer; after a long wait for the store it may have gone on. */
	isHeard: () => boolean;
}

export interface Kept {
	answer: Answer;
	/** What the canvas gets while the editor listens; null when this request completed nothing. */
	item: object | null;
	/** While the editor listens nobody else looks after what is still open: asked once the answer is out. */
	later?: () => Promise<object | null>;
}

/** A request that was not accepted, and what it is answered. */
export interface Refused {
	ok: false;
	reason: Reason;
	/** 403 if left out. 503: nothing can be checked now, so that the sender repeats it. */
	status?: 401 | 403 | 413 | 429 | 503;
	headers?: Record<string, string>;
}

/** What differs between the inboxes of the triggers. */
export interface Inbox<Verified, Request> {
	/** As the log names it. */
	node: string;
	/** Whose request it must be, in the answer to one that was refused. */
	sender: string;
	/** Proves over the raw bytes who sent the request. Asked again with credentials read anew when it says no. */
	verify(context: IWebhookFunctions, credentials: CredentialContext): Promise<{ ok: true; request: Verified } | Refused>;
	/** `answer`: nothing to keep, such as a handshake or an event that nobody chose; answered well, so that it counts as no failure. */
	read(verified: Verified, context: IWebhookFunctions): { request: Request } | { answer: Answer; warning?: string };
	/** Stores what the request says: all of it, or nothing and an exception. */
	keep(request: Request, keeping: Keeping): Promise<Kept>;
	/** Names a request in the log, without anybody's data. */
	nameOf(request: Request): string;
}

const ANSWERED: IWebhookResponseData = { noWebhookResponse: true };

/**
 * Verify, read, store, answer, in this order; the workflow runs later and from the store. The answer is written here and not
 * returned to n8n, which would first create the execution and wait for a free slot (docs/decisions/0003).
 */
export async function receive<Verified, Request>(
	context: IWebhookFunctions,
	inbox: Inbox<Verified, Request>,
): Promise<IWebhookResponseData> {
	const response = context.getResponseObject();
	const answer = ({ status = 200, body, type = 'text/plain', headers }: Answer): IWebhookResponseData => {
		if (headers) response.set(headers);
		response.status(status).type(type).send(body);
		return ANSWERED;
	};
	const credentials = rememberCredentials(context, consumerOf(context), systemClock);
	let verified = await inbox.verify(context, credentials);
	// Perhaps the secret was changed since the credential was read.
	if (!verified.ok && verified.status !== 413 && verified.status !== 429 && credentials.forget())
		verified = await inbox.verify(context, credentials);
	if (!verified.ok) {
		context.logger.warn(`${inbox.node} refused a request: ${verified.reason.sentence}`, { code: verified.reason.code });
		return answer(refusedAnswer(verified, inbox.sender));
	}
	const read = inbox.read(verified.request, context);
	if ('answer' in read) {
		if (read.warning !== undefined) context.logger.warn(`${inbox.node}: ${read.warning}`);
		return answer(read.answer);
	}

	const isTest = context.getMode() === 'manual';
	const consumer = isTest ? testConsumerOf(context) : consumerOf(context);
	let store: Store;
	let kept: Kept;
	try {
		store = await storeFor(credentials);
		kept = await inbox.keep(read.request, {
			context,
			store,
			clock: systemClock,
			consumer,
			isTest,
			isHeard: () => !response.destroyed,
		});
	} catch (error) {
		// Nothing was stored, so nothing may be acknowledged: the vendor repeats, or goes on to its fallback.
		context.logger.error(`${inbox.node} could not store a request (${inbox.nameOf(read.request)}): ${sentenceOf(error)}`);
		return answer({ status: 503, body: 'Not stored. Please repeat the request.' });
	}
	answer(kept.answer);
	if (isTest) return await toCanvas(kept, consumer, store);
	wake(consumer);
	return ANSWERED;
}

/** Says no more than whoever is not who he says may know. */
function refusedAnswer({ status = 403, headers }: Refused, sender: string): Answer {
	const body = {
		401: `Refused: this request does not prove that it comes from ${sender}.`,
		403: `Refused: this request could not be verified as coming from ${sender}.`,
		413: 'Refused: this request is too large.',
		429: 'Refused: too many requests. Please try again later.',
		503: 'Not taken: requests cannot be checked at the moment. Please repeat the request later.',
	}[status];
	return { status, body, ...(headers ? { headers } : {}) };
}

/** "Listen for test event": the item goes to the canvas at once, and never to the published workflow. */
async function toCanvas(kept: Kept, consumer: string, store: Store): Promise<IWebhookResponseData> {
	const json = kept.item ?? (await kept.later?.()) ?? null;
	if (json === null) return ANSWERED;
	await handToCanvas(consumer, json, store);
	return { ...ANSWERED, workflowData: [[{ json: json as IDataObject }]] };
}

function sentenceOf(error: unknown): string {
	if (error instanceof StoreError) return `${error.code}: ${error.message}`;
	return error instanceof Error ? error.message : String(error);
}
