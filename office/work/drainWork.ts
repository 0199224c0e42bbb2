import { backOff, type BackOff } from '../../leasing/work/backOff';
import type { Clock } from '../../leasing/time';
import type { Store, StoredWork } from '../../store/port';
import { startClaimLoop, type ClaimTimes, type Drain, type RunOutcome } from '../claims/claimLoop';
import { listenForWork } from './bell';
import { giveUpWork } from './giveUpWork';

export interface WorkDrainOptions {
	store: Store;
	clock: Clock;
	/** A number from 0 up to 1, as Math.random gives it. */
	random: () => number;
	kinds: string[];
	/** Names the claims; unlike those of any other trigger, in this process or elsewhere. */
	claimer: string;
	/** Starts the workflow with the work and resolves when that run has ended. */
	run: (work: StoredWork) => Promise<RunOutcome>;
	maxInFlight: number;
	backOff: BackOff;
	onError: (error: unknown) => void;
	times?: Partial<ClaimTimes>;
}

/** Runs due work of some kinds, earliest first, until stopped. What fails for good becomes a task for a person. */
export function startWorkDrain(options: WorkDrainOptions): Drain {
	const { store, claimer } = options;
	return startClaimLoop<StoredWork>({
		clock: options.clock,
		run: options.run,
		pauseAfter: (attempt) => backOff(options.backOff, attempt, options.random()),
		maxInFlight: options.maxInFlight,
		listen: listenForWork,
		onError: options.onError,
		...(options.times ? { times: options.times } : {}),
		source: {
			claim: async (limit, now, until) => await store.work.claim(options.kinds, claimer, limit, now, until),
			heartbeat: async (ids, until) => await store.work.heartbeat(ids, claimer, until),
			finish: async ({ id }, at) => await store.work.finish(id, claimer, at),
			retry: async ({ id }, error, retryAt, at) => await store.work.fail(id, claimer, error, retryAt, at),
			giveUp: async (work, error, at) =>
				await store.transaction(async (tx) => {
					if (!(await tx.work.fail(work.id, claimer, error, null, at))) return false;
					await giveUpWork(tx, work, error, at);
					return true;
				}),
		},
	});
}
