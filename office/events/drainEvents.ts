import { MINUTE, SECOND, type Clock, type Millis } from '../../leasing/time';
import type { Store, StoredEvent, StoreFamilies } from '../../store/port';
import { claimSource } from '../claims/claimSource';
import { startClaimLoop, type ClaimTimes, type Drain, type RunOutcome } from '../claims/claimLoop';
import { onWake } from './wake';

export type { Drain, RunOutcome } from '../claims/claimLoop';

export interface DrainOptions {
	store: Store;
	clock: Clock;
	/** The trigger whose events are drained. */
	consumer: string;
	/** This process; names its claims. */
	claimer: string;
	/** Starts the workflow with the event and resolves when that run has ended. */
	run: (event: StoredEvent) => Promise<RunOutcome>;
	/** An event that failed for good: becomes a task for a person, in the transaction that ends the event. */
	onGivenUp: (event: StoredEvent, error: string, tx: StoreFamilies) => Promise<void>;
	onError: (error: unknown) => void;
	times?: Partial<ClaimTimes>;
}

/**
 * At most so many events run at once. 400 at once made the median of a burst ten times slower than n8n's own webhook
 * (n8n facts, section 11), and starved the answers to new calls.
 */
const MAX_IN_FLIGHT = 4;
/** Waits before the second, third and fourth attempt; after that a person gets it. None longer than the store believes (events.ts). */
const RETRY_AFTER: Millis[] = [10 * SECOND, MINUTE, 5 * MINUTE];

/** Runs a trigger's stored events, in the order of their arrival, until stopped. */
export function startDrain(options: DrainOptions): Drain {
	const { store, consumer, claimer } = options;
	return startClaimLoop<StoredEvent>({
		clock: options.clock,
		run: options.run,
		pauseAfter: (attempt) => RETRY_AFTER[attempt - 1] ?? null,
		maxInFlight: MAX_IN_FLIGHT,
		listen: (ring) => onWake(consumer, ring),
		onError: options.onError,
		...(options.times ? { times: options.times } : {}),
		source: claimSource<StoredEvent>({
			store,
			claimer,
			of: ({ events }) => events,
			claim: async (limit, now, until) => await store.events.claim(consumer, claimer, limit, now, until),
			onGivenUp: async (tx, event, error) => await options.onGivenUp(event, error, tx),
		}),
	});
}
