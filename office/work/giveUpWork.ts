import { failedWorkTask } from '../../leasing/task/failedTask';
import type { Millis } from '../../leasing/time';
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
	const { key: portfolio, defaultOwner: owner } = saved.settings;
	for (let nth = 1; ; nth++) {
		const draft = failedWorkTask({ portfolio, owner, error, now: at, work, nth });
		const opened = await store.tasks.open(draft);
		if (opened.created) return;
		if (opened.task.state === 'open') {
			await store.tasks.annotate(opened.task.id, { reasons: draft.reasons });
			return;
		}
	}
}
