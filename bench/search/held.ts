import { performance } from 'node:perf_hooks';

export interface Held {
	/** The longest that nothing else of this process could run, ms on the clock. */
	clock: number;
	/** The same, as far as this thread computed: a busy machine makes the first longer. */
	cpu: number;
	/** From beginning to end, ms on the clock. */
	whole: number;
}

/** Runs something and tells how long it kept everything else waiting. */
export async function heldBy<T>(work: () => Promise<T>): Promise<Held & { result: T }> {
	const held = { clock: 0, cpu: 0 };
	let last = now();
	let running = true;
	const look = (): void => {
		const at = now();
		held.clock = Math.max(held.clock, at.clock - last.clock);
		held.cpu = Math.max(held.cpu, at.cpu - last.cpu);
		last = at;
	};
	const again = (): void => {
		if (!running) return;
		look();
		setImmediate(again);
	};
	setImmediate(again);
	const began = performance.now();
	try {
		const result = await work();
		look();
		return { result, ...held, whole: performance.now() - began };
	} finally {
		running = false;
	}
}

function now(): { clock: number; cpu: number } {
	const { user, system } = process.threadCpuUsage();
	return { clock: performance.now(), cpu: (user + system) / 1000 };
}
