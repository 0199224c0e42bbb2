import type { Millis } from '../../leasing/time';

/** A durable instruction to the software itself. Not a task: tasks are for people. */
export interface NewWork {
	portfolio: string | null;
	kind: string;
	/** With `kind` unique for ever. */
	key: string;
	payload: unknown;
	dueAt: Millis;
}

export interface StoredWork extends NewWork {
	id: string;
	state: 'waiting' | 'claimed' | 'done' | 'failed' | 'cancelled';
	attempts: number;
	claimedBy: string | null;
	claimedUntil: Millis | null;
	lastError: string | null;
	createdAt: Millis;
	finishedAt: Millis | null;
}

/**
 * What to do when there is work under the kind and key already.
 *
 * - `keep`: nothing. The danger: the newcomer's payload and time are dropped, whatever they say.
 * - `move`: it becomes due at the new time instead, also when it waits to be tried again; its payload stays. What is over stays over, and what
 *   is being done right now is done once: the new time counts only should that fail. So it never makes work run twice. The danger: moved too
 *   late, it changes nothing.
 * - `replace`: payload and time are the new ones and its attempts count from 0, in whatever state it was: what is over is to be done anew, and
 *   what is being done right now is done again afterwards. So no instruction is ever lost. The danger: what the earlier one did is not undone;
 *   the deed happens twice if it had happened.
 *
 * A tour that is moved replaces its reminder: the payload holds the time of the tour, and a reminder that went out already must go out again.
 */
export type PutMode = 'keep' | 'move' | 'replace';

/**
 * What became of it. `added`: there was none. `kept`: all is as it was. `moved`, `replaced`: as asked. `after_run`: somebody is doing it right
 * now; the change counts when that has ended.
 */
export type PutResult = 'added' | 'kept' | 'moved' | 'replaced' | 'after_run';

export interface WorkFamily {
	/** Puts work under its kind and key. @param now when a claim ends counts from here */
	put(work: NewWork, mode: PutMode, now: Millis): Promise<PutResult>;
	/** As `put` with `keep`. @returns false when work with this kind and key was added before */
	add(work: NewWork): Promise<boolean>;
	claim(kinds: string[], claimer: string, limit: number, now: Millis, until: Millis): Promise<StoredWork[]>;
	heartbeat(ids: string[], claimer: string, until: Millis): Promise<number>;
	/** Done; or waiting again, when it was replaced meanwhile. */
	finish(id: string, claimer: string, at: Millis): Promise<boolean>;
	/** Back to waiting at `retryAt`, or `failed` for good when null. What was put under its key meanwhile counts instead. */
	fail(id: string, claimer: string, error: string, retryAt: Millis | null, at: Millis): Promise<boolean>;
	/** @returns false when it is over already, or somebody is doing it right now; then it is not done again, at least */
	cancel(id: string, at: Millis): Promise<boolean>;
	/**
	 * Puts failed or cancelled work back to waiting at `dueAt`, with its attempts counted from 0 again; its last error stays
	 * to be read.
	 * @returns false when it is neither failed nor cancelled
	 */
	retry(id: string, dueAt: Millis): Promise<boolean>;
	get(id: string): Promise<StoredWork | null>;
	byKey(kind: string, key: string): Promise<StoredWork | null>;
	list(query: { portfolio?: string; kind?: string; state?: StoredWork['state']; limit: number }): Promise<StoredWork[]>;
}
