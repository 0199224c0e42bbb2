import { reason } from '../../../leasing/reason';
import { HOUR, type Clock } from '../../../leasing/time';
import type { StoreFamilies, StoredEvent } from '../../../store/port';
import { taskPortfolio } from '../../../office/tasks/taskPortfolio';
import type { BuildiumItem } from './item';

/** An event whose workflow failed every time becomes a task: no event ends in a log only. */
export async function giveUpBuildiumEvent(store: StoreFamilies, clock: Clock, event: StoredEvent, error: string): Promise<void> {
	const { eventName, recordId, portfolio } = event.payload as BuildiumItem;
	const saved = await taskPortfolio(store, portfolio);
	// Without any settings nobody can own a task; the event itself stays, as failed.
	if (!saved) return;
	await store.tasks.open({
		portfolio: saved.settings.key,
		key: `failed_event:${event.id}`,
		kind: 'failed_event',
		title: `Buildium reported ${eventName}${recordId === null ? '' : ` (${recordId})`}, and the workflow failed ${event.attempts} times`,
		leadId: null,
		callId: null,
		owner: saved.settings.defaultOwner,
		dueAt: clock.now() + HOUR,
		priority: 2,
		reasons: [reason('workflow_failed', `The workflow failed: ${error} Open its executions in n8n and mend the cause.`)],
	});
}
