import type { Clock } from '../leasing/time';
import type { Store } from '../store/port';

/** What every deed works with. Whoever calls hands it in: a node, a trigger, a page for staff, a test. */
export interface Office {
	store: Store;
	clock: Clock;
}

/** A person's decision, as it stands on timelines. */
export interface Decided {
	/** Who decided it. */
	by: string;
	/** Why, in the person's own words; null when nothing was said. */
	note: string | null;
}
