import { setImmediate } from 'node:timers/promises';

import type { Clock, Millis } from '../../../leasing/time';

/** A call that comes in meanwhile waits so much longer for its answer. */
const LONGEST: Millis = 50;

/**
 * Lets the rest of n8n have its turn when a run has kept it waiting for long enough; call it between two items. Awaiting our own steps does not:
 * most of them are done at once, and n8n's one thread would answer nobody until the last of 10,000 items. After five seconds of that n8n also takes its
 * database for lost and refuses every request for a while, calls of the phone company among them.
 */
export function makeGiveWay(clock: Clock): () => Promise<void> {
	let since = clock.now();
	return async () => {
		if (clock.now() - since < LONGEST) return;
		await setImmediate();
		since = clock.now();
	};
}
