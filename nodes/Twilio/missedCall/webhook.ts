import type { IDataObject, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';

import type { MissedCallEvent } from '../../../leasing/call/call';
import type { Clock } from '../../../leasing/time';
import { StoreError, type Store } from '../../../store/port';
import { rememberCredentials } from '../../shared/credentials/remembered';
import { wake } from '../../../office/events/wake';
import { systemClock } from '../../shared/runtime';
import { storeFor } from '../../shared/store/storeFor';
import { twilioAccount } from '../credential';
import { consumerOf, testConsumerOf } from '../../shared/events/consumer';
import { verifiedRequest } from './request';
import { missedCallSettings } from './settings';
import type { StepReply } from './stepContext';
import { steps } from './steps';
import { keepTestItem } from '../../shared/events/testItem';
import { decideWhileListening } from './undecided';

/**
 * Verify, store, answer, in this order; the workflow runs later and from the store. The answer is written here and not
 * returned to n8n, which would first create the execution and wait for a free slot (n8n facts, 0.7).
 */
export async function handleWebhook(context: IWebhookFunctions): Promise<IWebhookResponseData> {
	const response = context.getResponseObject();
	const credentials = rememberCredentials(context, consumerOf(context), systemClock);
	let verified = verifiedRequest(context, await twilioAccount(credentials));
	// Perhaps the auth token was changed since the credential was read.
	if (!verified.ok && credentials.forget()) verified = verifiedRequest(context, await twilioAccount(credentials));
	if (!verified.ok) {
		context.logger.warn(`Twilio Missed Call Trigger refused a request: ${verified.reason.sentence}`, { code: verified.reason.code });
		response.status(403).type('text/plain').send('Refused: this request could not be verified as coming from Twilio.');
		return { noWebhookResponse: true };
	}

	const isTest = context.getMode() === 'manual';
	const consumer = isTest ? testConsumerOf(context) : consumerOf(context);
	let reply: StepReply;
	try {
		reply = await steps[verified.request.step]({
			request: verified.request,
			settings: missedCallSettings((name, fallback) => context.getNodeParameter(name, fallback)),
			store: await storeFor(credentials),
			clock: systemClock,
			consumer,
			recordEvent: !isTest,
			isHeard: () => !response.destroyed,
		});
	} catch (error) {
		// Nothing was stored, so nothing may be acknowledged: Twilio repeats, or uses the number's fallback URL.
		const why =
			error instanceof StoreError ? `${error.code}: ${error.message}` : error instanceof Error ? error.message : String(error);
		context.logger.error(`Twilio Missed Call Trigger could not store a request (${verified.request.step}): ${why}`);
		response.status(503).type('text/plain').send('Not stored. Please repeat the request.');
		return { noWebhookResponse: true };
	}

	response.status(200).type('text/xml').send(reply.twiml);
	if (isTest) {
		const where = { context, store: await storeFor(credentials), clock: systemClock, consumer, recordEvent: false };
		const event =
			reply.event ??
			(verified.request.step === 'ended' ? await decideWhileListening(where, verified.request.params.CallSid ?? '') : null);
		return event ? await testRun(where, event) : { noWebhookResponse: true };
	}
	wake(consumer);
	return { noWebhookResponse: true };
}

/** "Listen for test event": the item goes to the canvas at once, and never to the published workflow. */
async function testRun(where: { store: Store; clock: Clock; consumer: string }, event: MissedCallEvent): Promise<IWebhookResponseData> {
	const item = { json: event as unknown as IDataObject };
	await keepTestItem(where.consumer, item, where);
	return { noWebhookResponse: true, workflowData: [[item]] };
}
