import { formatPhone } from '../phone/formatPhone';
import type { Reason } from '../reason';
import { MINUTE, type Millis } from '../time';
import { taskKeys } from './keys';
import type { TaskDraft } from './task';

export interface ConnectionUnseenInput {
	call: { id: string; portfolio: string; leadId: string | null; callerRaw: string };
	/** Of the company, for writing the number. */
	country: string;
	lineLabel: string;
	why: Reason;
	owner: string;
	now: Millis;
}

/** The task to ask whether anybody spoke with a caller: no text goes to somebody who was most likely spoken to. */
export function connectionUnseenTask({ call, country, lineLabel, why, owner, now }: ConnectionUnseenInput): TaskDraft {
	return {
		portfolio: call.portfolio,
		key: taskKeys.connectionUnseen(call.id),
		kind: 'other',
		title: `Ask whether anybody spoke with ${formatPhone(call.callerRaw, country)}, who called ${lineLabel}; if not, call back`,
		leadId: call.leadId,
		callId: call.id,
		owner,
		dueAt: now + 15 * MINUTE,
		priority: 2,
		reasons: [why],
	};
}
