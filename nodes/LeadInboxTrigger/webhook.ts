import type { IWebhookFunctions } from 'n8n-workflow';

import { readBody } from '../../leasing/inbox/body/readBody';
import { deliveredBody } from '../../leasing/inbox/delivery';
import { requestItem } from '../../leasing/inbox/deliveryItem';
import { keptHeaders, keptQuery } from '../../leasing/inbox/kept';
import { prove } from '../../leasing/inbox/proof/prove';
import { redacted } from '../../leasing/inbox/redact';
import { takeApart } from '../../leasing/inbox/senders/takeApart';
import { DELIVERY } from '../../leasing/limits/limits';
import { reason } from '../../leasing/reason';
import { toIso } from '../../leasing/time';
import { UserMistake } from '../../leasing/userMistake';
import { receiveDelivery, type IncomingDelivery } from '../../office/inbox/receiveDelivery';
import { receiveForm } from '../../office/inbox/receiveForm';
import { systemClock } from '../shared/runtime';
import type { Answer, Inbox, Keeping, Kept, Refused } from '../shared/trigger/inbox';
import type { CredentialContext } from '../shared/trigger/rememberedCredentials';
import { formAnswer } from './formAnswer';
import { formSettings, type FormSettings } from './formSettings';
import { inboxSettings, NODE, type InboxSettings } from './parameters';
import { doubtsAbout, readForm, type SentByBrowser } from './publicForm';
import { readRequest, type InboxRequest } from './request';
import { readSecrets } from './secrets';

interface Received {
	settings: InboxSettings;
	request: InboxRequest;
	/** Of a form that a browser sent. */
	form: { settings: FormSettings; sent: SentByBrowser } | null;
}

type Verified = { ok: true; request: Received } | Refused;

/** Whatever a sender of leads posts: proved, stored as it came, and answered. What is in it is read later, from the store. */
export const leadInbox: Inbox<Received, Received> = {
	node: NODE,
	sender: 'the sender that this address is for',
	async verify(context, credentials) {
		const read = (name: string, fallback: unknown): unknown => context.getNodeParameter(name, fallback);
		try {
			const settings = inboxSettings(read);
			return settings.proof === null
				? await takeForm(context, settings, formSettings(read))
				: await takeProven(context, credentials, settings, settings.proof);
		} catch (thrown) {
			if (!(thrown instanceof UserMistake)) throw thrown;
			// An expression in a field gives something else than when the workflow was published.
			return { ok: false, status: 503, reason: reason('settings_unreadable', `${thrown.message} ${thrown.advice}`) };
		}
	},
	read: (verified) => ({ request: verified }),
	keep,
	nameOf: ({ settings }) => settings.recipe.id,
};

async function takeProven(
	context: IWebhookFunctions,
	credentials: CredentialContext,
	settings: InboxSettings,
	proof: NonNullable<InboxSettings['proof']>,
): Promise<Verified> {
	const read = await readRequest(context, DELIVERY.proven.bytes);
	if (!read.ok) return read;
	const secrets = await readSecrets(credentials);
	if ('code' in secrets) return { ok: false, status: 503, reason: secrets };
	const how = proof.kind === 'basic' ? { kind: proof.kind, user: secrets.user } : proof;
	const verdict = prove(how, { ...read.request, secrets: secrets.secrets, now: systemClock.now() });
	return verdict.ok ? { ok: true, request: { settings, request: read.request, form: null } } : verdict;
}

async function takeForm(context: IWebhookFunctions, settings: InboxSettings, form: FormSettings): Promise<Verified> {
	const read = await readForm(context, form);
	return read.ok ? { ok: true, request: { settings, request: read.sent.request, form: { settings: form, sent: read.sent } } } : read;
}

const STORED: Answer = { body: JSON.stringify({ ok: true }), type: 'application/json' };

async function keep({ settings, request, form }: Received, { store, clock, consumer, isTest }: Keeping): Promise<Kept> {
	const { body } = readBody(request.rawBody, request.contentType);
	const { recipe, ids, sameWithin } = settings;
	const answer = form === null ? STORED : formAnswer(request.headers, form.settings);
	const deliveries = takeApart(withoutSecret(request.rawBody, body, recipe.secretField), body, { recipe, ids, sameWithin });
	const incoming = (bytes: Buffer): IncomingDelivery => ({
		portfolio: settings.portfolio,
		via: 'webhook',
		sender: recipe.id,
		name: settings.name,
		channel: recipe.channel,
		source: settings.source,
		contentType: request.contentType,
		headers: keptHeaders(request.headers),
		query: keptQuery(request.query, settings.proof),
		body: deliveredBody(bytes),
		doubts: form === null ? [] : doubtsAbout(body, form.sent, form.settings),
	});
	if (isTest) {
		const [first] = deliveries;
		const about = { event: 'lead_delivery' as const, deliveryId: 'test', receivedAt: toIso(clock.now()) };
		return { answer, item: first ? requestItem({ ...about, ...incoming(first.bytes) }) : null };
	}
	const visitor = form === null ? null : { address: form.sent.address, ceilings: form.settings.ceilings };
	for (const { bytes, sameness } of deliveries) {
		if (visitor === null) await receiveDelivery({ store, clock }, consumer, incoming(bytes), sameness);
		else await receiveForm({ store, clock }, consumer, incoming(bytes), sameness, visitor);
	}
	return { answer, item: null };
}

/** A secret that stands in the body opened the door; it goes no further. */
function withoutSecret(bytes: Buffer, body: unknown, field: string | undefined): Buffer {
	if (field === undefined || typeof body !== 'object' || body === null) return bytes;
	const secret: unknown = (body as Record<string, unknown>)[field];
	return typeof secret === 'string' ? redacted(bytes, [secret]) : bytes;
}
