import { fallbackProblem } from '../../leasing/phone/fallback';
import { noFallbackTask } from '../../leasing/task/setUpTask';
import { isFallbackTask } from '../../leasing/task/keys';
import { lineOf } from '../calls/lineOf';
import type { Claim, Exchange, FoundNumber } from './port';

/** Somebody publishes seldom; a company with more set-up tasks than this open has other troubles. */
const MOST_OPEN = 200;

/**
 * Opens the task to set a fallback for a line that rings nobody while we are down; ends such tasks once it has one. Only for a line whose
 * calls we answer: of another app's calls it is that app's to say what happens.
 */
export async function askForFallback({ store, numbers, clock }: Exchange, number: FoundNumber, claims: readonly Claim[]): Promise<void> {
	const voice = claims.find(({ channel }) => channel === 'voice');
	if (voice === undefined || number.fallback === undefined) return;
	const why = fallbackProblem({ fallback: number.fallback, ours: voice.wiring.address });
	await store.transaction(async (tx) => {
		const line = await lineOf(tx, number.phone);
		const { key: portfolio, defaultOwner } = line.settings;
		const now = clock.now();
		if (why !== null) {
			const owner = line.property?.owner ?? defaultOwner;
			await tx.tasks.open(
				noFallbackTask({
					portfolio,
					why,
					how: numbers.howToSetFallback ?? '',
					owner,
					now,
					line: { label: line.line.label, e164: number.phone },
				}),
			);
			return;
		}
		const open = await tx.tasks.list({ portfolio, state: 'open', kind: 'fix_setup', limit: MOST_OPEN });
		for (const { id, key } of open) {
			if (isFallbackTask(key, number.phone)) await tx.tasks.complete(id, 'n8n', 'The line has a fallback now.', now);
		}
	});
}
