import type { IDataObject, IRun, ITriggerFunctions } from 'n8n-workflow';

import type { RunOutcome } from '../../../office/claims/claimLoop';
import { usualPatience, whenSilent, type Patience } from './silence';

/** n8n's words (2.41) for a run whose worker disappeared: nothing was wrong with the workflow. */
const WORKER_DIED = /failed to be processed too many times|job stalled more than/i;
/** What a worker says that takes the job of an execution which a second start has replaced. */
const REPLACED = /failed to find data for execution/i;
/** A person has pressed Stop on a run; n8n says the same of nothing else (2.41: `timeout`, `shutdown`). */
const BY_HAND = 'manual';
const NEVER = new Promise<never>(() => undefined);

/**
 * Starts the workflow with one item and waits for its end, in n8n's regular mode and in queue mode alike.
 * @param key names this attempt in the whole n8n; n8n starts nothing twice under one key
 * @param patience how long to wait without a word; null waits for as long as this process lives
 */
export async function runWorkflow(
	context: Pick<ITriggerFunctions, 'emit' | 'helpers'>,
	json: object,
	key: string,
	patience: Patience | null = usualPatience(),
): Promise<RunOutcome> {
	let starts = 0;
	const start = async (): Promise<RunOutcome | 'started before'> => {
		const mine = ++starts;
		const done = context.helpers.createDeferredPromise<IRun>();
		context.emit([[{ json: json as IDataObject }]], undefined, done, key);
		try {
			const outcome = outcomeOf((await done.promise) as IRun | undefined);
			return isReplaced(outcome, mine < starts) ? await NEVER : outcome;
		} catch (thrown) {
			// The execution could not be started, or its worker disappeared with it.
			const outcome = isStoppedByHand(thrown) ? STOPPED : failed(thrown instanceof Error ? thrown.message : String(thrown));
			return isReplaced(outcome, mine < starts) ? await NEVER : outcome;
		}
	};
	// n8n drops a second start under the same key: the first one counts.
	const orOnce = (outcome: RunOutcome | 'started before'): RunOutcome => (outcome === 'started before' ? { ok: true } : outcome);
	const first = start().then(orOnce);
	return patience === null ? await first : await whenSilent(first, start, patience);
}

function outcomeOf(run: IRun | undefined): RunOutcome | 'started before' {
	if (!run) return 'started before';
	if (run.status === 'success' || run.status === 'waiting') return { ok: true };
	return failed(run.data.resultData.error?.message ?? `The execution ended as ${run.status}.`);
}

/** The end of a start that another one has taken the place of says nothing. */
function isReplaced(outcome: RunOutcome | 'started before', isOld: boolean): boolean {
	return isOld && outcome !== 'started before' && !outcome.ok && REPLACED.test(outcome.error);
}

/** Whoever stops a run had a reason: it is not run again behind their back, and a person hears of the renter. */
const STOPPED: RunOutcome = { ok: false, error: 'Somebody stopped the execution in n8n, so it was not run again.', stopped: true };

function isStoppedByHand(thrown: unknown): boolean {
	return thrown instanceof Error && 'reason' in thrown && thrown.reason === BY_HAND;
}

function failed(error: string): RunOutcome {
	return WORKER_DIED.test(error) ? { ok: false, error, died: true } : { ok: false, error };
}
