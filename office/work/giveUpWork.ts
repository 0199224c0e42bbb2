import { reason } from '../../leasing/reason';
import { HOUR, type Millis } from '../../leasing/time';
import type { StoreFamilies, StoredWork } from '../../store/port';
import { taskPortfolio } from '../tasks/taskPortfolio';

/**
 * Work that failed for good becomes a task. One piece of work has one open task, however often it is retried and fails
 * again; when somebody has completed that task, the next failure opens another.
 */
export async function giveUpWork(store: StoreFamilies, work: StoredWork, error: string, at: Millis): Promise<void> {
	const saved = await taskPortfolio(store, work.portfolio);
	// Without any settings nobody can own a task; the work itself stays, as failed.
	if (!saved) return;
	const times = `${work.attempts} ${work.attempts === 1 ? 'attempt' : 'attempts'}`;
	const why = reason(
		'work_failed',
		`After ${times}: ${error} Mend the cause, then put it back with the Lead node: resource Work, operation Retry, Work ID ${work.id}.`,
	);
	for (let task = 1; ; task++) {
		const opened = await store.tasks.open({
			portfolio: saved.settings.key,
			key: task === 1 ? `failed_work:${work.id}` : `failed_work:${work.id}:${task}`,
			kind: 'failed_event',
			title: `Work "${work.kind}" (${work.key}) was not done: the workflow failed`,
			leadId: null,
			callId: null,
			owner: saved.settings.defaultOwner,
			dueAt: at + HOUR,
			priority: 2,
			reasons: [why],
		});
		if (opened.created) return;
		if (opened.task.state === 'open') {
			await store.tasks.annotate(opened.task.id, { reasons: [why] });
			return;
		}
	}
}
