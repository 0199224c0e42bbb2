import { HOUR, MINUTE, SECOND, type Millis } from '../../time';
import { signedBody, type SenderRecipe } from './sender';

/**
 * Equal bodies within ten minutes are one delivery. Who gives no id repeats within seconds when no answer came, and a person who presses
 * Send twice does so within a minute; what comes later was sent again on purpose.
 */
export const SAME_WITHIN: Millis = 10 * MINUTE;

/** The senders that are known, by name. What is not here is `other`, with all its settings in the user's hands. */
export const SENDERS: readonly SenderRecipe[] = [
	{
		id: 'acuity',
		name: 'Acuity Scheduling',
		// The API key of the account signs; the body holds ids only.
		proof: signedBody('x-acuity-signature', { encoding: 'base64' }),
		ids: [],
		// Nothing in the body tells one change of an appointment from the next, so only what comes at once is one.
		sameWithin: 30 * SECOND,
		channel: 'form',
		source: null,
		asOf: '2026-11',
	},
	{
		id: 'calendly',
		name: 'Calendly',
		proof: signedBody('calendly-webhook-signature', {
			part: 'v1',
			time: { from: 'part', name: 't' },
			signed: '{time}.{body}',
			// It tries again for a day, and nobody has shown that a repeat is stamped anew.
			oldest: 25 * HOUR,
		}),
		ids: ['event + created_at + payload.uri'],
		sameWithin: SAME_WITHIN,
		channel: 'form',
		source: null,
		asOf: '2026-11',
	},
	{
		id: 'callrail',
		name: 'CallRail',
		proof: signedBody('signature', { algorithm: 'sha1', encoding: 'base64' }),
		ids: ['resource_id', 'id'],
		// A call is sent when it begins, when it has ended, and whenever somebody notes something about it.
		changes: true,
		sameWithin: SAME_WITHIN,
		channel: 'call',
		source: null,
		asOf: '2026-11',
	},
	{
		id: 'cal_com',
		name: 'Cal.com',
		// A webhook without a secret still has the header, with words that no secret gives.
		proof: signedBody('x-cal-signature-256'),
		ids: ['triggerEvent + createdAt + payload.uid', 'triggerEvent + createdAt + payload.bookingUid', 'triggerEvent + createdAt + uid'],
		sameWithin: SAME_WITHIN,
		channel: 'form',
		source: null,
		asOf: '2026-11',
	},
	{
		id: 'google_ads',
		name: 'Google Ads Lead Form',
		proof: { kind: 'body', field: 'google_key' },
		secretField: 'google_key',
		ids: ['lead_id'],
		sameWithin: SAME_WITHIN,
		channel: 'ad',
		source: 'google_ads',
		asOf: '2026-11',
	},
	{
		id: 'jotform',
		name: 'Jotform',
		// It neither signs nor sends headers of ours.
		proof: { kind: 'word', places: [{ in: 'query', name: 'secret' }] },
		ids: ['submissionID'],
		changes: true,
		sameWithin: SAME_WITHIN,
		channel: 'form',
		source: null,
		asOf: '2026-11',
	},
	{
		id: 'meta',
		name: 'Meta Lead Ads',
		proof: signedBody('x-hub-signature-256', { prefix: 'sha256=' }),
		ids: [],
		sameWithin: SAME_WITHIN,
		handshake: 'hub_challenge',
		each: { batches: 'entry', list: 'changes', id: 'value.leadgen_id' },
		channel: 'ad',
		source: 'facebook_ads',
		asOf: '2026-11',
	},
	{
		id: 'showmojo',
		name: 'ShowMojo',
		proof: { kind: 'word', places: [{ in: 'header', name: 'authorization', prefix: 'Bearer ' }] },
		ids: ['event.id'],
		sameWithin: SAME_WITHIN,
		channel: 'listing',
		source: null,
		asOf: '2026-08',
	},
	{
		id: 'tally',
		name: 'Tally',
		proof: signedBody('tally-signature', { encoding: 'base64' }),
		ids: ['eventId'],
		sameWithin: SAME_WITHIN,
		channel: 'form',
		source: null,
		asOf: '2026-11',
	},
	{
		id: 'typeform',
		name: 'Typeform',
		proof: signedBody('typeform-signature', { encoding: 'base64', prefix: 'sha256=' }),
		ids: ['event_id', 'form_response.token'],
		sameWithin: SAME_WITHIN,
		channel: 'form',
		source: null,
		asOf: '2026-11',
	},
	{
		id: 'webflow',
		name: 'Webflow',
		proof: signedBody('x-webflow-signature', {
			time: { from: 'header', name: 'x-webflow-timestamp' },
			signed: '{time}:{body}',
			oldest: 25 * HOUR,
		}),
		ids: ['payload.id'],
		sameWithin: SAME_WITHIN,
		channel: 'form',
		source: null,
		asOf: '2026-11',
	},
	{
		id: 'wufoo',
		name: 'Wufoo',
		proof: { kind: 'body', field: 'HandshakeKey' },
		secretField: 'HandshakeKey',
		ids: ['EntryId'],
		changes: true,
		sameWithin: SAME_WITHIN,
		channel: 'form',
		source: null,
		asOf: '2026-08',
	},
	{
		id: 'zillow',
		name: 'Zillow',
		// It signs nothing; some accounts get a header from its support.
		proof: null,
		ids: ['inquiryId'],
		sameWithin: SAME_WITHIN,
		channel: 'listing',
		source: 'zillow',
		asOf: '2026-08',
	},
];

/** Anybody else: all settings are the user's. */
export const OTHER_SENDER: SenderRecipe = {
	id: 'other',
	name: 'Any Other Sender',
	proof: null,
	ids: [],
	sameWithin: SAME_WITHIN,
	channel: null,
	source: null,
	asOf: '2026-11',
};

/** A form that a browser sends to us itself. */
export const PUBLIC_FORM: SenderRecipe = {
	...OTHER_SENDER,
	id: 'public_form',
	name: 'Website Form (Sent by the Browser)',
	channel: 'form',
};

export function senderNamed(id: string): SenderRecipe | null {
	return [...SENDERS, OTHER_SENDER, PUBLIC_FORM].find((sender) => sender.id === id) ?? null;
}
