import { MINUTE, SECOND, type Millis } from '../../../leasing/time';
import { inQueueMode } from '../queueMode';
import type { RunOutcome } from '../../../office/claims/claimLoop';

export interface Patience {
	/** So long after the start, and again, a run that has not even begun is started anew. */
	startAgainAfter: readonly Millis[];
	/** Nothing was heard for so long: the run is taken for dead. */
	giveUpAfter: Millis;
}

/** A run that has not even begun by then is started anew. */
const START_AGAIN_AFTER: readonly Millis[] = [20 * SECOND, MINUTE];
/** A renter waits: long enough for any workflow that answers one. */
const SHORT: Millis = 5 * MINUTE;
/** In regular mode; a run that waits in n8n's own queue counts, too. */
const SHORT_IN_REGULAR_MODE: Millis = 3 * MINUTE;

/**
 * In queue mode n8n may never say that a run has ended (2.41): when Postgres or Redis is away at the moment at which a worker
 * takes the job or reports its end, the news is lost and nobody asks again. Without a limit such runs would hold their places,
 * and after the fourth no call would be handled any more. A workflow that takes longer than the limit, other than by a Wait
 * node, is run again; our own nodes do nothing the second time.
 * In regular mode a run that is stopped while it waits for a free place (N8N_CONCURRENCY_PRODUCTION_LIMIT) ends without a word: n8n takes it
 * out of its queue and forgets who waits for it. There n8n loses no start, so nothing is started anew before the limit.
 */
export function usualPatience(giveUpAfter?: Millis): Patience {
	if (inQueueMode()) return { startAgainAfter: START_AGAIN_AFTER, giveUpAfter: giveUpAfter ?? SHORT };
	return { startAgainAfter: [], giveUpAfter: giveUpAfter ?? SHORT_IN_REGULAR_MODE };
}

/**
 * The end of a run, or what is to be said when nothing is heard of it.
 * @param startAgain starts it under the same key: n8n does so only if it never began, and otherwise says `started before`
 */
export async function whenSilent(
	first: Promise<RunOutcome>,
	startAgain: () => Promise<RunOutcome | 'started before'>,
	{ startAgainAfter, giveUpAfter }: Patience,
): Promise<RunOutcome> {
	const timers: NodeJS.Timeout[] = [];
	const after = async (ms: Millis) => await new Promise<void>((resolve) => timers.push(setTimeout(resolve, ms)));
	const limit = after(giveUpAfter).then((): RunOutcome => {
		const minutes = Math.round(giveUpAfter / MINUTE);
		return {
			ok: false,
			error: `n8n did not say within ${minutes} minutes whether the execution has ended. Look at it in n8n; it may have been interrupted.`,
		};
	});
	const again = startAgainAfter.map(async (ms): Promise<RunOutcome> => {
		await after(ms);
		const outcome = await startAgain();
		// It has begun: its own end counts, if we ever hear of it.
		return outcome === 'started before' ? await limit : outcome;
	});
	try {
		return await Promise.race([first, ...again, limit]);
	} finally {
		timers.forEach(clearTimeout);
	}
}
