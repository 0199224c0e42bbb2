import type { Millis } from '../../leasing/time';

/** An event that a workflow must run for, stored before the provider was answered. */
export interface NewEvent {
	/** The trigger that emits it, `workflowId:nodeId`. */
	consumer: string;
	/** With `consumer` unique for ever: the same event twice is one row. */
	key: string;
	kind: string;
	/** What the trigger emits as the item's json. */
	payload: unknown;
	receivedAt: Millis;
}

export interface StoredEvent extends NewEvent {
	id: string;
	/** `waiting → running → done`, or back to `waiting` for another attempt, or `failed` for good. */
	state: 'waiting' | 'running' | 'done' | 'failed';
	attempts: number;
	claimedBy: string | null;
	claimedUntil: Millis | null;
	notBefore: Millis;
	lastError: string | null;
	finishedAt: Millis | null;
}

export interface EventFamily {
	/** @returns false when an event with this key was recorded before; nothing changes then */
	record(event: NewEvent): Promise<boolean>;
	/**
	 * Takes up to `limit` events that wait (or whose claim ran out) in order of arrival, and counts the attempt.
	 * No two claimers get the same event while a claim lasts.
	 */
	claim(consumer: string, claimer: string, limit: number, now: Millis, until: Millis): Promise<StoredEvent[]>;
	/** Prolongs the claims that `claimer` still holds. @returns how many */
	heartbeat(ids: string[], claimer: string, until: Millis): Promise<number>;
	/** @returns false when the claim was lost to somebody else meanwhile */
	finish(id: string, claimer: string, at: Millis): Promise<boolean>;
	/** Puts the event back for `retryAt`, or ends it as `failed` when `retryAt` is null. */
	fail(id: string, claimer: string, error: string, retryAt: Millis | null, at: Millis): Promise<boolean>;
	/** Those of a trigger that nobody runs just now: they wait, or their claim ran out. In order of arrival. */
	listLeft(consumer: string, now: Millis, limit: number): Promise<StoredEvent[]>;
	/**
	 * Hands one that nobody runs over from a trigger that is gone. Its attempts count on. Should the other trigger have had the same
	 * event, it is done with.
	 * @returns false when it is not there any more, or somebody runs it after all
	 */
	handOver(id: string, from: string, to: string, now: Millis): Promise<boolean>;
	/** Ends one that nobody runs, and nobody ever will. @returns false when somebody runs it after all */
	abandon(id: string, from: string, error: string, now: Millis): Promise<boolean>;
	/** When the next event of this trigger can be claimed (a retry time or the end of a foreign claim); null if none waits. */
	nextDue(consumer: string): Promise<Millis | null>;
	byKey(consumer: string, key: string): Promise<StoredEvent | null>;
	countByState(consumer: string): Promise<Record<StoredEvent['state'], number>>;
}
