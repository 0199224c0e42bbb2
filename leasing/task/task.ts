import type { Reason } from '../reason';
import type { Millis } from '../time';

/** A task as the rules propose it; the store gives it an id and opens it once per key. */
export interface TaskDraft {
	portfolio: string;
	/** Made from the provider's ids, so that the same inquiry opens one task. */
	key: string;
	kind: 'call_back' | 'review_match';
	title: string;
	leadId: string | null;
	callId: string | null;
	owner: string;
	dueAt: Millis;
	/** 1 = now, 2 = today, 3 = whenever. */
	priority: 1 | 2 | 3;
	reasons: Reason[];
}
