import { performance } from 'node:perf_hooks';
import { setTimeout } from 'node:timers/promises';

import type { Clock, Millis } from '../../../leasing/time';

/** How long a run may keep n8n's one thread to itself. */
const OURS: Millis = 50;
/** And how long the others may have it before we go on, if they have so much to do. */
const THEIRS: Millis = 50;
/** A step of somebody else's request is over sooner, but the next one may have to wait for n8n's database. */
const A_MOMENT: Millis = 1;
const HARDLY_ANYTHING: Millis = 0.3;

/**
 * Lets the rest of n8n have its turn when a run has kept it waiting for long enough; call it between two items. Awaiting our own steps does not:
 * most of them are done at once, and n8n would answer nobody until the last of 10,000 items. After five seconds of that it also takes its
 * database for lost and refuses every request for a while, calls of the phone company among them.
 *
 * A request is answered in some ten steps. With one step a turn it took 1.3 seconds beside an import; so others go on as long as they have something to do.
 */
export function makeGiveWay(clock: Clock): () => Promise<void> {
	let since = clock.now();
	// A clock may be set back meanwhile.
	const passed = (from: Millis): Millis => Math.abs(clock.now() - from);
	return async () => {
		if (passed(since) < OURS) return;
		const began = clock.now();
		for (let busy = true; busy && passed(began) < THEIRS;) {
			const before = performance.eventLoopUtilization();
			await setTimeout(A_MOMENT);
			busy = performance.eventLoopUtilization(before).active > HARDLY_ANYTHING;
		}
		since = clock.now();
	};
}
