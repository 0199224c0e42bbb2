import type { Reason } from '../../leasing/reason';
import type { TaskKind } from '../../leasing/task/kinds';
import type { Millis } from '../../leasing/time';

/** Something that a person must do. */
export interface NewTask {
	portfolio: string;
	/** Unique per portfolio: the same cause opens one task. */
	key: string;
	kind: TaskKind;
	title: string;
	leadId: string | null;
	callId: string | null;
	owner: string;
	dueAt: Millis;
	/** 1 = now, 2 = today, 3 = whenever. */
	priority: 1 | 2 | 3;
	reasons: Reason[];
}

export interface StoredTask extends NewTask {
	id: string;
	state: 'open' | 'done';
	createdAt: Millis;
	updatedAt: Millis;
	doneAt: Millis | null;
	doneBy: string | null;
	doneNote: string | null;
}

export interface TaskFamily {
	/** Inserts, or returns the task already there under the key. */
	open(task: NewTask): Promise<{ task: StoredTask; created: boolean }>;
	get(id: string): Promise<StoredTask | null>;
	byKey(portfolio: string, key: string): Promise<StoredTask | null>;
	/** Adds reasons and, when given, raises priority (never lowers it) or changes title. A done task stays as it is. */
	annotate(id: string, change: { reasons?: Reason[]; priority?: 1 | 2 | 3; title?: string; leadId?: string }): Promise<StoredTask>;
	/** @returns null when there is no such open task */
	complete(id: string, by: string, note: string | null, at: Millis): Promise<StoredTask | null>;
	/** Open tasks by priority, then due time, then age; done ones newest first; without `state` the open ones, then the done. */
	list(query: {
		portfolio: string;
		state?: 'open' | 'done';
		owner?: string;
		leadId?: string;
		kind?: NewTask['kind'];
		callId?: string;
		limit: number;
	}): Promise<StoredTask[]>;
}
