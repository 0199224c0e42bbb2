import { mergedFields } from '../../leasing/match/mergeFields';
import { reason, type Reason } from '../../leasing/reason';
import type { Millis } from '../../leasing/time';
import type { StoredLead, StoredMerge, StoredTask, StoreFamilies } from '../../store/port';

/** Who did it, as the timeline tells it, when no person did. */
export const BY_MATCHING = 'Matching';

export interface MergeRequest {
	keptId: string;
	mergedId: string;
	by: string;
	reasons: Reason[];
	at: Millis;
}

/** Makes two leads one, in a transaction: one owner, one next action, one open call-back; both timelines say so. */
export async function mergeLeads(
	tx: StoreFamilies,
	{ keptId, mergedId, by, reasons, at }: MergeRequest,
): Promise<{ merge: StoredMerge; lead: StoredLead }> {
	const kept = await tx.leads.get(keptId);
	const merged = await tx.leads.get(mergedId);
	const change = kept && merged ? mergedFields(kept, merged) : {};
	const doubles = kept && merged ? await doubleCallBacks(tx, kept, merged) : [];
	const done = await tx.merges.merge({ keptId, mergedId, change, closeTaskIds: doubles.map(({ id }) => id), by, reasons, at });
	const closed = doubles.map(({ title }) =>
		reason('task_double', `The task "${title}" is closed, because another one of this lead asks for the same.`),
	);
	const told = { portfolio: done.merge.portfolio, callId: null, at, kind: 'merge' as const, data: { mergeId: done.merge.id } };
	await tx.timeline.add({
		...told,
		leadId: done.merge.keptId,
		sentence: `${by} merged ${nameOf(merged)} into this lead.`,
		reasons: [...reasons, ...closed],
	});
	return done;
}

/** Takes a merge back, in a transaction. @returns null when there is no such merge in force */
export async function undoMerge(
	tx: StoreFamilies,
	mergeId: string,
	by: string,
	reasons: Reason[],
	at: Millis,
): Promise<StoredMerge | null> {
	const merge = await tx.merges.undo(mergeId, by, at);
	if (merge === null) return null;
	const { kept, merged } = await tx.merges.sides(merge);
	const tell = async (lead: StoredLead, other: StoredLead) =>
		await tx.timeline.add({
			portfolio: merge.portfolio,
			leadId: lead.id,
			callId: null,
			at,
			kind: 'merge',
			sentence: `${by} undid the merge with ${nameOf(other)}: these are two leads again.`,
			reasons,
			data: { mergeId },
		});
	await tell(kept, merged);
	await tell(merged, kept);
	return merge;
}

/** One open call-back for each lead is enough: of those of both the most urgent one stays. */
async function doubleCallBacks(tx: StoreFamilies, kept: StoredLead, merged: StoredLead): Promise<StoredTask[]> {
	const of = async (leadId: string) =>
		await tx.tasks.list({ portfolio: kept.portfolio, leadId, kind: 'call_back', state: 'open', limit: MOST_TASKS });
	const open = [...(await of(kept.id)), ...(await of(merged.id))];
	open.sort((a, b) => a.priority - b.priority || a.dueAt - b.dueAt || a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1));
	return open.slice(1);
}

const MOST_TASKS = 100;

export function nameOf(lead: Pick<StoredLead, 'id' | 'fullName' | 'phone' | 'email'> | null): string {
	if (lead === null) return 'another lead';
	const name = lead.fullName ?? 'a lead without a name';
	return `${name} (${lead.id})`;
}
