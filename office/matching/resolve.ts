import type { PortfolioSettings } from '../../leasing/portfolio/portfolio';
import { reason, type Reason } from '../../leasing/reason';
import { taskKeys } from '../../leasing/task/keys';
import type { Millis } from '../../leasing/time';
import type { ReviewAnswer, StoredInquiry, StoredLead, StoredMatchRecord, StoredReview, StoreFamilies } from '../../store/port';
import { adoptInquiry, type Adoption } from './adopt';
import { linkHousehold } from './household';
import { mergeLeads, nameOf } from './mergeLeads';

export interface Resolution {
	answer: ReviewAnswer;
	by: string;
	note: string | null;
	settings: PortfolioSettings;
	at: Millis;
	officeOpensAt: Millis | null;
}

export interface Resolved {
	review: StoredReview;
	/** The leads at the two ends as they are now; one and the same after a merge. */
	leads: StoredLead[];
	mergeId: string | null;
}

/**
 * Carries out what a person decided about a pair, in a transaction. An inquiry that waited goes to its lead; two leads become
 * one, a household, or stay apart for good. @returns null when the review was resolved before
 */
export async function resolveReview(tx: StoreFamilies, id: string, resolution: Resolution): Promise<Resolved | null> {
	const { answer, by, note, at } = resolution;
	const review = await tx.reviews.resolve(id, answer, by, note, at);
	if (review === null) return null;
	const records = await tx.matching.get(review.recordIds);
	// Who has a lead comes first: an inquiry that waits is put beside it.
	const [first, second] = records.sort((a, b) => Number(a.leadId === null) - Number(b.leadId === null));
	if (first === undefined || second === undefined) throw new Error(`The records of ${id} are gone.`);
	const one = await leadOfRecord(tx, first, null, resolution);
	await closeTask(tx, review, resolution);
	if (answer === 'apart' && second.leadId === null && (await stillAsked(tx, second))) return { review, leads: [one], mergeId: null };
	const other = await leadOfRecord(tx, second, answer === 'merged' ? one.id : null, resolution);
	const mergeId = await settle(tx, one, other, resolution);
	const leads = [await tx.leads.get(one.id), await tx.leads.get(other.id)].flatMap((lead) => lead ?? []);
	return { review, leads: distinctLeads(leads), mergeId };
}

/** It is not this lead; whether it is another one is still open, and until then the inquiry waits. */
async function stillAsked(tx: StoreFamilies, { id }: StoredMatchRecord): Promise<boolean> {
	return (await tx.reviews.about([id])).some(({ state }) => state === 'open');
}

function distinctLeads(leads: readonly StoredLead[]): StoredLead[] {
	return leads.filter(({ id }, index) => leads.findIndex((other) => other.id === id) === index);
}

/** @param leadId where a waiting inquiry goes; null: it becomes a lead of its own */
async function leadOfRecord(
	tx: StoreFamilies,
	{ leadId: known, inquiryId }: StoredMatchRecord,
	leadId: string | null,
	{ settings, by, note, at, officeOpensAt }: Resolution,
): Promise<StoredLead> {
	const lead = known === null ? null : await tx.leads.get(known);
	if (lead) return lead;
	const stored = inquiryId === null ? null : await tx.inquiries.get(inquiryId);
	if (!stored) throw new Error('The inquiry of this review is gone.');
	return await adoptInquiry(tx, stored, { settings, leadId, by, note, at, officeOpensAt });
}

async function settle(tx: StoreFamilies, one: StoredLead, other: StoredLead, { answer, by, note, at }: Resolution): Promise<string | null> {
	if (one.id === other.id) return null;
	const reasons: Reason[] = note === null ? [] : [reason('note', note)];
	if (answer === 'merged') {
		const [kept, merged] = one.createdAt <= other.createdAt ? [one, other] : [other, one];
		return (await mergeLeads(tx, { keptId: kept.id, mergedId: merged.id, by, reasons, at })).merge.id;
	}
	if (answer === 'household') await linkHousehold(tx, [one.id, other.id], by, reasons, at);
	else {
		for (const [lead, mate] of [
			[one, other],
			[other, one],
		] as const) {
			const sentence = `${by} decided that this lead and ${nameOf(mate)} are two renters; nobody is asked again.`;
			await tx.timeline.add({ portfolio: lead.portfolio, leadId: lead.id, callId: null, at, kind: 'match', sentence, reasons });
		}
	}
	return null;
}

async function closeTask(tx: StoreFamilies, review: StoredReview, { by, note, at }: Resolution): Promise<void> {
	const task = await tx.tasks.byKey(review.portfolio, taskKeys.pairReview(review.id));
	if (task?.state === 'open') await tx.tasks.complete(task.id, by, note, at);
}

/** Puts an inquiry that waits without a candidate where a person says. Open questions about it are answered with that. */
export async function resolveInquiry(tx: StoreFamilies, stored: StoredInquiry, adoption: Adoption): Promise<StoredLead> {
	const lead = await adoptInquiry(tx, stored, adoption);
	const records = await tx.matching.ofInquiry(stored.id);
	for (const review of await tx.reviews.about(records.map(({ id }) => id))) {
		if (review.state !== 'open') continue;
		const ends = await tx.matching.get(review.recordIds);
		const together = ends.every((end) => end.leadId === lead.id);
		// With another lead chosen or a new one made, the others were not this renter.
		await tx.reviews.resolve(review.id, together ? 'merged' : 'apart', adoption.by, adoption.note, adoption.at);
	}
	return lead;
}
