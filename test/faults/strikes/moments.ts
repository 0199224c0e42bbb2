import { setTimeout as sleep } from 'node:timers/promises';
import type { Deployment } from '../deployment/contract';
import type { Random } from '../random';

/** A point in the life of a call at which it hurts most to be killed. Seen from outside: the product knows nothing of it. */
export interface Moment {
	name: string;
	weight: number;
	/** Resolves at the moment; it acts at once by calling `strike`. @returns false when the moment did not come in time */
	await(deployment: Deployment, random: Random, strike: () => void): Promise<boolean>;
}

/** How long to wait for a moment before striking anyway. */
const PATIENCE_MS = 10_000;
const LOOK_EVERY_MS = 2;

/** Comes when a query yields a key that it did not yield when the wait began. */
function stored(name: string, weight: number, query: string): Moment {
	return {
		name,
		weight,
		async await(deployment, _random, strike) {
			const keys = async () => (await deployment.look<{ key: string }>(query)).map(({ key }) => key);
			const before = new Set(await keys());
			const deadline = Date.now() + PATIENCE_MS;
			while (Date.now() < deadline) {
				if ((await keys()).some((key) => !before.has(key))) {
					strike();
					return true;
				}
				await sleep(LOOK_EVERY_MS);
			}
			return false;
		},
	};
}

/** Comes while the phone company takes a text: it has it, and nobody was told yet. */
function accepting(name: string, weight: number, delay: (random: Random) => number | null): Moment {
	return {
		name,
		weight,
		async await(deployment, random, strike) {
			const wait = delay(random);
			return await new Promise((resolve) => {
				const end = (seen: boolean) => {
					clearTimeout(timer);
					unlisten();
					resolve(seen);
				};
				const timer = setTimeout(() => end(false), PATIENCE_MS);
				const unlisten = deployment.sandbox.onEvent(({ kind, data }) => {
					if (kind !== 'text' || (data as { status?: string }).status !== 'queued') return;
					if (wait === null) strike();
					else setTimeout(strike, wait);
					end(true);
				});
			});
		},
	};
}

export const MOMENTS: readonly Moment[] = [
	{
		name: 'any moment',
		weight: 5,
		await: async (_deployment, random, strike) => {
			await sleep(random.between(0, 4_000));
			strike();
			return true;
		},
	},
	stored('call heard', 2, "SELECT id AS key FROM calls WHERE state = 'open' ORDER BY id DESC LIMIT 30"),
	stored('staff pressed 1', 1, "SELECT id AS key FROM call_signals WHERE key LIKE 'accepted%' ORDER BY id DESC LIMIT 30"),
	stored('event stored', 3, 'SELECT id AS key FROM events ORDER BY id DESC LIMIT 30'),
	stored('event claimed', 2, "SELECT id || ':' || attempts AS key FROM events WHERE state = 'running'"),
	stored('lead made', 1, 'SELECT id AS key FROM leads ORDER BY id DESC LIMIT 30'),
	stored('text planned', 2, 'SELECT id AS key FROM texts ORDER BY id DESC LIMIT 30'),
	stored('text claimed', 2, "SELECT id || ':' || claimed_by AS key FROM texts WHERE state = 'claimed' AND attempted_at IS NULL"),
	stored('text attempted', 3, "SELECT id || ':' || attempts AS key FROM texts WHERE state = 'claimed' AND attempted_at IS NOT NULL"),
	// Before the answer is written: n8n will never hear that the text was taken.
	accepting('inside the accept', 4, () => null),
	// The answer may be on its way, or n8n may be about to store it.
	accepting('text accepted', 3, (random) => random.between(0, 25)),
	stored('text sent', 1, "SELECT id AS key FROM texts WHERE state IN ('sent', 'delivered') ORDER BY id DESC LIMIT 30"),
	stored('event done', 1, "SELECT id AS key FROM events WHERE state = 'done' ORDER BY finished_at DESC LIMIT 30"),
];
