import { setTimeout as sleep } from 'node:timers/promises';

/** Milliseconds. */
export interface Held {
	total: number;
	/** Computed by this thread in all. */
	computed: number;
	/** The longest stretch in which nobody else had a turn. */
	longest: number;
	/** The same, counting only what this thread computed: what others on a busy machine took does not show. */
	longestCpu: number;
}

const cpu = (): number => {
	const { user, system } = process.threadCpuUsage();
	return (user + system) / 1_000;
};

/** Runs work beside a timer that wants its turn every millisecond, as a request to n8n would. */
export async function held(work: () => Promise<unknown>): Promise<Held> {
	let longest = 0;
	let longestCpu = 0;
	let last = performance.now();
	let lastCpu = cpu();
	const turn = (): void => {
		const now = performance.now();
		const nowCpu = cpu();
		longest = Math.max(longest, now - last);
		longestCpu = Math.max(longestCpu, nowCpu - lastCpu);
		last = now;
		lastCpu = nowCpu;
	};
	const timer = setInterval(turn, 1);
	await sleep(5);
	turn();
	longest = 0;
	longestCpu = 0;
	const began = performance.now();
	const beganCpu = cpu();
	await work();
	const total = performance.now() - began;
	const computed = cpu() - beganCpu;
	await sleep(3);
	turn();
	clearInterval(timer);
	return { total, computed, longest, longestCpu };
}
