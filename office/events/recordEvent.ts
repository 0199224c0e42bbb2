import type { Reason } from '../../leasing/reason';
import { unreadEventTask } from '../../leasing/task/unreadEventTask';
import type { Clock, Millis } from '../../leasing/time';
import type { NewEvent, Store } from '../../store/port';
import { taskPortfolio } from '../tasks/taskPortfolio';

/** What an event told of, so that whoever looks for changes that no event told of leaves this one out. */
export interface Heard {
	/** Names the changed record, e.g. `Task:77`. */
	name: string;
	at: Millis;
}

/** What a delivery held that is no event: somebody has to look. */
export interface Unread {
	portfolio: string;
	provider: string;
	/** The provider as people call it. */
	name: string;
	why: Reason;
}

export interface Delivery {
	events: ReadonlyArray<{ event: NewEvent; heard: Heard | null }>;
	unread: Unread | null;
}

/** Keeps what one delivery told for its workflow, and notes what was heard with it: all of it, or nothing. */
export async function recordEvents({ store, clock }: { store: Store; clock: Clock }, { events, unread }: Delivery): Promise<void> {
	await store.transaction(async (tx) => {
		for (const { event, heard } of events) {
			await tx.events.record(event);
			if (heard) await tx.heardChanges.note(event.consumer, heard.name, heard.at);
		}
		if (unread === null) return;
		const company = await taskPortfolio(tx, unread.portfolio);
		if (company === null) return;
		const { key: portfolio, defaultOwner: owner } = company.settings;
		await tx.tasks.open(unreadEventTask({ ...unread, portfolio, owner, now: clock.now() }));
	});
}
