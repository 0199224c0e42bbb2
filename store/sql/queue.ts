/** Runs jobs one after another in the order in which they came, whether the one before succeeded or not. */
export type Queue = <T>(job: () => Promise<T>) => Promise<T>;

export function makeQueue(): Queue {
	const waiting: Array<() => void> = [];
	let busy = false;
	return async (job) => {
		if (busy) await new Promise<void>((resolve) => waiting.push(resolve));
		busy = true;
		try {
			return await job();
		} finally {
			// Whoever comes in between finds it busy, too, and stands behind.
			const next = waiting.shift();
			if (next === undefined) busy = false;
			else next();
		}
	};
}
