import { failedCallTask } from '../../leasing/task/failedTask';
import type { Clock } from '../../leasing/time';
import type { StoreFamilies, StoredEvent } from '../../store/port';
import { taskPortfolio } from '../tasks/taskPortfolio';

/** An event whose workflow failed every time becomes a task: no event ends in a log only. */
export async function giveUpEvent(store: StoreFamilies, clock: Clock, event: StoredEvent, error: string): Promise<void> {
	const about = event.payload as { portfolio?: string; callId?: string; line?: { label?: string | null } };
	const saved = await taskPortfolio(store, about.portfolio ?? null);
	// Without any settings nobody can own a task; the event itself stays, as failed.
	if (!saved) return;
	await store.tasks.open(
		failedCallTask({
			portfolio: saved.settings.key,
			owner: saved.settings.defaultOwner,
			error,
			now: clock.now(),
			event,
			lineLabel: about.line?.label ?? null,
			callId: about.callId ?? null,
		}),
	);
}
