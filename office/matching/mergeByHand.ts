import { comparePair, type PairComparison } from '../../leasing/match/compare';
import { DEFAULT_FACTS } from '../../leasing/match/guards';
import { identitiesOf } from '../../leasing/match/identities';
import { blockingKeys, type MatchKey } from '../../leasing/match/keys';
import { keyUse } from '../../leasing/match/keyUse';
import { reason, type Reason } from '../../leasing/reason';
import { taskKeys } from '../../leasing/task/keys';
import type { Millis } from '../../leasing/time';
import type { ReviewAnswer, StoredInquiry, StoredLead, StoredMatchRecord, StoredMerge, StoreFamilies } from '../../store/port';
import { mergeLeads, undoMerge } from './mergeLeads';
import { neighbourOf, type Neighbour } from './neighbourhood';
import { ensureRecords, indexLead, newNeighbours } from './records';

export interface ByHand {
	by: string;
	note: string | null;
	at: Millis;
}

/** A person says that two leads are one renter, in a transaction: matching keeps to it, and open questions about them are answered. */
export async function mergeByHand(
	tx: StoreFamilies,
	kept: StoredLead,
	merged: StoredLead,
	{ by, note, at }: ByHand,
): Promise<{ merge: StoredMerge; lead: StoredLead }> {
	for (const lead of [kept, merged]) await ensureRecords(tx, lead);
	await answerBetween(tx, [await tx.matching.ofLead(kept.id), await tx.matching.ofLead(merged.id)], 'merged', { by, note, at });
	return await mergeLeads(tx, { keptId: kept.id, mergedId: merged.id, by, reasons: reasonsOf(note), at });
}

export interface Undone {
	merge: StoredMerge;
	kept: StoredLead;
	merged: StoredLead;
	/** Inquiries that came while both were one and went back to the merged lead. */
	moved: StoredInquiry[];
}

/**
 * A person takes a merge back, in a transaction. Both leads are as they were; matching keeps them apart from now on. What came in
 * meanwhile goes to the side it looks more like; what looks like both alike stays with the lead that was kept.
 */
export async function undoByHand(tx: StoreFamilies, mergeId: string, { by, note, at }: ByHand): Promise<Undone | null> {
	const merge = await undoMerge(tx, mergeId, by, reasonsOf(note), at);
	if (merge === null) return null;
	const ofKept = await tx.matching.ofLead(merge.keptId);
	const ofMerged = await tx.matching.ofLead(merge.mergedId);
	const since = await inquiriesSince(tx, merge);
	const moved: StoredInquiry[] = [];
	const isLate = (record: StoredMatchRecord) => since.some(({ id }) => id === record.inquiryId);
	const sides = [ofKept.filter((record) => !isLate(record)), ofMerged.filter((record) => !isLate(record))].map((side) =>
		side.map(neighbourOf),
	) as [Neighbour[], Neighbour[]];
	for (const stored of since) {
		const kept = ofKept.filter(({ inquiryId }) => inquiryId === stored.id).map(neighbourOf);
		// A text that came in has none.
		const own = kept.length > 0 ? kept : newNeighbours(stored.inquiry);
		if (likeness(own, sides[1], sides) <= likeness(own, sides[0], sides)) continue;
		await hand(tx, stored, merge, at);
		moved.push(stored);
	}
	for (const id of [merge.keptId, merge.mergedId]) await indexLead(tx, id);
	await answerBetween(tx, [await tx.matching.ofLead(merge.keptId), await tx.matching.ofLead(merge.mergedId)], 'apart', { by, note, at });
	return { merge, ...(await tx.merges.sides(merge)), moved };
}

/** How much an inquiry that came meanwhile agrees with one side: the weight of the surest pair. */
function likeness(own: readonly Neighbour[], side: readonly Neighbour[], sides: readonly [Neighbour[], Neighbour[]]): number {
	const everybody = [...sides[0], ...sides[1]].map(({ prepared }) => prepared);
	const uses = (key: MatchKey) => keyUse(everybody.filter((record) => blockingKeys(record).includes(key)));
	const pairs = own.flatMap((one) =>
		side.map((other): PairComparison => comparePair(one.prepared, other.prepared, { ...DEFAULT_FACTS, uses })),
	);
	return Math.max(Number.NEGATIVE_INFINITY, ...pairs.map(({ weight, conflicts }) => (conflicts.length > 0 ? weight - CONFLICT : weight)));
}

/** What cannot be one person looks less alike than anything that can. */
const CONFLICT = 1_000;

async function inquiriesSince(tx: StoreFamilies, { keptId, at }: StoredMerge): Promise<StoredInquiry[]> {
	return (await tx.inquiries.listByLead(keptId)).filter(({ recordedAt }) => recordedAt > at);
}

async function hand(tx: StoreFamilies, stored: StoredInquiry, merge: StoredMerge, at: Millis): Promise<void> {
	await tx.inquiries.moveTo(stored.id, merge.mergedId);
	const left = (await tx.inquiries.listByLead(merge.keptId)).flatMap(({ inquiry }) => identitiesOf(inquiry).identities);
	const kept = await tx.leads.identities(merge.keptId);
	for (const identity of identitiesOf(stored.inquiry).identities) {
		const same = (other: { kind: string; value: string }) => other.kind === identity.kind && other.value === identity.value;
		if (kept.some(same) && !left.some(same)) await tx.leads.giveIdentity(merge.portfolio, merge.mergedId, identity);
	}
	const sentence = 'This contact came in while both leads were one; it looks more like this renter, so it stands here.';
	await tx.timeline.add({
		portfolio: merge.portfolio,
		leadId: merge.mergedId,
		callId: null,
		inquiryId: stored.id,
		at,
		kind: 'merge',
		sentence,
		reasons: [],
		data: { mergeId: merge.id },
	});
}

/** A renter's records are a handful; of more, some stand for all. */
const MOST_EACH = 10;

/** An answer holds for every record of one side with every record of the other. */
async function answerBetween(
	tx: StoreFamilies,
	[ones, others]: readonly [StoredMatchRecord[], StoredMatchRecord[]],
	answer: ReviewAnswer,
	{ by, note, at }: ByHand,
): Promise<void> {
	const keyed = (records: readonly StoredMatchRecord[]) => records.filter((record) => record.keyed).slice(0, MOST_EACH);
	for (const one of keyed(ones)) {
		for (const other of keyed(others)) {
			const said = reason(
				'decided_by_person',
				answer === 'merged' ? `${by} said that they are one renter.` : `${by} said that they are two renters.`,
			);
			await tx.reviews.answer(
				{ portfolio: one.portfolio, recordIds: [one.id, other.id], score: 0, reasons: [said] },
				answer,
				by,
				note,
				at,
			);
		}
	}
	// Questions about records that were left out are answered by this, too.
	for (const review of await tx.reviews.about(ones.map(({ id }) => id))) {
		const isBetween =
			review.recordIds.every((id) => [...ones, ...others].some((record) => record.id === id)) &&
			review.recordIds.some((id) => others.some((record) => record.id === id));
		if (review.state !== 'open' || !isBetween) continue;
		await tx.reviews.resolve(review.id, answer, by, note, at);
		const task = await tx.tasks.byKey(review.portfolio, taskKeys.pairReview(review.id));
		if (task?.state === 'open') await tx.tasks.complete(task.id, by, note, at);
	}
}

function reasonsOf(note: string | null): Reason[] {
	return note === null ? [] : [reason('note', note)];
}
