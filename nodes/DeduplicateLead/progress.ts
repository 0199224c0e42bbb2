import type { IExecuteFunctions } from 'n8n-workflow';

import { SECOND } from '../../leasing/time';
import { systemClock } from '../shared/runtime';

/** Fewer items are done before anybody looks. */
const WORTH_TELLING = 1_000;
const EVERY = 5 * SECOND;

/** Tells n8n's log how far a long run has come, at most every few seconds and at the end. */
export function makeProgress(node: IExecuteFunctions, total: number): { tell(done: number, outputs: readonly number[]): void } {
	const started = systemClock.now();
	let told = started;
	return {
		tell(done, [made = 0, known = 0, review = 0]) {
			const now = systemClock.now();
			if (total < WORTH_TELLING || (now - told < EVERY && done < total)) return;
			told = now;
			const seconds = Math.max(1, Math.round((now - started) / SECOND));
			node.logger.info(
				`${node.getNode().name}: ${done} of ${total} items in ${seconds} s; ${made} new, ${known} known, ${review} for a person or failed`,
			);
		},
	};
}
