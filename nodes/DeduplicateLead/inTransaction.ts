import type { Store, StoreFamilies } from '../../store/port';
import type { Deduplicated } from './case';
import { IdentityTaken } from './steps/lead';

type Work = (tx: StoreFamilies) => Promise<Deduplicated>;

const ATTEMPTS = 3;

/** Runs the work in one transaction, and again when another process took an identity in between. */
export async function inTransaction(store: Store, work: Work): Promise<Deduplicated> {
	for (let attempt = 1; ; attempt++) {
		const last = attempt === ATTEMPTS;
		const done = await store.transaction(work).catch(async (thrown: unknown) => {
			if (thrown instanceof IdentityTaken && !last) return null;
			return await Promise.reject(thrown);
		});
		if (done) return done;
	}
}

/** Carries the result out of a transaction that must leave no trace. */
class Undo extends Error {
	constructor(readonly result: Deduplicated) {
		super('Dry run: nothing was written');
	}
}

/**
 * Decides exactly as `inTransaction` would, and undoes what was written. What would have been made is left out of the
 * result, since its ids stand for nothing; a known lead is given as it is.
 */
export async function rehearse(store: Store, work: Work): Promise<Deduplicated> {
	const { match, repeated } = await inTransaction(store, async (tx) => {
		throw new Undo(await work(tx));
	}).catch((thrown: unknown) => {
		if (thrown instanceof Undo) return thrown.result;
		throw thrown;
	});
	const lead = match.leadId === null ? null : await store.leads.get(match.leadId);
	return { match: { ...match, leadId: lead?.id ?? null }, lead, task: null, repeated };
}
