import type { Store, StoreFamilies } from '../../store/port';
import type { TakenIn } from './case';

type Work = (tx: StoreFamilies) => Promise<TakenIn>;

/** Carries the result out of a transaction that must leave no trace. */
class Undo extends Error {
	constructor(readonly result: TakenIn) {
		super('Dry run: nothing was written');
	}
}

/**
 * Decides exactly as `store.transaction` would, and undoes what was written. What would have been made is left out of the
 * result, since its ids stand for nothing; a known lead is given as it is.
 */
export async function rehearse(store: Store, work: Work): Promise<TakenIn> {
	const { match, repeated } = await store
		.transaction<TakenIn>(async (tx) => {
			throw new Undo(await work(tx));
		})
		.catch((thrown: unknown) => {
			if (thrown instanceof Undo) return thrown.result;
			throw thrown;
		});
	const lead = match.leadId === null ? null : await store.leads.get(match.leadId);
	return { match: { ...match, leadId: lead?.id ?? null }, lead, task: null, inquiryId: null, reviewIds: [], repeated };
}
