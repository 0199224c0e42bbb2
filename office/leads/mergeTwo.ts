import { UserMistake } from '../../leasing/userMistake';
import type { StoredLead, StoredMerge } from '../../store/port';
import { mergeByHand } from '../matching/mergeByHand';
import type { Decided, Office } from '../office';
import { existingLead } from './existingLead';

/**
 * A person says that two leads are one renter. Nothing is lost, and it can be undone (undoMerge.ts).
 * @throws UserMistake when a lead does not exist, or both are one already
 */
export async function mergeTwo(
	{ store, clock }: Office,
	{ keptId, mergedId }: { keptId: string; mergedId: string },
	{ by, note }: Decided,
): Promise<{ merge: StoredMerge; lead: StoredLead }> {
	const [kept, merged] = [await existingLead(store, keptId), await existingLead(store, mergedId)];
	if (kept.id === merged.id)
		throw new UserMistake('These two are one lead already.', 'Nothing is left to do. Get shows the lead with either ID.');
	return await store.transaction(async (tx) => await mergeByHand(tx, kept, merged, { by, note, at: clock.now() }));
}
