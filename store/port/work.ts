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

export interface WorkFamily {
	/** @returns false when work with this kind and key was added before */
	add(work: NewWork): Promise<boolean>;
	claim(kinds: string[], claimer: string, limit: number, now: Millis, until: Millis): Promise<StoredWork[]>;
	heartbeat(ids: string[], claimer: string, until: Millis): Promise<number>;
	finish(id: string, claimer: string, at: Millis): Promise<boolean>;
	/** Back to waiting at `retryAt`, or `failed` for good when null. */
	fail(id: string, claimer: string, error: string, retryAt: Millis | null, at: Millis): Promise<boolean>;
	/** @returns false when it is over already, or somebody is doing it right now */
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
