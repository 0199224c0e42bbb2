import { UserMistake } from '../../leasing/userMistake';
import type { Store, StoredLead } from '../../store/port';
import { undoByHand } from '../matching/mergeByHand';
import type { Decided, Office } from '../office';

export interface UndoneMerge {
	mergeId: string;
	portfolio: string;
	/** True when somebody had undone it before; nothing was done now. */
	alreadyUndone: boolean;
	kept: StoredLead;
	merged: StoredLead;
	/** Inquiries that came while both were one and went back to the merged lead. */
	movedInquiryIds: string[];
}

/**
 * Gives back two leads as they were; matching keeps them apart from then on.
 * @param id of the merge, or of the lead that was merged @throws UserMistake when there is none
 */
export async function undoMerge({ store, clock }: Office, id: string, { by, note }: Decided): Promise<UndoneMerge> {
	const mergeId = id.startsWith('lead_') ? await mergeOfLead(store, id) : id;
	const undone = await store.transaction(async (tx) => await undoByHand(tx, mergeId, { by, note, at: clock.now() }));
	if (undone === null) return await undoneBefore(store, mergeId);
	const { merge, kept, merged, moved } = undone;
	return { mergeId, portfolio: merge.portfolio, alreadyUndone: false, kept, merged, movedInquiryIds: moved.map((inquiry) => inquiry.id) };
}

/** The merge that made a lead a part of another one. */
async function mergeOfLead(store: Store, leadId: string): Promise<string> {
	const merges = await store.merges.ofLead(leadId);
	const inForce = merges.find(({ mergedId, undoneAt }) => mergedId === leadId && undoneAt === null);
	if (inForce) return inForce.id;
	throw new UserMistake(
		`The lead "${leadId}" is not merged into another one.`,
		'Enter the ID of the merge, or of the lead that was merged. Get of the lead that stayed lists its merges.',
	);
}

async function undoneBefore(store: Store, mergeId: string): Promise<UndoneMerge> {
	const merge = await store.merges.get(mergeId);
	if (!merge) {
		throw new UserMistake(
			`There is no merge with the ID "${mergeId}".`,
			'Check the Merge ID: it starts with merge_ and comes from Get of the lead or from Merge. Also check that this node uses the same Leasing Store credential.',
		);
	}
	return { mergeId, portfolio: merge.portfolio, alreadyUndone: true, ...(await store.merges.sides(merge)), movedInquiryIds: [] };
}
