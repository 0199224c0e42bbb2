import { maskPhone } from '../phone/maskPhone';
import type { Reason } from '../reason';
import { MINUTE, type Millis } from '../time';
import { taskKeys } from './keys';
import type { TaskDraft } from './task';

export interface CheckTextInput {
	text: { id: string; portfolio: string; leadId: string | null; callId: string | null; phone: string };
	why: Reason;
	owner: string;
	now: Millis;
}

/** The task to see to a renter whom a text did not reach, where no call-back is open. */
export function checkTextTask({ text, why, owner, now }: CheckTextInput): TaskDraft {
	return {
		portfolio: text.portfolio,
		key: taskKeys.text(text.id),
		kind: 'check_text',
		title: `Text to ${maskPhone(text.phone)} needs a look`,
		leadId: text.leadId,
		callId: text.callId,
		owner,
		dueAt: now + 15 * MINUTE,
		priority: 1,
		reasons: [why],
	};
}
