import { inquiryFromText } from '../../leasing/inquiry/fromText';
import type { Inquiry } from '../../leasing/inquiry/inquiry';
import { identitiesOf } from '../../leasing/match/identities';
import { parsePhone } from '../../leasing/phone/parsePhone';
import { knownNumbers } from '../../leasing/portfolio/knownNumbers';
import { numberOrNone } from '../../leasing/text/noNumber';
import { plainWords, readOptOut, type OptOutReading } from '../../leasing/text/optOutWords';
import type { IncomingText, TextEvent } from '../../leasing/text/incoming';
import { toIso, type Clock } from '../../leasing/time';
import type { LineMatch, ReceivedText, Store, StoreFamilies } from '../../store/port';
import { askForAnswer } from './askForAnswer';
import { noteConsent } from './noteConsent';

export interface KeepOptions {
	/** The trigger whose workflow runs for texts of renters; null: nobody drains such events, so none is recorded. */
	consumer: string | null;
}

/**
 * Keeps a renter's text: as a row of the conversation between line and phone, as an inquiry of whoever wrote it, on the open
 * call-back, and, if it says so in any wording, in the opt-out log. A repeated delivery changes nothing.
 * @returns the row and what it says about further texts; null for a repeated delivery
 */
export async function keepInboundText(
	{ store, clock }: { store: Store; clock: Clock },
	received: IncomingText,
	line: LineMatch,
	{ consumer }: KeepOptions = { consumer: null },
): Promise<{ text: ReceivedText; reading: OptOutReading } | null> {
	return await store.transaction(async (tx) => {
		const at = clock.now();
		const { inquiry, phone } = inquiryOf(received, line, at);
		const { inquiry: stored, created } = await tx.inquiries.record(inquiry);
		if (!created) return null;
		const leadId = (await tx.leads.findByIdentities(inquiry.portfolio, identitiesOf(inquiry).identities))[0]?.leadId ?? null;
		const { text } = await tx.texts.receive({
			portfolio: inquiry.portfolio,
			provider: received.provider,
			providerId: received.providerId,
			line: line.line.phone,
			phone: numberOrNone(phone, received.from),
			body: received.body,
			media: received.media,
			leadId,
			inquiryId: stored.id,
			receivedAt: at,
		});

		const reading = received.keyword ? { kind: received.keyword, matched: plainWords(received.body) } : readOptOut(received.body);
		const why = phone ? await noteConsent(tx, { portfolio: inquiry.portfolio, phone, words: received.body, reading, at }) : null;
		if (leadId) await linkToLead(tx, inquiry, { inquiryId: stored.id, leadId, at });
		await tx.timeline.add({
			portfolio: inquiry.portfolio,
			leadId,
			callId: null,
			at,
			kind: why?.code === 'opted_out' ? 'opt_out' : 'text',
			sentence: `The renter wrote: "${received.body}"`,
			reasons: why ? [why] : [],
		});
		// A clear "stop", "start" or "help" wants no answer from us; anything else wants a person.
		if (reading.kind === 'none' || reading.kind === 'unsure')
			await askForAnswer(tx, { inquiryId: stored.id, line, leadId, phone, words: received.body, why, at });
		if (consumer !== null) await recordEvent(tx, consumer, { text, inquiryId: stored.id, received, reading });
		return { text, reading };
	});
}

function inquiryOf(received: IncomingText, { settings, property }: LineMatch, at: number): { inquiry: Inquiry; phone: string | null } {
	const from = parsePhone(received.from, { country: settings.country, known: knownNumbers(settings) });
	const inquiry = inquiryFromText({
		portfolio: settings.key,
		provider: received.provider,
		messageId: received.providerId,
		from,
		line: received.to,
		property,
		body: received.body,
		at,
		raw: received.raw,
	});
	return { inquiry, phone: from.e164 };
}

async function linkToLead(
	tx: StoreFamilies,
	{ portfolio, source }: Inquiry,
	{ inquiryId, leadId, at }: { inquiryId: string; leadId: string; at: number },
): Promise<void> {
	await tx.inquiries.setLead(inquiryId, leadId);
	await tx.inquiries.addTouch({ portfolio, leadId, inquiryId, channel: 'text', source: source.source, campaign: null, at });
}

async function recordEvent(
	tx: StoreFamilies,
	consumer: string,
	about: { text: ReceivedText; inquiryId: string; received: IncomingText; reading: OptOutReading },
): Promise<void> {
	const { text, inquiryId, received, reading } = about;
	const event: TextEvent = {
		kind: 'text_received',
		portfolio: text.portfolio,
		textId: text.id,
		inquiryId,
		leadId: text.leadId,
		provider: received.provider,
		providerId: received.providerId,
		line: received.to,
		phone: text.phone,
		body: received.body,
		media: received.media,
		reading,
		receivedAt: toIso(text.receivedAt),
	};
	await tx.events.record({
		consumer,
		key: `text:${received.provider}:${received.providerId}`,
		kind: event.kind,
		payload: event,
		receivedAt: text.receivedAt,
	});
}
