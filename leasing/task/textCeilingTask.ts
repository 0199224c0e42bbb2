import type { Reason } from '../reason';
import { MINUTE, type Millis } from '../time';
import { taskKeys } from './keys';
import type { TaskDraft } from './task';

/** The task to see why so many strangers are texted: one an hour, however many texts were not sent. */
export function textCeilingTask({ portfolio, why, owner, now }: { portfolio: string; why: Reason; owner: string; now: Millis }): TaskDraft {
	return {
		portfolio,
		key: taskKeys.textCeiling(now),
		kind: 'check_text',
		title: 'Texts to numbers that never called or wrote reached their ceiling',
		leadId: null,
		callId: null,
		owner,
		dueAt: now + 15 * MINUTE,
		priority: 1,
		reasons: [why],
	};
}
