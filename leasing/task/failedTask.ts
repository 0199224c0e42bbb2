import { reason } from '../reason';
import { HOUR, MINUTE, type Millis } from '../time';
import { taskKeys } from './keys';
import type { TaskDraft } from './task';

interface FailedInput {
	portfolio: string;
	owner: string;
	/** What the workflow said, as a sentence. */
	error: string;
	now: Millis;
}

interface FailedEvent {
	id: string;
	attempts: number;
}

/** The task about a missed call whose workflow failed every time: the renter waits. */
export function failedCallTask({
	portfolio,
	owner,
	error,
	now,
	event,
	lineLabel,
	callId,
}: FailedInput & { event: FailedEvent; lineLabel: string | null; callId: string | null }): TaskDraft {
	const to = lineLabel ? ` to ${lineLabel}` : '';
	return {
		portfolio,
		key: taskKeys.failedEvent(event.id),
		kind: 'failed_event',
		title: `A missed call${to} was not handled: the workflow failed ${event.attempts} times`,
		leadId: null,
		callId,
		owner,
		dueAt: now + 15 * MINUTE,
		priority: 1,
		reasons: [
			reason(
				'workflow_failed',
				`The workflow failed: ${error} Open its executions in n8n, mend the cause, then call the renter back.`,
			),
		],
	};
}

/** The task about a lead whose workflow failed every time: a renter waits. @param from `Zillow`, `the mailbox leasing@…` */
export function failedDeliveryTask({
	portfolio,
	owner,
	error,
	now,
	event,
	from,
}: FailedInput & { event: FailedEvent; from: string }): TaskDraft {
	return {
		portfolio,
		key: taskKeys.failedEvent(event.id),
		kind: 'failed_event',
		title: `A lead from ${from} was not handled: the workflow failed ${event.attempts} times`,
		leadId: null,
		callId: null,
		owner,
		dueAt: now + 15 * MINUTE,
		priority: 1,
		reasons: [
			reason(
				'workflow_failed',
				`The workflow failed: ${error} Open its executions in n8n: what was sent stands there. Mend the cause, then get back to the renter.`,
			),
		],
	};
}

/** The task about a change in another system whose workflow failed every time. @param reported `Acme reported Lease.Created (12)` */
export function failedChangeTask({
	portfolio,
	owner,
	error,
	now,
	event,
	reported,
}: FailedInput & { event: FailedEvent; reported: string }): TaskDraft {
	return {
		portfolio,
		key: taskKeys.failedEvent(event.id),
		kind: 'failed_event',
		title: `${reported}, and the workflow failed ${event.attempts} times`,
		leadId: null,
		callId: null,
		owner,
		dueAt: now + HOUR,
		priority: 2,
		reasons: [reason('workflow_failed', `The workflow failed: ${error} Open its executions in n8n and mend the cause.`)],
	};
}

/** The task about work that failed for good. @param nth which task about this work it is, from 1 */
export function failedWorkTask({
	portfolio,
	owner,
	error,
	now,
	work,
	nth,
}: FailedInput & { work: { id: string; kind: string; key: string; attempts: number }; nth: number }): TaskDraft {
	const times = `${work.attempts} ${work.attempts === 1 ? 'attempt' : 'attempts'}`;
	return {
		portfolio,
		key: taskKeys.failedWork(work.id, nth),
		kind: 'failed_event',
		title: `Work "${work.kind}" (${work.key}) was not done: the workflow failed`,
		leadId: null,
		callId: null,
		owner,
		dueAt: now + HOUR,
		priority: 2,
		reasons: [
			reason(
				'work_failed',
				`After ${times}: ${error} Mend the cause, then put it back with the Lead node: resource Work, operation Retry, Work ID ${work.id}.`,
			),
		],
	};
}
