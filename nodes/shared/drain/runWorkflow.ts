import type { IDataObject, IRun, ITriggerFunctions } from 'n8n-workflow';

import type { RunOutcome } from './claimLoop';

/**
 * Starts the workflow with one item and waits for its end, in n8n's regular mode and in queue mode alike.
 * @param key names this attempt in the whole n8n; n8n starts nothing twice under one key
 */
export async function runWorkflow(context: ITriggerFunctions, json: object, key: string): Promise<RunOutcome> {
	const done = context.helpers.createDeferredPromise<IRun>();
	context.emit([[{ json: json as IDataObject }]], undefined, done, key);
	try {
		const run = (await done.promise) as IRun | undefined;
		// n8n drops a second start under the same key and says so by `undefined`: the first one counts.
		if (!run || run.status === 'success' || run.status === 'waiting') return { ok: true };
		return { ok: false, error: run.data.resultData.error?.message ?? `The execution ended as ${run.status}.` };
	} catch (thrown) {
		// The execution could not be started, or its worker disappeared with it.
		return { ok: false, error: thrown instanceof Error ? thrown.message : String(thrown) };
	}
}
