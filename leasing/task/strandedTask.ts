import { reason } from '../reason';
import { HOUR, MINUTE, type Millis } from '../time';
import { taskKeys } from './keys';
import type { TaskDraft } from './task';

interface Stranded {
	portfolio: string;
	owner: string;
	now: Millis;
	/** Of the line, as staff call it, or its number; null when it is no call. */
	line: string | null;
	callId: string | null;
}

const NOBODY_SERVES = 'nobody_serves';

/** What a person reads about an event that no workflow will run. */
export const STRANDED_SENTENCE =
	'The workflow that was to handle it has been unpublished, deleted or changed, and no other published workflow has taken over.';

/** The task about an event whose trigger is gone, and that no other trigger takes over. */
export function strandedEventTask({
	portfolio,
	owner,
	now,
	line,
	callId,
	eventId,
	kind,
}: Stranded & { eventId: string; kind: string }): TaskDraft {
	const isCall = line !== null;
	return {
		portfolio,
		key: taskKeys.failedEvent(eventId),
		kind: 'failed_event',
		title: isCall
			? `A missed call to ${line} was not handled: its workflow is gone`
			: `Nobody has handled an event (${kind}): its workflow is gone`,
		leadId: null,
		callId,
		owner,
		dueAt: now + (isCall ? 15 * MINUTE : HOUR),
		priority: isCall ? 1 : 2,
		reasons: [
			reason(
				NOBODY_SERVES,
				isCall
					? `${STRANDED_SENTENCE} Call the renter back. Then publish a workflow with a trigger for this line in n8n, so that the next call is handled.`
					: `${STRANDED_SENTENCE} Look at what was reported, and publish a workflow with that trigger again in n8n.`,
			),
		],
	};
}

/** The task about a call of which nobody will ever learn how it ended. @param callId of the call */
export function strandedCallTask({ portfolio, owner, now, line, callId }: Stranded & { callId: string }): TaskDraft {
	return {
		portfolio,
		key: taskKeys.strandedCall(callId),
		kind: 'call_back',
		title: `Call back: nobody knows whether a call to ${line ?? 'your line'} was answered`,
		leadId: null,
		callId,
		owner,
		dueAt: now + 15 * MINUTE,
		priority: 1,
		reasons: [
			reason(
				NOBODY_SERVES,
				'The workflow that took this call was unpublished, deleted or changed while the call went on, so nobody heard how it ended. Call the renter back. Then publish a workflow with a trigger for this line in n8n, so that the next call is handled.',
			),
		],
	};
}

/** The task about work that is due, and whose trigger is gone. The work itself waits on, and is done once somebody publishes. */
export function idleWorkTask({ portfolio, owner, now, kind }: Pick<Stranded, 'portfolio' | 'owner' | 'now'> & { kind: string }): TaskDraft {
	return {
		portfolio,
		key: taskKeys.idleWork(kind, now),
		kind: 'fix_setup',
		title: `Work "${kind}" is due, and no published workflow does it`,
		leadId: null,
		callId: null,
		owner,
		dueAt: now + HOUR,
		priority: 2,
		reasons: [
			reason(
				NOBODY_SERVES,
				`The workflow with the Leasing Work Trigger for "${kind}" has been unpublished, deleted or changed. Publish one in n8n: what waits is then done by itself.`,
			),
		],
	};
}
