import { setTimeout as sleep } from 'node:timers/promises';

/** Part of a slot by which a request may come late, so that the two sides do not always meet the same background work. */
const JITTER = 0.25;

/**
 * Runs `ours` and `peer` `count` times each, `perSecond` of each a second: ours in the first half of every slot, the peer
 * in the second. Starts are set by the clock and wait for nobody, so that a slow answer does not spare the next request.
 * @returns the results in the order of the calls
 */
export async function interleave<T>(
	{ count, perSecond }: { count: number; perSecond: number },
	ours: (index: number) => Promise<T>,
	peer: (index: number) => Promise<T>,
): Promise<{ ours: T[]; peer: T[] }> {
	const slot = 1000 / perSecond;
	const began = performance.now();
	const at = async (moment: number, work: () => Promise<T>): Promise<T> => {
		await sleep(Math.max(0, began + moment + Math.random() * JITTER * slot - performance.now()));
		return await work();
	};
	const all = Array.from({ length: count }, async (_, index) => {
		const start = index * slot;
		return await Promise.all([at(start, async () => await ours(index)), at(start + slot / 2, async () => await peer(index))]);
	});
	const results = await Promise.all(all);
	return { ours: results.map(([mine]) => mine), peer: results.map(([, theirs]) => theirs) };
}
