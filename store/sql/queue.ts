/** Runs jobs one after another in the order in which they came, whether the one before succeeded or not. */
export type Queue = <T>(job: () => Promise<T>) => Promise<T>;

export function makeQueue(): Queue {
	let tail: Promise<unknown> = Promise.resolve();
	return (job) => {
		const result = tail.then(job);
		tail = result.catch(() => undefined);
		return result;
	};
}
