/** Lets so many jobs run at a time; the others wait in the order in which they came. */
export type Gate = <T>(job: () => Promise<T>) => Promise<T>;

export function makeGate(places: number): Gate {
	let free = places;
	const waiting: (() => void)[] = [];
	return async (job) => {
		if (free > 0) free -= 1;
		else await new Promise<void>((go) => waiting.push(go));
		try {
			return await job();
		} finally {
			// The place goes straight to the next one, so that nobody who comes just now is quicker.
			const next = waiting.shift();
			if (next === undefined) free += 1;
			else next();
		}
	};
}
