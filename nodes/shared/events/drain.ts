import { MINUTE, SECOND, type Clock, type Millis } from '../../../leasing/time';
import type { Store, StoredEvent } from '../../../store/port';
import { onWake } from './wake';

/** How one run of a workflow ended. */
export type RunOutcome = { ok: true } | { ok: false; error: string };

export interface DrainOptions {
	store: Store;
	clock: Clock;
	/** The trigger whose events are drained. */
	consumer: string;
	/** This process; names its claims. */
	claimer: string;
	/** Starts the workflow with the event and resolves when that run has ended. */
	run: (event: StoredEvent) => Promise<RunOutcome>;
	/** An event that failed for good: becomes a task for a person. */
	onGivenUp: (event: StoredEvent, error: string) => Promise<void>;
	onError: (error: unknown) => void;
}

/**
 * At most so many events run at once. 400 at once made the median of a burst ten times slower than n8n's own webhook
 * (n8n facts, section 11), and starved the answers to new calls.
 */
const MAX_IN_FLIGHT = 4;
/** A claim outlives a missed heartbeat or two; after a kill the event waits this long before it runs again. */
const LEASE: Millis = 60 * SECOND;
const HEARTBEAT_EVERY: Millis = 15 * SECOND;
/** Looks into the store even if nobody rang: events of other processes, retries, claims that ran out. */
const LOOK_EVERY: Millis = SECOND;
/** Waits before the second, third and fourth attempt; after that a person gets it. */
const RETRY_AFTER: Millis[] = [10 * SECOND, MINUTE, 5 * MINUTE];

/** Runs a trigger's stored events until stopped. */
export interface Drain {
	/** Stops taking events and resolves when those in flight have ended or `graceMs` is over. */
	stop(graceMs?: number): Promise<void>;
}

export function startDrain(options: DrainOptions): Drain {
	const { store, clock, consumer, claimer } = options;
	const inFlight = new Map<string, Promise<void>>();
	let stopped = false;
	let looking = false;
	let lookAgain = false;

	const look = async (): Promise<void> => {
		if (looking) {
			lookAgain = true;
			return;
		}
		looking = true;
		try {
			do {
				lookAgain = false;
				const room = MAX_IN_FLIGHT - inFlight.size;
				if (stopped || room <= 0) break;
				const now = clock.now();
				for (const event of await store.events.claim(consumer, claimer, room, now, now + LEASE)) {
					inFlight.set(
						event.id,
						handle(event).finally(() => {
							inFlight.delete(event.id);
							void look();
						}),
					);
				}
			} while (lookAgain);
		} catch (error) {
			options.onError(error);
		} finally {
			looking = false;
		}
	};

	const handle = async (event: StoredEvent): Promise<void> => {
		try {
			const outcome = await options.run(event);
			const now = clock.now();
			if (outcome.ok) {
				await store.events.finish(event.id, claimer, now);
				return;
			}
			const pause = RETRY_AFTER[event.attempts - 1];
			const kept = await store.events.fail(event.id, claimer, outcome.error, pause === undefined ? null : now + pause, now);
			if (kept && pause === undefined) await options.onGivenUp(event, outcome.error);
		} catch (error) {
			// The claim runs out and the event is taken again.
			options.onError(error);
		}
	};

	const beat = async (): Promise<void> => {
		if (inFlight.size > 0) await store.events.heartbeat([...inFlight.keys()], claimer, clock.now() + LEASE);
	};

	const lookTimer = setInterval(() => void look(), LOOK_EVERY);
	const beatTimer = setInterval(() => void beat().catch(options.onError), HEARTBEAT_EVERY);
	const unlisten = onWake(consumer, () => void look());
	void look();

	return {
		async stop(graceMs = 10 * SECOND) {
			stopped = true;
			clearInterval(lookTimer);
			unlisten();
			let timer: NodeJS.Timeout | undefined;
			const grace = new Promise<void>((resolve) => (timer = setTimeout(resolve, graceMs)));
			await Promise.race([Promise.allSettled([...inFlight.values()]), grace]);
			clearTimeout(timer);
			clearInterval(beatTimer);
		},
	};
}
