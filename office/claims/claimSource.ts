import type { Millis } from '../../leasing/time';
import type { Store, StoreFamilies } from '../../store/port';
import type { Claimed, ClaimSource } from './claimLoop';

/** How a claim is kept and ended in the store: the same for events and for work, each a single statement guarded by the claimer. */
export interface ClaimKeeping {
	/** Prolongs the claims that `claimer` still holds. */
	heartbeat(ids: string[], claimer: string, until: Millis): Promise<unknown>;
	/** @returns false when the claim was lost to somebody else meanwhile */
	finish(id: string, claimer: string, at: Millis): Promise<boolean>;
	/** Puts it back for `retryAt`, or ends it as failed when that is null. @returns false when the claim was lost */
	fail(id: string, claimer: string, error: string, retryAt: Millis | null, at: Millis): Promise<boolean>;
}

export interface ClaimedIn<T extends Claimed> {
	store: Store;
	claimer: string;
	/** The family that keeps the claims. */
	of: (families: StoreFamilies) => ClaimKeeping;
	claim: ClaimSource<T>['claim'];
	/** It failed for good: becomes a task for a person, in the transaction that ends it. */
	onGivenUp: (tx: StoreFamilies, item: T, error: string, at: Millis) => Promise<void>;
}

/** What the claim loop needs, over a family of the store. */
export function claimSource<T extends Claimed>({ store, claimer, of, claim, onGivenUp }: ClaimedIn<T>): ClaimSource<T> {
	return {
		claim,
		heartbeat: async (ids, until) => await of(store).heartbeat(ids, claimer, until),
		finish: async ({ id }, at) => await of(store).finish(id, claimer, at),
		retry: async ({ id }, error, retryAt, at) => await of(store).fail(id, claimer, error, retryAt, at),
		giveUp: async (item, error, at) =>
			await store.transaction(async (tx) => {
				if (!(await of(tx).fail(item.id, claimer, error, null, at))) return false;
				await onGivenUp(tx, item, error, at);
				return true;
			}),
	};
}
