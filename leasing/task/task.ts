import type { Reason } from '../reason';
import type { Millis } from '../time';
import type { TaskKind } from './kinds';

/** A task as the rules propose it; the store gives it an id and opens it once per key. */
export interface TaskDraft {
	portfolio: string;
	/** Made by taskKeys (keys.ts), so that the same cause opens one task. */
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
