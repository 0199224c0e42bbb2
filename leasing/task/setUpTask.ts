import { reason, type Reason } from '../reason';
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

/** The task to set where a line's calls go while we are down. @param how what a person does at the phone system */
export function noFallbackTask({
	portfolio,
	why,
	how,
	owner,
	now,
	line,
}: SetUpInput & { how: string; line: { label: string; e164: string } }): TaskDraft {
	return {
		portfolio,
		key: taskKeys.noFallback(line.e164, now),
		kind: 'fix_setup',
		title: `Set a fallback for ${line.label}, so that phones ring when n8n is down`,
		leadId: null,
		callId: null,
		owner,
		dueAt: now + DAY,
		priority: 2,
		reasons: [reason(why.code, `${line.label} (${line.e164}): ${why.sentence} ${how}`.trim())],
	};
}

/** The task to give a trigger its credential back. Until then none of its calls or events is taken: one a day. */
export function credentialGoneTask({
	portfolio,
	owner,
	now,
	consumer,
	node,
	workflow,
}: Omit<SetUpInput, 'why'> & { consumer: string; node: string; workflow: string }): TaskDraft {
	return {
		portfolio,
		key: taskKeys.credentialGone(consumer, now),
		kind: 'fix_setup',
		title: `n8n takes nothing for "${node}": its credential was deleted`,
		leadId: null,
		callId: null,
		owner,
		dueAt: now + 15 * MINUTE,
		priority: 1,
		reasons: [
			reason(
				'credential_gone',
				`The workflow "${workflow}" cannot prove who sends what, so it refuses everything: callers go to the fallback of their line and, where none is set, hear an error. In n8n, open that workflow, open "${node}", choose or make its credential again and press Publish. Calls of the meantime are found in the phone system's call log afterwards.`,
			),
		],
	};
}
