import type { IDataObject, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';

import { isChosen, readBuildiumEvent, type BuildiumEvent } from '../../../leasing/buildium/webhook/events';
import { verifyBuildiumSignature } from '../../../leasing/buildium/webhook/signature';
import { reason, type Reason } from '../../../leasing/reason';
import { rememberCredentials, type CredentialContext } from '../../shared/credentials/remembered';
import { wake } from '../../../office/events/wake';
import { systemClock } from '../../shared/runtime';
import { storeFor } from '../../shared/store/storeFor';
import { consumerOf, testConsumerOf } from '../../shared/events/consumer';
import { keepTestItem } from '../../shared/events/testItem';
import { buildiumItem } from './item';
import { secretsOf, triggerSettings, type BuildiumTriggerSettings } from './settings';

const ANSWERED: IWebhookResponseData = { noWebhookResponse: true };

/**
 * Verify, store, answer; the workflow runs from the store. Buildium waits ten seconds, and after 20 failures in a row it stops
 * reporting until somebody switches the webhook on again.
 */
export async function handleWebhook(context: IWebhookFunctions): Promise<IWebhookResponseData> {
	const response = context.getResponseObject();
	const answer = (status: number, words: string): IWebhookResponseData => {
		response.status(status).type('text/plain').send(words);
		return ANSWERED;
	};
	const isTest = context.getMode() === 'manual';
	const consumer = isTest ? testConsumerOf(context) : consumerOf(context);
	const credentials = rememberCredentials(context, consumerOf(context), systemClock);
	const settings = triggerSettings((name, fallback) => context.getNodeParameter(name, fallback));

	let verified = await verify(context, credentials, settings);
	// Perhaps the secret was changed since the credential was read.
	if (!verified.ok && credentials.forget()) verified = await verify(context, credentials, settings);
	if (!verified.ok) {
		context.logger.warn(`Buildium Trigger refused a request: ${verified.reason.sentence}`, { code: verified.reason.code });
		return answer(403, 'Refused: this request could not be verified as coming from Buildium.');
	}
	const event = readEvent(verified.body);
	if (event === null) {
		context.logger.warn("Buildium Trigger got a request that is Buildium's but holds no event that can be read; it was left out.");
		return answer(200, 'No event.');
	}
	// Answered like all others: events that nobody wants must not count as failures.
	if (!isChosen(event.eventName, settings.events)) return answer(200, 'Not chosen.');

	const item = buildiumItem(event, settings.portfolio);
	if (isTest) {
		const json = item as unknown as IDataObject;
		await keepTestItem(consumer, { json }, { store: await storeFor(credentials), clock: systemClock });
		answer(200, 'Taken as a test.');
		return { noWebhookResponse: true, workflowData: [[{ json }]] };
	}
	try {
		const store = await storeFor(credentials);
		await store.transaction(async (tx) => {
			await tx.events.record({ consumer, key: item.eventId, kind: 'buildium', payload: item, receivedAt: systemClock.now() });
			if (item.recordId !== null) await tx.heardChanges.note(consumer, `${item.record}:${item.recordId}`, event.at);
		});
	} catch (error) {
		// Nothing was stored, so nothing may be acknowledged: Buildium tries again in a minute.
		context.logger.error(`Buildium Trigger could not store an event: ${error instanceof Error ? error.message : String(error)}`);
		return answer(503, 'Not stored. Please repeat the request.');
	}
	answer(200, 'Stored.');
	wake(consumer);
	return ANSWERED;
}

type Verified = { ok: true; body: Buffer } | { ok: false; reason: Reason };

async function verify(
	context: IWebhookFunctions,
	credentials: CredentialContext,
	{ replayWindow }: BuildiumTriggerSettings,
): Promise<Verified> {
	const request = context.getRequestObject();
	const body: unknown = (request as { rawBody?: unknown }).rawBody;
	if (!Buffer.isBuffer(body)) return { ok: false, reason: reason('unreadable_body', 'The request has no body that could be verified.') };
	const header = (name: string): string | undefined => [request.headers[name]].flat()[0];
	const verdict = verifyBuildiumSignature({
		secrets: secretsOf(await credentials.getCredentials('buildiumWebhookApi')),
		signature: header('buildium-webhook-signature'),
		timestamp: header('buildium-webhook-timestamp'),
		rawBody: body,
		now: systemClock.now(),
		replayWindow,
	});
	return verdict.ok ? { ok: true, body } : verdict;
}

function readEvent(body: Buffer): BuildiumEvent | null {
	try {
		return readBuildiumEvent(JSON.parse(body.toString('utf8')));
	} catch {
		return null;
	}
}
