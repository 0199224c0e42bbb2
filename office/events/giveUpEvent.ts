import { reason } from '../../leasing/reason';
import { MINUTE, type Clock } from '../../leasing/time';
import type { StoreFamilies, StoredEvent } from '../../store/port';
import { taskPortfolio } from '../tasks/taskPortfolio';

/** An event whose workflow failed every time becomes a task: no event ends in a log only. */
export async function giveUpEvent(store: StoreFamilies, clock: Clock, event: StoredEvent, error: string): Promise<void> {
	const about = event.payload as { portfolio?: string; callId?: string; line?: { label?: string | null } };
	const saved = await taskPortfolio(store, about.portfolio ?? null);
	// Without any settings nobody can own a task; the event itself stays, as failed.
	if (!saved) return;
	await store.tasks.open({
		portfolio: saved.settings.key,
		key: `failed_event:${event.id}`,
		kind: 'failed_event',
		title: `A missed call${about.line?.label ? ` to ${about.line.label}` : ''} was not handled: the workflow failed ${event.attempts} times`,
		leadId: null,
		callId: about.callId ?? null,
		owner: saved.settings.defaultOwner,
		dueAt: clock.now() + 15 * MINUTE,
		priority: 1,
		reasons: [
			reason(
				'workflow_failed',
				`The workflow failed: ${error} Open its executions in n8n, mend the cause, then call the renter back.`,
			),
		],
	});
}
