import { compareIds } from './compareIds';
import type { DirectoryPerson, Tenancy } from './directory';

/**
 * The lease that makes somebody a resident today: one they live under, else one that begins later; null for people who only
 * lived here once. A lease that was to begin has begun when its day has come, whatever the copy still says.
 * @param today ISO date where the property lies
 */
export function livingUnder({ details }: Pick<DirectoryPerson, 'details'>, today: string): Tenancy | null {
	const stated = (details.tenancies ?? []).map((tenancy): Tenancy =>
		hasBegun(tenancy, today) ? { ...tenancy, state: 'current' } : tenancy,
	);
	return latest(stated, 'current') ?? latest(stated, 'future');
}

/** Whether somebody lived here and does no longer. */
export function livedHere(person: Pick<DirectoryPerson, 'details'>, today: string): boolean {
	return (person.details.tenancies ?? []).length > 0 && livingUnder(person, today) === null;
}

function hasBegun({ state, from, to }: Tenancy, today: string): boolean {
	return state === 'future' && from !== null && from <= today && (to === null || to >= today);
}

function latest(tenancies: Tenancy[], state: Tenancy['state']): Tenancy | null {
	const fitting = tenancies.filter((tenancy) => tenancy.state === state);
	return fitting.sort((a, b) => (b.from ?? '').localeCompare(a.from ?? '') || compareIds(b.leaseId, a.leaseId))[0] ?? null;
}
