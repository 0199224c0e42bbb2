import { identitiesOf } from '../../leasing/match/identities';
import type { Inquiry } from '../../leasing/inquiry/inquiry';
import { formatPhone } from '../../leasing/phone/formatPhone';
import { reason, type Reason } from '../../leasing/reason';
import { answerTextTask } from '../../leasing/task/answerTextTask';
import { readOptOut, type OptOutReading } from '../../leasing/text/optOutWords';
import type { Clock } from '../../leasing/time';
import type { LineMatch, Store, StoreFamilies } from '../../store/port';

/** Twilio's own verdict on a keyword (`OptOutType`), when the account has Advanced Opt-Out; it has replied already. */
export type ProviderOptOut = 'STOP' | 'START' | 'HELP' | null;

/**
 * Keeps a renter's text: on the record of whoever wrote it, on the open call-back, and, if it says so in any wording, in
 * the opt-out log, which every later text is checked against. A repeated delivery changes nothing.
 */
export async function keepInboundText(
	{ store, clock }: { store: Store; clock: Clock },
	inquiry: Inquiry,
	line: LineMatch,
	provider: ProviderOptOut,
): Promise<void> {
	await store.transaction(async (tx) => {
		const { inquiry: stored, created } = await tx.inquiries.record(inquiry);
		if (!created) return;
		const at = clock.now();
		const phone = inquiry.people[0]?.phones[0]?.e164 ?? null;
		const words = inquiry.interest.message ?? '';
		const leadId = await writerOf(tx, inquiry);
		const reading = readingOf(words, provider);
		const why = phone ? await noteConsent(tx, { portfolio: inquiry.portfolio, phone, words, reading, at }) : null;

		if (leadId) {
			await tx.inquiries.setLead(stored.id, leadId);
			await tx.inquiries.addTouch({
				leadId,
				inquiryId: stored.id,
				channel: 'text',
				source: inquiry.source.source,
				campaign: null,
				at,
			});
		}
		await tx.timeline.add({
			portfolio: inquiry.portfolio,
			leadId,
			callId: null,
			at,
			kind: why?.code === 'opted_out' ? 'opt_out' : 'text',
			sentence: `The renter wrote: "${words}"`,
			reasons: why ? [why] : [],
		});
		// A clear "stop", "start" or "help" wants no answer from us; anything else wants a person.
		if (reading.kind === 'none' || reading.kind === 'unsure')
			await askPerson(tx, { inquiry, line, leadId, phone, words, why, at, inquiryId: stored.id });
	});
}

async function writerOf(tx: StoreFamilies, inquiry: Inquiry): Promise<string | null> {
	const hits = await tx.leads.findByIdentities(inquiry.portfolio, identitiesOf(inquiry).identities);
	return hits[0]?.leadId ?? null;
}

function readingOf(words: string, provider: ProviderOptOut): OptOutReading {
	if (provider === 'STOP') return { kind: 'out', matched: 'STOP' };
	if (provider === 'START') return { kind: 'in', matched: 'START' };
	if (provider === 'HELP') return { kind: 'help', matched: 'HELP' };
	return readOptOut(words);
}

/** Writes the opt-out log. A doubtful wording counts as "stop" until a person says otherwise. */
async function noteConsent(
	tx: StoreFamilies,
	{ portfolio, phone, words, reading, at }: { portfolio: string; phone: string; words: string; reading: OptOutReading; at: number },
): Promise<Reason | null> {
	const out = (await tx.optOuts.current(portfolio, phone)) !== null;
	if (reading.kind === 'out' || reading.kind === 'unsure') {
		const unsure = reading.kind === 'unsure';
		if (!out)
			await tx.optOuts.record({ portfolio, phone, action: 'out', via: unsure ? 'reply_unclear' : 'reply', evidence: words, at });
		return unsure
			? reason(
					'opt_out_unclear',
					`"${words}" may mean "stop texting me". No more texts go out until a person has decided and recorded it.`,
				)
			: reason('opted_out', 'The renter asked not to be texted; no more texts go out to this number.');
	}
	if (reading.kind === 'in' && out) {
		await tx.optOuts.record({ portfolio, phone, action: 'in', via: 'reply', evidence: words, at });
		return reason('opted_in', 'The renter asked to be texted again.');
	}
	return null;
}

async function askPerson(
	tx: StoreFamilies,
	about: {
		inquiry: Inquiry;
		inquiryId: string;
		line: LineMatch;
		leadId: string | null;
		phone: string | null;
		words: string;
		why: Reason | null;
		at: number;
	},
): Promise<void> {
	const { inquiry, line, leadId, phone, at } = about;
	const wrote = reason('renter_wrote', `The renter wrote: "${about.words}"`);
	const reasons = about.why ? [wrote, about.why] : [wrote];
	const [open] = leadId ? await tx.tasks.list({ portfolio: inquiry.portfolio, state: 'open', kind: 'call_back', leadId, limit: 1 }) : [];
	if (open) {
		await tx.tasks.annotate(open.id, { reasons, priority: 1 });
		return;
	}
	const who =
		(leadId && (await tx.leads.get(leadId))?.fullName) || (phone ? formatPhone(phone, line.settings.country) : 'an unknown number');
	await tx.tasks.open(
		answerTextTask({
			portfolio: inquiry.portfolio,
			inquiryId: about.inquiryId,
			leadId,
			who,
			propertyName: line.property?.name ?? null,
			owner: line.property?.owner ?? line.settings.defaultOwner,
			reasons,
			now: at,
		}),
	);
}
