import type { IWebhookFunctions } from 'n8n-workflow';

import { isChosen, readBuildiumEvent, type BuildiumEvent } from '../../../leasing/buildium/webhook/events';
import { verifyBuildiumSignature } from '../../../leasing/buildium/webhook/signature';
import { reason, type Reason } from '../../../leasing/reason';
import { recordEvent } from '../../../office/events/recordEvent';
import type { CredentialContext } from '../../shared/trigger/rememberedCredentials';
import { systemClock } from '../../shared/runtime';
import type { Inbox } from '../../shared/trigger/inbox';
import { buildiumItem } from './item';
import { NODE, secretsOf, triggerSettings, type BuildiumTriggerSettings } from './parameters';

interface Received<T> {
	settings: BuildiumTriggerSettings;
	received: T;
}

/**
 * Every event that Buildium reports. It waits ten seconds, tries again in a minute, and after 20 failures in a row it stops
 * reporting until somebody switches the webhook on again: so events that nobody wants must not count as failures.
 */
export const buildiumInbox: Inbox<Received<Buffer>, Received<BuildiumEvent>> = {
	node: NODE,
	sender: 'Buildium',
	verify: async (context, credentials) => {
		const settings = triggerSettings((name, fallback) => context.getNodeParameter(name, fallback));
		return await verify(context, credentials, settings);
	},
	nameOf: ({ received }) => received.eventName,

	read({ settings, received }) {
		const event = readEvent(received);
		if (event === null) {
			const warning = "a request that is Buildium's, but holds no event that can be read, was left out.";
			return { answer: { body: 'No event.' }, warning };
		}
		return isChosen(event.eventName, settings.events)
			? { request: { settings, received: event } }
			: { answer: { body: 'Not chosen.' } };
	},

	async keep({ settings, received: event }, { store, clock, consumer, isTest }) {
		const item = buildiumItem(event, settings.portfolio);
		if (isTest) return { answer: { body: 'Taken as a test.' }, item };
		const heard = item.recordId === null ? null : { name: `${item.record}:${item.recordId}`, at: event.at };
		await recordEvent({ store }, { consumer, key: item.eventId, kind: 'buildium', payload: item, receivedAt: clock.now() }, heard);
		return { answer: { body: 'Stored.' }, item };
	},
};

async function verify(
	context: IWebhookFunctions,
	credentials: CredentialContext,
	settings: BuildiumTriggerSettings,
): Promise<{ ok: true; request: Received<Buffer> } | { ok: false; reason: Reason }> {
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
		replayWindow: settings.replayWindow,
	});
	return verdict.ok ? { ok: true, request: { settings, received: body } } : verdict;
}

function readEvent(body: Buffer): BuildiumEvent | null {
	try {
		return readBuildiumEvent(JSON.parse(body.toString('utf8')));
	} catch {
		return null;
	}
}
