/**
 * Runs things when they are due, strictly in the order of their due times, with room for network events in between.
 * Node's own timers promise no order among different delays: when the process was held up for longer than both, the
 * longer one may fire first, and a phone that was busy at once would seem to have rung out.
 */
interface Entry {
	/** On the clock of `performance.now()`. */
	due: number;
	run: () => void;
}

const waiting: Entry[] = [];
let timer: NodeJS.Timeout | null = null;
let step: NodeJS.Immediate | null = null;

/** Runs `action` once, after `ms` real milliseconds. @returns cancel */
export function runAfter(ms: number, action: () => void): () => void {
	const entry: Entry = { due: performance.now() + ms, run: action };
	const later = waiting.findIndex((other) => other.due > entry.due);
	waiting.splice(later < 0 ? waiting.length : later, 0, entry);
	arm();
	return () => {
		const index = waiting.indexOf(entry);
		if (index < 0) return;
		waiting.splice(index, 1);
		arm();
	};
}

function arm(): void {
	if (timer !== null) clearTimeout(timer);
	timer = null;
	const next = waiting[0];
	if (next === undefined || step !== null) return;
	// Longer than a timer can be: look again then.
	timer = setTimeout(runNext, Math.min(Math.max(0, Math.ceil(next.due - performance.now())), 2 ** 31 - 1));
}

/** Runs one entry, then lets promises and the network have their turn before the next. */
function runNext(): void {
	timer = null;
	const next = waiting[0];
	if (next === undefined) return;
	if (next.due > performance.now()) return arm();
	waiting.shift();
	step = setImmediate(() => {
		step = null;
		arm();
	});
	next.run();
}
