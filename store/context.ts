import type { Clock, Ids } from '../leasing/time';

/** What a store needs of the world; passed in, so that tests can hold time and name ids. */
export interface StoreContext {
	clock: Clock;
	ids: Ids;
}
