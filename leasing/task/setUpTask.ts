import type { Reason } from '../reason';
import { DAY, MINUTE, type Millis } from '../time';
import { taskKeys } from './keys';
import type { TaskDraft } from './task';

interface SetUpInput {
	portfolio: string;
	why: Reason;
	owner: string;
	now: Millis;
}

/** The task to mend what makes every text fail: one a day. */
export function textSetUpTask({ portfolio, why, owner, now }: SetUpInput): TaskDraft {
	return {
		portfolio,
		key: taskKeys.textSetUp(why.code, now),
		kind: 'fix_setup',
		title: `Texts cannot be sent: ${why.sentence}`,
		leadId: null,
		callId: null,
		owner,
		dueAt: now + 15 * MINUTE,
		priority: 1,
		reasons: [why],
	};
}

/** The task to mend why staff cannot be reached: one a day and line, whoever calls. */
export function staffAlertTask({
	portfolio,
	why,
	owner,
	now,
	line,
	callId,
}: SetUpInput & { line: { label: string; e164: string }; callId: string }): TaskDraft {
	return {
		portfolio,
		key: taskKeys.staffAlert(why.code, line.e164, now),
		kind: 'fix_setup',
		title: `${line.label}: ${why.sentence}`,
		leadId: null,
		callId,
		owner,
		dueAt: now + 30 * MINUTE,
		priority: 1,
		reasons: [why],
	};
}

/** The task to mend what keeps outcomes from the property-management system: once for all events that meet it. */
export function systemSetUpTask({
	portfolio,
	why,
	owner,
	now,
	provider,
	title,
}: SetUpInput & { provider: string; title: string }): TaskDraft {
	return {
		portfolio,
		key: taskKeys.systemSetUp(provider, why.code),
		kind: 'fix_setup',
		title,
		leadId: null,
		callId: null,
		owner,
		dueAt: now + DAY,
		priority: 2,
		reasons: [why],
	};
}
