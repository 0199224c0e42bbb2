import { AsyncLocalStorage } from 'node:async_hooks';

/** Whether a scope may still be used: a transaction ends its own, and with it every scope inside. */
export interface Life {
	isOpen(): boolean;
	/** What to say to a caller who comes afterwards. */
	readonly over: string;
}

/** A scope by its place: 0 outside of a transaction, 1 in a transaction, more in steps of it. */
export interface Level {
	depth: number;
	life: Life;
}

const TRANSACTION_OVER = 'This store transaction is over. Await every store call inside the function of the transaction.';

/** Knows which transaction or step is running in the present asynchronous context. One for each database. */
export interface Nesting {
	/**
	 * Refuses a call that goes past the running transaction to a scope around it: it would not be part of the transaction, and may
	 * wait for what waits for it.
	 */
	refusePast(level: Level): void;
	/** Runs `work` one level deeper. @returns that level, its result, and what ends it before it ends by itself */
	deeper<T>(from: Level, work: (level: Level) => Promise<T>): { done: Promise<T>; end: () => void };
}

export function makeNesting(): Nesting {
	const running = new AsyncLocalStorage<Level>();
	return {
		refusePast({ depth }) {
			const around = running.getStore();
			if (around !== undefined && around.depth > depth && around.life.isOpen()) {
				throw new Error(
					'A store call inside a transaction went past it. Use the `tx` that the transaction hands to its function; transactions do not nest.',
				);
			}
		},

		deeper(from, work) {
			let open = true;
			const level: Level = { depth: from.depth + 1, life: { isOpen: () => open && from.life.isOpen(), over: TRANSACTION_OVER } };
			const end = () => {
				open = false;
			};
			return { done: running.run(level, async () => await work(level)).finally(end), end };
		},
	};
}
