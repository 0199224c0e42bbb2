import { failedChangeTask } from '../../../leasing/task/failedTask';
import type { Clock } from '../../../leasing/time';
import type { StoreFamilies, StoredEvent } from '../../../store/port';
import { taskPortfolio } from '../../../office/tasks/taskPortfolio';
import type { BuildiumItem } from './item';

/** An event whose workflow failed every time becomes a task: no event ends in a log only. */
export async function giveUpBuildiumEvent(store: StoreFamilies, clock: Clock, event: StoredEvent, error: string): Promise<void> {
	const { eventName, recordId, portfolio } = event.payload as BuildiumItem;
	const saved = await taskPortfolio(store, portfolio);
	// Without any settings nobody can own a task; the event itself stays, as failed.
	if (!saved) return;
	await store.tasks.open(
		failedChangeTask({
			portfolio: saved.settings.key,
			owner: saved.settings.defaultOwner,
			error,
			now: clock.now(),
			event,
			reported: `Buildium reported ${eventName}${recordId === null ? '' : ` (${recordId})`}`,
		}),
	);
}
