import { found, inOrder, type Finding } from '../../leasing/health/finding';
import { counted, spanInWords } from '../../leasing/health/span';
import { DAY, MINUTE, type Millis } from '../../leasing/time';
import type { Office } from '../office';

/** A workflow that takes longer than this to begin is not about to. */
const EVENT_WAITS: Millis = 5 * MINUTE;
/** What is due is looked for every few seconds. */
const DUE_FOR: Millis = 10 * MINUTE;

/** Missed calls and other events whose workflow has not run to its end. */
export async function checkEvents({ store, clock }: Office): Promise<Finding[]> {
	const now = clock.now();
	const late = (await store.health.unfinishedEvents()).filter(({ oldest }) => oldest !== null && now - oldest > EVENT_WAITS);
	if (late.length === 0) return [inOrder('events', 'No event waits for its workflow.')];
	return late.map(({ consumer, count, oldest }) =>
		found(
			'events',
			'urgent',
			`${counted(count, 'event')} of workflow ${workflowOf(consumer)} ${count === 1 ? 'waits' : 'wait'} for the workflow to run, the oldest for ${spanInWords(now - (oldest ?? now))}.`,
			"Open this workflow in n8n. If it is unpublished or was deleted, publish it; if it is published, look at its executions for one that hangs or fails, and at n8n's limit for concurrent executions.",
			workflowOf(consumer),
		),
	);
}

/** Work of the software that should have been done. */
export async function checkWork({ store, clock }: Office): Promise<Finding[]> {
	const now = clock.now();
	const late = await store.health.overdueWork(now - DUE_FOR);
	if (late.length === 0) return [inOrder('work', 'All work of the software is done in time.')];
	return late.map(({ kind, count, oldest }) =>
		found(
			'work',
			'warning',
			`${counted(count, 'piece')} of work "${kind}" ${count === 1 ? 'is' : 'are'} overdue, the oldest for ${spanInWords(now - (oldest ?? now))}.`,
			`Publish a workflow that does it: Leasing Work Trigger with this kind, or for a write-back the template of your property-management system.`,
			kind,
		),
	);
}

/** Texts that should be out, or of which nobody knows whether they are. */
export async function checkTexts({ store, clock }: Office, portfolio: string): Promise<Finding[]> {
	const now = clock.now();
	const findings: Finding[] = [];
	const late = await store.health.overdueTexts(portfolio, now - DUE_FOR);
	if (late.count > 0 && late.oldest !== null) {
		findings.push(
			found(
				'texts_held',
				'urgent',
				`${counted(late.count, 'text')} should have gone out, the oldest ${spanInWords(now - late.oldest)} ago.`,
				'Publish the workflow whose trigger serves the line: it sends what was held. If it is published, check its credential.',
			),
		);
	}
	const unclear = await store.health.unclearTexts(portfolio);
	if (unclear.count > 0) {
		findings.push(
			found(
				'texts_unclear',
				'warning',
				`Of ${counted(unclear.count, 'text')} nobody knows whether ${unclear.count === 1 ? 'it' : 'they'} went out.`,
				'Each has a task: look at the phone system whether the text is there, and call if it is not.',
			),
		);
	}
	for (const { code, count } of await store.health.failedTexts(portfolio, now - DAY)) {
		findings.push(
			found(
				'texts_failed',
				count >= 3 ? 'urgent' : 'warning',
				`${counted(count, 'text')} of the last day failed${code === '' ? '' : ` with error ${code}`}.`,
				'Their tasks say why. If it is the same error each time, something about the line or the account must be mended.',
				code === '' ? null : code,
			),
		);
	}
	return findings.length > 0 ? findings : [inOrder('texts', 'No text is overdue, unclear or failed within the last day.')];
}

/** What people have not done in time. */
export async function checkTasks({ store, clock }: Office, portfolio: string): Promise<Finding[]> {
	const now = clock.now();
	const { count, oldest } = await store.health.overdueTasks(portfolio, now);
	if (count === 0 || oldest === null) return [inOrder('tasks', 'No task is overdue.')];
	return [
		found(
			'tasks',
			now - oldest > DAY ? 'warning' : 'hint',
			`${counted(count, 'task')} ${count === 1 ? 'is' : 'are'} overdue, the oldest for ${spanInWords(now - oldest)}.`,
			'List them with the Lead node (Task, Get Many) and do or complete them.',
		),
	];
}

function workflowOf(consumer: string): string {
	return consumer.split(':')[0] ?? consumer;
}
