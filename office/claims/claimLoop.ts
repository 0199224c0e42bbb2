import { SECOND, type Clock, type Millis } from '../../leasing/time';

/** How one run of a workflow ended. */
export type RunOutcome =
	| { ok: true }
	| {
			ok: false;
			error: string;
			/** The process that ran it disappeared: says nothing about the workflow. */
			died?: true;
			/** A person stopped it: it is not tried again. */
			stopped?: true;
	  };

/** What a claim loop needs to know of a stored event or a piece of work. */
export interface Claimed {
	id: string;
	/** The present one included. */
	attempts: number;
}

/** Where claimed things live. Every end of a claim answers false when the claim was lost to somebody else meanwhile. */
export interface ClaimSource<T extends Claimed> {
	claim(limit: number, now: Millis, until: Millis): Promise<T[]>;
	heartbeat(ids: string[], until: Millis): Promise<unknown>;
	finish(item: T, at: Millis): Promise<boolean>;
	retry(item: T, error: string, retryAt: Millis, at: Millis): Promise<boolean>;
	/** Ends it as failed and opens the task for a person, both or neither: a crash in between would lose it. */
	giveUp(item: T, error: string, at: Millis): Promise<boolean>;
}

export interface ClaimLoopOptions<T extends Claimed> {
	source: ClaimSource<T>;
	clock: Clock;
	/** Starts the workflow with the item and resolves when that run has ended. */
	run: (item: T) => Promise<RunOutcome>;
	/** Pause after a failed attempt (from 1); null: that was the last one. */
	pauseAfter: (attempt: number) => Millis | null;
	maxInFlight: number;
	/** Rings when something was stored in this process. @returns function that stops listening */
	listen: (ring: () => void) => () => void;
	onError: (error: unknown) => void;
	times?: Partial<ClaimTimes>;
}

export interface ClaimTimes {
	/** A claim outlives a missed heartbeat or two; after a kill the item waits this long before it runs again. */
	lease: Millis;
	heartbeatEvery: Millis;
	/** Looks into the store even if nobody rang: what other processes stored, retries, claims that ran out. */
	lookEvery: Millis;
}

/**
 * Half a minute is how long a renter waits for the text when n8n is killed in the middle. Two heartbeats may be missed
 * (each waits up to five seconds for a locked store); and should a run be taken for dead while it lives, the second finds
 * the lead and the text of the first, since both are kept under keys made from the event.
 */
const TIMES: ClaimTimes = { lease: 30 * SECOND, heartbeatEvery: 10 * SECOND, lookEvery: SECOND };

/** A run that ends with its process counts as an attempt, but says nothing about the workflow: so many more are allowed. */
const CRASHES_FORGIVEN = 16;
/** n8n in queue mode needs a minute or more to notice that a worker is gone; nobody waits much longer. */
const AFTER_DEATH = SECOND;

/** Runs claimed things until stopped. */
export interface Drain {
	/**
	 * Stops taking more and resolves when those in flight have ended or `graceMs` is over. What still runs then keeps its
	 * claim for as long as this process lives, and is stored when it ends.
	 */
	stop(graceMs?: number): Promise<void>;
}

/** Claims what is due, runs a bounded number of it at once, keeps the claims alive, and stores how each run ended. */
export function startClaimLoop<T extends Claimed>(options: ClaimLoopOptions<T>): Drain {
	const { source, clock } = options;
	const { lease, heartbeatEvery, lookEvery } = { ...TIMES, ...options.times };
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
				const room = options.maxInFlight - inFlight.size;
				if (stopped || room <= 0) break;
				const now = clock.now();
				for (const item of await source.claim(room, now, now + lease)) {
					// Its claim ran out, because the clock was set or the store was locked for long, but its run goes on here.
					if (inFlight.has(item.id)) continue;
					const ended = handle(item).finally(() => {
						inFlight.delete(item.id);
						if (stopped && inFlight.size === 0) clearInterval(beatTimer);
						void look();
					});
					inFlight.set(item.id, ended);
				}
			} while (lookAgain);
		} catch (error) {
			options.onError(error);
		} finally {
			looking = false;
		}
	};

	const handle = async (item: T): Promise<void> => {
		try {
			if (isHopeless(item)) {
				await source.giveUp(item, neverEnded(item), clock.now());
				return;
			}
			const outcome = await options.run(item);
			const now = clock.now();
			if (outcome.ok) {
				await source.finish(item, now);
				return;
			}
			const pause = outcome.died ? AFTER_DEATH : outcome.stopped ? null : options.pauseAfter(item.attempts);
			if (pause === null) await source.giveUp(item, outcome.error, now);
			else await source.retry(item, outcome.error, now + pause, now);
		} catch (error) {
			// The claim runs out and the item is taken again.
			options.onError(error);
		}
	};

	const isHopeless = ({ attempts }: T): boolean =>
		attempts > CRASHES_FORGIVEN && options.pauseAfter(attempts - CRASHES_FORGIVEN) === null;

	const beat = async (): Promise<void> => {
		if (inFlight.size > 0) await source.heartbeat([...inFlight.keys()], clock.now() + lease);
	};

	const lookTimer = setInterval(() => void look(), lookEvery);
	const beatTimer = setInterval(() => void beat().catch(options.onError), heartbeatEvery);
	const unlisten = options.listen(() => void look());
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
			if (inFlight.size === 0) clearInterval(beatTimer);
			else beatTimer.unref();
		},
	};
}

function neverEnded({ attempts }: Claimed): string {
	return `It was started ${attempts - 1} times and never came to an end: n8n stopped in the middle.`;
}
