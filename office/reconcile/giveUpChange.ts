import { failedChangeTask } from '../../leasing/task/failedTask';
import type { Clock } from '../../leasing/time';
import type { StoreFamilies, StoredEvent } from '../../store/port';
import { taskPortfolio } from '../tasks/taskPortfolio';

/** What a provider reported, in its own words. */
export interface ReportedEvent {
	/** The provider, as people call it. */
	provider: string;
	eventName: string;
	recordId: string | null;
	portfolio: string;
}

/** A change in a property-management system whose workflow failed every time becomes a task: no event ends in a log only. */
export async function giveUpChange(
	store: Pick<StoreFamilies, 'portfolios' | 'tasks'>,
	clock: Clock,
	event: StoredEvent,
	error: string,
	{ provider, eventName, recordId, portfolio }: ReportedEvent,
): Promise<void> {
	const saved = await taskPortfolio(store, portfolio);
	// Without any settings nobody can own a task; the event itself stays, as failed.
	if (!saved) return;
	const reported = `${provider} reported ${eventName}${recordId === null ? '' : ` (${recordId})`}`;
	const { key, defaultOwner: owner } = saved.settings;
	await store.tasks.open(failedChangeTask({ portfolio: key, owner, error, now: clock.now(), event, reported }));
}
