import { reason } from '../../../leasing/reason';
import { answerTextTask } from '../../../leasing/task/answerTextTask';
import { checkTextTask } from '../../../leasing/task/checkTextTask';
import { connectionUnseenTask } from '../../../leasing/task/connectionUnseenTask';
import { failedCallTask, failedChangeTask, failedWorkTask } from '../../../leasing/task/failedTask';
import { isTaskKind, TASK_KINDS } from '../../../leasing/task/kinds';
import { taskKeys, taskKeysOfInquiry } from '../../../leasing/task/keys';
import { pairReviewTask } from '../../../leasing/task/reviewTask';
import { staffAlertTask, systemSetUpTask, textSetUpTask } from '../../../leasing/task/setUpTask';
import type { TaskDraft } from '../../../leasing/task/task';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const NOW = Date.UTC(2026, 0, 31, 18, 0);
/** Days since 1970 at NOW. */
const DAY_NUMBER = 20_484;
const why = reason('line_without_sms', 'The line cannot send texts.');
const base = { portfolio: 'main', owner: 'Dana', now: NOW };
const failed = { ...base, error: 'Timeout.' };
const event = { id: 'event_1', attempts: 8 };
const work = { id: 'work_1', kind: 'follow_up', key: 'lead_1:day-2', attempts: 1 };

// What stands in stores must stay findable: these words never change.
it.each<[string, string, string]>([
	['a call-back', taskKeys.callBack({ provider: 'twilio', providerId: 'CA1', fingerprint: '' }), 'call_back:twilio:CA1'],
	['whose an inquiry is', taskKeys.inquiryReview({ provider: 'twilio', providerId: 'CA1', fingerprint: '' }), 'review_match:twilio:CA1'],
	['a call-back about a form', taskKeys.callBack({ provider: 'form', providerId: '17', fingerprint: 'ab12' }), 'call_back:form:17:ab12'],
	['whether two are one', taskKeys.pairReview('review_1'), 'review_match:review_1'],
	['a text', taskKeys.text('text_1'), 'text:text_1'],
	['an inbound text', taskKeys.inboundText('inquiry_1'), 'inbound:inquiry_1'],
	['an unseen connection', taskKeys.connectionUnseen('call_1'), 'connection_unseen:call_1'],
	['a staff alert', taskKeys.staffAlert('staff_unreachable', '+15125550100', NOW), `alert:staff_unreachable:+15125550100:${DAY_NUMBER}`],
	['texts that all fail', taskKeys.textSetUp('provider_21606', NOW), `fix_setup:provider_21606:${DAY_NUMBER}`],
	['a system that refuses', taskKeys.systemSetUp('buildium', 'write_back_not_allowed'), 'fix_setup:buildium:write_back_not_allowed'],
	['a failed event', taskKeys.failedEvent('event_1'), 'failed_event:event_1'],
	['failed work', taskKeys.failedWork('work_1', 1), 'failed_work:work_1'],
	['work that failed again', taskKeys.failedWork('work_1', 2), 'failed_work:work_1:2'],
])('the key of a task about %s stays what it is', (_what, key, expected) => expect(key).toBe(expected));

it('the tasks that wait for an answer to an inquiry are found by it', () => {
	expect(taskKeysOfInquiry({ provider: 'twilio', providerId: 'CA1', fingerprint: '' }, 'inquiry_1')).toEqual([
		'call_back:twilio:CA1',
		'review_match:twilio:CA1',
		'inbound:inquiry_1',
	]);
});

it('knows its kinds', () => {
	expect([...TASK_KINDS].sort()).toEqual(['call_back', 'check_text', 'failed_event', 'fix_setup', 'other', 'review_match']);
	expect(TASK_KINDS.every(isTaskKind)).toBe(true);
	expect(['toString', 'nap', null, 3].some(isTaskKind)).toBe(false);
});

describe('a draft says what to do, who does it, by when, and why', () => {
	it.each<[string, TaskDraft, Partial<TaskDraft>]>([
		[
			'a text that did not reach the renter',
			checkTextTask({
				text: { id: 'text_1', portfolio: 'main', leadId: 'lead_1', callId: null, phone: '+15125550123' },
				why,
				owner: 'Dana',
				now: NOW,
			}),
			{ kind: 'check_text', key: 'text:text_1', leadId: 'lead_1', dueAt: NOW + 15 * MINUTE, priority: 1, reasons: [why] },
		],
		[
			'texts that all fail, which is about nobody',
			textSetUpTask({ ...base, why }),
			{ kind: 'fix_setup', title: 'Texts cannot be sent: The line cannot send texts.', leadId: null, callId: null, priority: 1 },
		],
		[
			'staff who cannot be reached',
			staffAlertTask({
				...base,
				why: reason('staff_unreachable', 'Nobody can be rung.'),
				line: { label: 'Maple Court', e164: '+15125550100' },
				callId: 'call_1',
			}),
			{ kind: 'fix_setup', title: 'Maple Court: Nobody can be rung.', callId: 'call_1', dueAt: NOW + 30 * MINUTE, priority: 1 },
		],
		[
			'a system that takes nothing',
			systemSetUpTask({ ...base, why, provider: 'acme', title: 'Allow the key to write' }),
			{
				kind: 'fix_setup',
				key: 'fix_setup:acme:line_without_sms',
				title: 'Allow the key to write',
				dueAt: NOW + 24 * HOUR,
				priority: 2,
			},
		],
		[
			'a missed call whose workflow failed',
			failedCallTask({ ...failed, event, lineLabel: 'Maple Court', callId: 'call_1' }),
			{
				kind: 'failed_event',
				title: 'A missed call to Maple Court was not handled: the workflow failed 8 times',
				callId: 'call_1',
				dueAt: NOW + 15 * MINUTE,
				priority: 1,
			},
		],
		[
			'a change whose workflow failed',
			failedChangeTask({ ...failed, event, reported: 'Acme reported Lease.Created (12)' }),
			{ title: 'Acme reported Lease.Created (12), and the workflow failed 8 times', dueAt: NOW + HOUR, priority: 2 },
		],
		[
			'work that failed',
			failedWorkTask({ ...failed, work, nth: 2 }),
			{ key: 'failed_work:work_1:2', title: 'Work "follow_up" (lead_1:day-2) was not done: the workflow failed', dueAt: NOW + HOUR },
		],
		[
			'a text to answer',
			answerTextTask({
				...base,
				inquiryId: 'inquiry_1',
				leadId: null,
				who: '(512) 555-0123',
				propertyName: 'Maple Court',
				reasons: [why],
			}),
			{
				kind: 'other',
				key: 'inbound:inquiry_1',
				title: 'Answer the text of (512) 555-0123, about Maple Court',
				dueAt: NOW + 15 * MINUTE,
			},
		],
		[
			'a caller who may have been spoken to',
			connectionUnseenTask({
				call: { id: 'call_1', portfolio: 'main', leadId: null, callerRaw: '+15125550123' },
				country: 'US',
				lineLabel: 'Maple Court',
				why,
				owner: 'Dana',
				now: NOW,
			}),
			{
				title: 'Ask whether anybody spoke with (512) 555-0123, who called Maple Court; if not, call back',
				callId: 'call_1',
				priority: 2,
			},
		],
		[
			'two who may be one renter',
			pairReviewTask({
				review: { id: 'review_1', reasons: [why] },
				lead: { id: 'lead_1', portfolio: 'main', name: 'Ana Ruiz', owner: 'Dana' },
				otherName: null,
				now: NOW,
				officeOpensAt: null,
			}),
			{ title: 'Decide whether Ana Ruiz and an inquiry that waits are one renter', dueAt: NOW + 24 * HOUR, priority: 3 },
		],
	])('%s', (_what, draft, expected) => {
		expect(draft).toMatchObject({ portfolio: 'main', owner: 'Dana', ...expected });
		expect(draft.reasons.length).toBeGreaterThan(0);
		expect(isTaskKind(draft.kind)).toBe(true);
	});
});
