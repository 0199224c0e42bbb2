import { toIso, type Millis } from '../../../leasing/time';
import type { StoredWork } from '../../../store/port';

/** Due work as Leasing Work Trigger emits it. Times are ISO 8601 in UTC. */
export function dueWorkItem({ id, kind, key, payload, attempts, dueAt, portfolio }: StoredWork) {
	return { id, kind, key, payload, attempts, dueAt: toIso(dueAt), portfolio };
}

/** Work with its state, for people who look after it. `running` is what the store calls claimed. */
export function workItem(work: StoredWork) {
	return {
		...dueWorkItem(work),
		state: work.state === 'claimed' ? 'running' : work.state,
		lastError: work.lastError,
		createdAt: toIso(work.createdAt),
		finishedAt: isoOrNull(work.finishedAt),
	};
}

function isoOrNull(at: Millis | null): string | null {
	return at === null ? null : toIso(at);
}

export type WorkItem = ReturnType<typeof workItem>;
