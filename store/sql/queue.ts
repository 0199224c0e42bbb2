/** Runs jobs one after another in the order in which they came, whether the one before succeeded or not. */
export type Queue = <T>(job: () => Promise<T>) => Promise<T>;

function ignore(): void {}

export function makeQueue(): Queue {
	let last: Promise<unknown> | null = null;
	return (job) => {
		const result = last === null ? job() : last.then(job);
		const settled: Promise<unknown> = result.then(ignore, ignore).then(() => {
			if (last === settled) last = null;
		});
		last = settled;
		return result;
	};
}
