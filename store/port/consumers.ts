import type { Millis } from '../../leasing/time';

/** A trigger that is, or was, published; whoever stores events for a workflow. */
export interface Consumer {
	/** `workflowId:nodeId`. */
	consumer: string;
	/** What it takes, each `kind of event:what`, such as `missed_call:+15125550100`. Who takes the same may take over from it. */
	serves: string[];
	/** Counts up as long as it is published. Whoever sees no change for minutes knows that it is gone, whatever any clock says. */
	beats: number;
}

export interface ConsumerFamily {
	/** It is there, and takes this. */
	beat(consumer: string, serves: readonly string[], at: Millis): Promise<void>;
	list(): Promise<Consumer[]>;
	/** When it was there last, by the clock of then; null: it never was. */
	lastSeen(consumer: string): Promise<Millis | null>;
	/** Triggers, published or not, that events wait for, or calls that are not decided. Without those of an editor that listens. */
	withUnfinished(): Promise<string[]>;
}
