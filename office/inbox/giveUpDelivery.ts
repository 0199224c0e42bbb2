import { failedDeliveryTask } from '../../leasing/task/failedTask';
import type { Clock } from '../../leasing/time';
import type { StoreFamilies, StoredEvent } from '../../store/port';
import { taskPortfolio } from '../tasks/taskPortfolio';

/** A delivered lead whose workflow failed every time becomes a task: no lead ends in a log only. @param from as people call the sender */
export async function giveUpDelivery(
	store: Pick<StoreFamilies, 'portfolios' | 'tasks'>,
	clock: Clock,
	event: StoredEvent,
	error: string,
	from: string,
): Promise<void> {
	const { portfolio = null } = event.payload as { portfolio?: string };
	const saved = await taskPortfolio(store, portfolio);
	// Without any settings nobody can own a task; the event itself stays, as failed.
	if (!saved) return;
	const { key, defaultOwner: owner } = saved.settings;
	await store.tasks.open(failedDeliveryTask({ portfolio: key, owner, error, now: clock.now(), event, from }));
}
