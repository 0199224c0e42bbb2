import { identitiesOf } from '../../../leasing/match/identities';
import { reasonsOf } from '../../../leasing/match/explain';
import type { StoredLead } from '../../../store/port';
import { adoptInquiry } from '../../matching/adopt';
import { linkHousehold } from '../../matching/household';
import { BY_MATCHING } from '../../matching/mergeLeads';
import type { Neighbour } from '../../matching/neighbourhood';
import { openQuestions, type Question } from '../../matching/questions';
import { keepRecord } from '../../matching/records';
import type { Case } from '../case';
import type { Decided } from './decide';
import { distinct } from './person';
import { openLeadReview } from './tasks';

/**
 * Writes where the inquiry and its people went: the inquiry, its touch and its call on the lead; what each person said, and what
 * identifies them; who is of one household; what only a person can decide.
 * @param lead null while a person decides
 * @returns ids of the questions that were opened
 */
export async function place(one: Case, decided: Decided, lead: StoredLead | null): Promise<string[]> {
	const { tx, inquiry, inquiryId, call, now } = one;
	if (lead !== null) {
		await tx.inquiries.setLead(inquiryId, lead.id);
		const { source, campaign } = inquiry.source;
		await tx.inquiries.addTouch({
			portfolio: inquiry.portfolio,
			leadId: lead.id,
			inquiryId,
			channel: inquiry.channel,
			source,
			campaign,
			at: Date.parse(inquiry.occurredAt),
		});
		if (call) await tx.calls.setLead(call.id, lead.id);
	}
	const kept = new Map<string, Neighbour>();
	for (const [index, person] of decided.people.entries()) {
		// Somebody who is known elsewhere stays there; who is not is one more person of this lead.
		const ownLead = lead === null ? null : person.leadId === null || decided.joined.includes(person.leadId) ? lead.id : person.leadId;
		kept.set(person.person.prepared.id, await keepPerson(one, decided, { index, leadId: ownLead }));
		if (lead !== null && ownLead !== null) {
			await linkHousehold(tx, [lead.id, ownLead], BY_MATCHING, [], now);
			await linkHousemates(one, person.housemates, ownLead);
		}
	}
	if (lead !== null) await adoptWaiting(one, decided, lead);
	const opened = await openQuestions(tx, inquiry.portfolio, decided.gathered, questionsOf(one, decided, lead, kept));
	if (lead !== null) for (const review of opened) await openLeadReview(one, review, lead);
	return opened.map(({ id }) => id);
}

async function keepPerson(
	{ tx, inquiry, inquiryId }: Case,
	{ people, gathered, joined }: Decided,
	{ index, leadId }: { index: number; leadId: string | null },
): Promise<Neighbour> {
	const person = people[index]?.person;
	if (person === undefined) throw new Error('The inquiry has no such person.');
	const about = inquiry.people[index];
	if (leadId !== null && about !== undefined) {
		// What another lead is known by stays with it: people who share a number are told apart by their records.
		for (const identity of identitiesOf({ people: [about] }).identities)
			await tx.leads.addIdentity(inquiry.portfolio, leadId, identity);
	}
	const near = [...gathered.neighbours.values()].map((other) =>
		other.leadId !== null && joined.includes(other.leadId) ? { ...other, leadId } : other,
	);
	return await keepRecord(tx, person, { portfolio: inquiry.portfolio, inquiryId, leadId, at: Date.parse(inquiry.occurredAt) }, near);
}

async function linkHousemates({ tx, now }: Case, housemates: Decided['people'][number]['housemates'], leadId: string): Promise<void> {
	const linked = new Set<string>();
	for (const { other, pair, band } of housemates) {
		if (other.leadId === null || linked.has(other.leadId)) continue;
		linked.add(other.leadId);
		await linkHousehold(tx, [leadId, other.leadId], BY_MATCHING, reasonsOf(pair, band), now);
	}
}

/** Inquiries of the same renter that waited for a person: now it is clear whose they are. */
async function adoptWaiting({ tx, settings, now: at, officeOpensAt }: Case, { people }: Decided, lead: StoredLead): Promise<void> {
	const waiting = distinct(people.flatMap(({ waiting: records }) => records.flatMap(({ inquiryId }) => inquiryId ?? [])));
	for (const id of waiting) {
		const stored = await tx.inquiries.get(id);
		if (stored?.leadId !== null) continue;
		await adoptInquiry(tx, stored, {
			settings,
			leadId: lead.id,
			by: BY_MATCHING,
			note: 'A later contact of the same renter told whose it is.',
			at,
			officeOpensAt,
		});
	}
}

function questionsOf(
	{ inquiryId }: Case,
	{ people, joined }: Decided,
	lead: StoredLead | null,
	kept: ReadonlyMap<string, Neighbour>,
): Question[] {
	const side = ({ leadId, inquiryId: waits, prepared }: Neighbour): string => {
		if (leadId !== null) return lead !== null && joined.includes(leadId) ? lead.id : leadId;
		return waits ?? prepared.id;
	};
	return people.flatMap(({ questions }) =>
		questions.map(({ pair, band, from, other }) => {
			const near = kept.get(from.prepared.id) ?? from;
			return {
				recordIds: [near.prepared.id, other.prepared.id] as const,
				sides: [lead?.id ?? inquiryId, side(other)] as const,
				score: pair.weight,
				reasons: reasonsOf(pair, band),
			};
		}),
	);
}
