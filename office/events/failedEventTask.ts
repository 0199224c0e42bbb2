import { reason } from '../../leasing/reason';
import type { Clock, Millis } from '../../leasing/time';
import type { StoreFamilies, StoredEvent } from '../../store/port';
import { taskPortfolio } from '../tasks/taskPortfolio';

/** What the task about an event that was given up says. */
export interface FailedEventWords {
	/** Null: not known. */
	portfolio: string | null;
	callId: string | null;
	title: string;
	/** What to do, after what went wrong. */
	advice: string;
	dueIn: Millis;
	priority: 1 | 2 | 3;
}

/** An event whose workflow failed every time becomes a task: no event ends in a log only. Whoever gives it up knows the words. */
export async function failedEventTask(
	store: StoreFamilies,
	clock: Clock,
	event: StoredEvent,
	error: string,
	{ portfolio, callId, title, advice, dueIn, priority }: FailedEventWords,
): Promise<void> {
	const saved = await taskPortfolio(store, portfolio);
	// Without any settings nobody can own a task; the event itself stays, as failed.
	if (!saved) return;
	await store.tasks.open({
		portfolio: saved.settings.key,
		key: `failed_event:${event.id}`,
		kind: 'failed_event',
		title,
		leadId: null,
		callId,
		owner: saved.settings.defaultOwner,
		dueAt: clock.now() + dueIn,
		priority,
		reasons: [reason('workflow_failed', `The workflow failed: ${error} ${advice}`)],
	});
}
