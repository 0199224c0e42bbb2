import { MINUTE, type Clock } from '../../leasing/time';
import type { StoreFamilies, StoredEvent } from '../../store/port';
import { failedEventTask } from './failedEventTask';

/** A missed call whose workflow failed every time: somebody has to call the renter back soon. */
export async function giveUpEvent(store: StoreFamilies, clock: Clock, event: StoredEvent, error: string): Promise<void> {
	const about = event.payload as { portfolio?: string; callId?: string; line?: { label?: string | null } };
	const line = about.line?.label ? ` to ${about.line.label}` : '';
	await failedEventTask(store, clock, event, error, {
		portfolio: about.portfolio ?? null,
		callId: about.callId ?? null,
		title: `A missed call${line} was not handled: the workflow failed ${event.attempts} times`,
		advice: 'Open its executions in n8n, mend the cause, then call the renter back.',
		dueIn: 15 * MINUTE,
		priority: 1,
	});
}
