import type { Reason } from '../reason';
import { DAY, type Millis } from '../time';
import { taskKeys } from './keys';
import type { TaskDraft } from './task';

interface UnreadEventInput {
	portfolio: string;
	/** The system that reported something, as in keys. */
	provider: string;
	/** The same, as people call it. */
	name: string;
	why: Reason;
	owner: string;
	now: Millis;
}

/** The task to see what a system reported that could not be read: one a day, however much it was. */
export function unreadEventTask({ portfolio, provider, name, why, owner, now }: UnreadEventInput): TaskDraft {
	return {
		portfolio,
		key: taskKeys.unreadEvent(provider, now),
		kind: 'failed_event',
		title: `${name} reported something that could not be read; see there what changed today`,
		leadId: null,
		callId: null,
		owner,
		dueAt: now + DAY,
		priority: 2,
		reasons: [why],
	};
}
