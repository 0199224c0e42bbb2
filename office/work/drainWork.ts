import { backOff, type BackOff } from '../../leasing/work/backOff';
import type { Clock } from '../../leasing/time';
import type { Store, StoredWork } from '../../store/port';
import { claimSource } from '../claims/claimSource';
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
		source: claimSource<StoredWork>({
			store,
			claimer,
			of: ({ work }) => work,
			claim: async (limit, now, until) => await store.work.claim(options.kinds, claimer, limit, now, until),
			onGivenUp: giveUpWork,
		}),
	});
}
