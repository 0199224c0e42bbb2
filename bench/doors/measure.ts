import { setTimeout as sleep } from 'node:timers/promises';

/** How long a piece of work took, and the longest stretch in which nobody else had a turn. Milliseconds. */
export interface Held {
	total: number;
	longest: number;
}

/** Runs work beside a timer that wants its turn every millisecond, as a request to n8n would. */
export async function held(work: () => Promise<unknown>): Promise<Held> {
	let longest = 0;
	let last = performance.now();
	const turn = (): void => {
		const now = performance.now();
		longest = Math.max(longest, now - last);
		last = now;
	};
	const timer = setInterval(turn, 1);
	await sleep(5);
	turn();
	longest = 0;
	const began = performance.now();
	await work();
	const total = performance.now() - began;
	await sleep(3);
	turn();
	clearInterval(timer);
	return { total, longest };
}
