import { HOUR, type Clock } from '../../leasing/time';
import type { StoreFamilies, StoredEvent } from '../../store/port';
import { failedEventTask } from '../events/failedEventTask';

/** What a provider reported, in its own words. */
export interface ReportedEvent {
	/** The provider, as people call it. */
	provider: string;
	eventName: string;
	recordId: string | null;
	portfolio: string;
}

/** A change in a property-management system whose workflow failed every time. Nobody waits on the phone for it. */
export async function giveUpChange(
	store: StoreFamilies,
	clock: Clock,
	event: StoredEvent,
	error: string,
	{ provider, eventName, recordId, portfolio }: ReportedEvent,
): Promise<void> {
	await failedEventTask(store, clock, event, error, {
		portfolio,
		callId: null,
		title: `${provider} reported ${eventName}${recordId === null ? '' : ` (${recordId})`}, and the workflow failed ${event.attempts} times`,
		advice: 'Open its executions in n8n and mend the cause.',
		dueIn: HOUR,
		priority: 2,
	});
}
