import type { IWebhookFunctions } from 'n8n-workflow';

import { isChosen, readBuildiumBody, type BuildiumEvent } from '../../../leasing/buildium/webhook/events';
import { verifyBuildiumSignature } from '../../../leasing/buildium/webhook/signature';
import { reason, type Reason } from '../../../leasing/reason';
import { SECOND, type Millis } from '../../../leasing/time';
import { recordEvents } from '../../../office/events/recordEvent';
import type { CredentialContext } from '../../shared/trigger/rememberedCredentials';
import { systemClock } from '../../shared/runtime';
import type { Inbox } from '../../shared/trigger/inbox';
import { buildiumItem } from './item';
import { NODE, secretsOf, triggerSettings, type BuildiumTriggerSettings } from './parameters';

const UNREAD = reason(
	'unreadable_event',
	'Buildium sent a delivery that carries its signature and holds something that is no event we can read. The event history of the webhook in Buildium (Settings > Developer Tools > Webhooks) shows what it was.',
);

interface Verified {
	settings: BuildiumTriggerSettings;
	body: Buffer;
	sentAt: Millis;
}

interface Received {
	settings: BuildiumTriggerSettings;
	/** Those that somebody chose. */
	events: BuildiumEvent[];
	/** How many entries of the delivery are no event. */
	unread: number;
}

/**
 * Every event that Buildium reports. It waits ten seconds, tries again in a minute, and after 20 failures in a row it stops
 * reporting until somebody switches the webhook on again: so events that nobody wants must not count as failures.
 */
export const buildiumInbox: Inbox<Verified, Received> = {
	node: NODE,
	sender: 'Buildium',
	verify: async (context, credentials) => {
		const settings = triggerSettings((name, fallback) => context.getNodeParameter(name, fallback));
		return await verify(context, credentials, settings);
	},
	nameOf: ({ events }) => events.map(({ eventName }) => eventName).join(', ') || 'unreadable',

	read({ settings, body, sentAt }) {
		const { events, unread } = readBuildiumBody(body.toString('utf8'), sentAt);
		const chosen = events.filter(({ eventName }) => isChosen(eventName, settings.events));
		return chosen.length === 0 && unread === 0
			? { answer: { body: 'Not chosen.' } }
			: { request: { settings, events: chosen, unread } };
	},

	async keep({ settings, events, unread }, { store, clock, consumer, isTest }) {
		const items = events.map((event) => buildiumItem(event, settings.portfolio));
		if (isTest) return { answer: { body: 'Taken as a test.' }, item: items[0] ?? null };
		const receivedAt = clock.now();
		const kept = items.map((item, index) => ({
			event: { consumer, key: item.eventId, kind: 'buildium', payload: item, receivedAt },
			heard: item.recordId === null ? null : { name: `${item.record}:${item.recordId}`, at: events[index]?.at ?? receivedAt },
		}));
		const about = { portfolio: settings.portfolio, provider: 'buildium', name: 'Buildium', why: UNREAD };
		await recordEvents({ store, clock }, { events: kept, unread: unread === 0 ? null : about });
		return { answer: { body: unread === 0 ? 'Stored.' : 'Stored for a person to look at.' }, item: items[0] ?? null };
	},
};

async function verify(
	context: IWebhookFunctions,
	credentials: CredentialContext,
	settings: BuildiumTriggerSettings,
): Promise<{ ok: true; request: Verified } | { ok: false; reason: Reason }> {
	const request = context.getRequestObject();
	const body: unknown = (request as { rawBody?: unknown }).rawBody;
	if (!Buffer.isBuffer(body)) return { ok: false, reason: reason('unreadable_body', 'The request has no body that could be verified.') };
	const header = (name: string): string | undefined => [request.headers[name]].flat()[0];
	const timestamp = header('buildium-webhook-timestamp');
	const verdict = verifyBuildiumSignature({
		secrets: secretsOf(await credentials.getCredentials('buildiumWebhookApi')),
		signature: header('buildium-webhook-signature'),
		timestamp,
		rawBody: body,
		now: systemClock.now(),
		replayWindow: settings.replayWindow,
	});
	return verdict.ok ? { ok: true, request: { settings, body, sentAt: Number(timestamp) * SECOND } } : verdict;
}
