import type { Reason } from '../reason';
import { MINUTE, type Millis } from '../time';
import { taskKeys } from './keys';
import type { TaskDraft } from './task';

export interface AnswerTextInput {
	portfolio: string;
	inquiryId: string;
	leadId: string | null;
	/** Name or number of whoever wrote. */
	who: string;
	propertyName: string | null;
	owner: string;
	reasons: Reason[];
	now: Millis;
}

/** The task to answer what a renter wrote, where no call-back is open. */
export function answerTextTask({ portfolio, inquiryId, leadId, who, propertyName, owner, reasons, now }: AnswerTextInput): TaskDraft {
	return {
		portfolio,
		key: taskKeys.inboundText(inquiryId),
		kind: 'other',
		title: `Answer the text of ${who}${propertyName === null ? '' : `, about ${propertyName}`}`,
		leadId,
		callId: null,
		owner,
		dueAt: now + 15 * MINUTE,
		priority: 1,
		reasons,
	};
}
