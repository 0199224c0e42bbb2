import type { Millis } from '../../leasing/time';
import type { NewEvent, Store } from '../../store/port';

/** What an event told of, so that whoever looks for changes that no event told of leaves this one out. */
export interface Heard {
	/** Names the changed record, e.g. `Task:77`. */
	name: string;
	at: Millis;
}

/** Keeps an event for its workflow and notes what was heard with it, both or neither. @returns false when it was there before */
export async function recordEvent({ store }: { store: Store }, event: NewEvent, heard: Heard | null): Promise<boolean> {
	return await store.transaction(async (tx) => {
		const isNew = await tx.events.record(event);
		if (heard) await tx.heardChanges.note(event.consumer, heard.name, heard.at);
		return isNew;
	});
}
