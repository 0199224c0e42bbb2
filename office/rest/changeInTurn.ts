/** What is being changed now, by API key and path. */
const busy = new Map<string, Promise<unknown>>();

/**
 * Runs changes of one record one after the other. Where an update reads, then sends everything back, two at once would each undo
 * what the other changed; other vendors refuse the second.
 * @param record names vendor, key and path together
 */
export async function changeInTurn<T>(record: string, change: () => Promise<T>): Promise<T> {
	const before = busy.get(record) ?? Promise.resolve();
	const mine = before.then(change, change);
	const settled = mine.catch(() => undefined);
	busy.set(record, settled);
	try {
		return await mine;
	} finally {
		if (busy.get(record) === settled) busy.delete(record);
	}
}
