import { reason } from '../reason';
import { DAY, MINUTE, type Millis } from '../time';
import { taskKeys } from './keys';
import type { TaskDraft } from './task';

interface Input {
	portfolio: string;
	owner: string;
	now: Millis;
}

/** The task to look by hand for calls of a time that is past looking for. */
export function callLogGapTask({
	portfolio,
	owner,
	now,
	timeZone,
	consumer,
	from,
	until,
}: Input & { timeZone: string; consumer: string; from: Millis; until: Millis }): TaskDraft {
	const said = (at: Millis) => new Intl.DateTimeFormat('en-US', { timeZone, dateStyle: 'medium', timeStyle: 'short' }).format(at);
	return {
		portfolio,
		key: taskKeys.callLogGap(consumer, from),
		kind: 'other',
		title: `Look through the phone system's call log from ${said(from)} to ${said(until)}`,
		leadId: null,
		callId: null,
		owner,
		dueAt: now + DAY,
		priority: 2,
		reasons: [
			reason(
				'call_log_gap',
				'n8n was away for more than a week. Missed calls of the last seven days were found and are worked; older ones are not looked for automatically. Call back whoever still waits.',
			),
		],
	};
}

/** The task about a line that somebody has pointed elsewhere while a published workflow serves it: one a day and line. */
export function lineDriftedTask({
	portfolio,
	owner,
	now,
	system,
	line,
}: Input & { system: string; line: { label: string; e164: string } }): TaskDraft {
	return {
		portfolio,
		key: taskKeys.staffAlert('line_drifted', line.e164, now),
		kind: 'fix_setup',
		title: `${line.label} does not lead to n8n any more`,
		leadId: null,
		callId: null,
		owner,
		dueAt: now + 30 * MINUTE,
		priority: 1,
		reasons: [
			reason(
				'line_drifted',
				`Somebody has changed at ${system} where ${line.label} (${line.e164}) leads, so its callers get no text. If it was a mistake, open the workflow in n8n and press Unpublish, then Publish. If it was meant, take the line out of the trigger and publish again.`,
			),
		],
	};
}
