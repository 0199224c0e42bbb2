import type { Reason } from '../../leasing/reason';
import type { Millis } from '../../leasing/time';
import type { NewLead, StoredLead } from './leads';

export interface NewMerge {
	/** The lead that stands for both from now on. */
	keptId: string;
	/** The lead that becomes a part of it. */
	mergedId: string;
	/** What the kept lead takes over. */
	change: Partial<Omit<NewLead, 'portfolio'>>;
	/** Open tasks that are there twice now; they are completed by the merge and open again when it is undone. */
	closeTaskIds: readonly string[];
	by: string;
	reasons: Reason[];
	at: Millis;
}

export interface StoredMerge {
	id: string;
	portfolio: string;
	keptId: string;
	mergedId: string;
	by: string;
	reasons: Reason[];
	at: Millis;
	undoneAt: Millis | null;
	undoneBy: string | null;
}

/**
 * Merging moves nothing: everything of the merged lead keeps pointing to it, and who reads the kept lead reads both. So
 * undoing a merge has nothing to sort out again.
 */
export interface MergeFamily {
	/** @throws StoreError `unknown_lead`; `constraint` when they are one already, or belong to two portfolios */
	merge(merge: NewMerge): Promise<{ merge: StoredMerge; lead: StoredLead }>;
	/**
	 * Gives back what was. What somebody changed on the kept lead or on a task since the merge stays as they left it; what came in
	 * since then stays with the lead that it was put on.
	 * @returns null when there is no such merge in force
	 * @throws StoreError `constraint` when the kept lead has itself been merged into another since
	 */
	undo(id: string, by: string, at: Millis): Promise<StoredMerge | null>;
	get(id: string): Promise<StoredMerge | null>;
	/** All merges that this lead took part in, newest first, undone ones too. */
	ofLead(leadId: string): Promise<StoredMerge[]>;
	/** Both leads as they are by themselves: a merged lead is not followed to the one that stands for it. */
	sides(merge: Pick<StoredMerge, 'keptId' | 'mergedId'>): Promise<{ kept: StoredLead; merged: StoredLead }>;
}
