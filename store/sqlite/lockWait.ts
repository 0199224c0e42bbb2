import { setTimeout as pause } from 'node:timers/promises';

import { isBusy } from './errors';

/**
 * How long a step waits for the write lock before it gives up with `store_locked`. Writers hold the lock for milliseconds; five
 * seconds cover a slow disk or a migration. Much longer, and a phone system would have stopped waiting for our answer.
 */
export const LOCK_WAIT_MS = 5_000;

/** Longest pause between two tries. Short, because SQLite has no queue for the lock: who asks often gets his turn between busy writers. */
const LONGEST_PAUSE_MS = 4;

/**
 * Tries a synchronous step until no other connection is in its way. The step must have done nothing when it reports busy,
 * which holds for `BEGIN IMMEDIATE` and for a single statement outside of a transaction.
 */
export async function untilUnlocked<T>(attempt: () => T, lockWaitMs: number): Promise<T> {
	const deadline = performance.now() + lockWaitMs;
	for (let longest = 1; ; longest = Math.min(longest * 2, LONGEST_PAUSE_MS)) {
		try {
			return attempt();
		} catch (error) {
			if (!isBusy(error) || performance.now() >= deadline) throw error;
		}
		// A random pause, so that two waiters do not go on meeting each other.
		await pause(1 + Math.random() * longest);
	}
}
