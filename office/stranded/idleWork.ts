import { idleWorkTask } from '../../leasing/task/strandedTask';
import { MINUTE, type Clock, type Millis } from '../../leasing/time';
import type { Store } from '../../store/port';
import { taskPortfolio } from '../tasks/taskPortfolio';

const WORK = 'work:';
/** Due for so long, and nobody has begun. */
const IDLE_FOR: Millis = 2 * MINUTE;

/** What a trigger of due work takes, as it is noted with the triggers that are there. */
export function workServed(kinds: readonly string[]): string[] {
	return kinds.map((kind) => `${WORK}${kind}`);
}

/** Opens a task a day for each kind of work that is due and whose trigger is gone. @param unserved what nobody takes any more */
export async function askForWorkers(store: Store, clock: Clock, unserved: readonly string[]): Promise<void> {
	const now = clock.now();
	for (const kind of new Set(unserved.filter((key) => key.startsWith(WORK)).map((key) => key.slice(WORK.length)))) {
		const [first] = await store.work.list({ kind, state: 'waiting', limit: 1 });
		if (first === undefined || first.dueAt > now - IDLE_FOR) continue;
		const saved = await taskPortfolio(store, first.portfolio);
		if (!saved) continue;
		await store.tasks.open(idleWorkTask({ portfolio: saved.settings.key, owner: saved.settings.defaultOwner, now, kind }));
	}
}
