import { UserMistake } from '../../leasing/userMistake';
import type { StoredWork, StoreFamilies } from '../../store/port';

/** @throws UserMistake that says where a work ID comes from */
export async function existingWork(store: Pick<StoreFamilies, 'work'>, id: string): Promise<StoredWork> {
	const work = await store.work.get(id);
	if (work) return work;
	throw new UserMistake(
		`There is no work with the ID "${id}".`,
		'Check the Work ID: it starts with work_ and comes from Get Many of this node. Also check that this node uses the same Leasing Store credential as the node that added the work.',
	);
}
