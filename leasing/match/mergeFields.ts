import type { Millis } from '../time';
import { isRecord } from '../isRecord';

/** What a merge looks at; a lead of the store has all of it. */
export interface MergeableLead {
	firstName: string | null;
	lastName: string | null;
	fullName: string | null;
	phone: string | null;
	email: string | null;
	source: string;
	status: string;
	nextAction: string;
	nextActionAt: Millis;
	propertyKey: string | null;
	interest: unknown;
	createdAt: Millis;
}

export type MergedFields<T extends MergeableLead> = Pick<
	T,
	| 'firstName'
	| 'lastName'
	| 'fullName'
	| 'phone'
	| 'email'
	| 'source'
	| 'status'
	| 'nextAction'
	| 'nextActionAt'
	| 'propertyKey'
	| 'interest'
>;

/** How far a lead has come; whoever is lost on one record and alive on the other is alive. */
const PROGRESS = ['lost', 'new', 'contacted', 'tour_booked', 'toured', 'applied', 'leased'];

/**
 * What the kept lead says after a merge: it fills its gaps from the other and overwrites nothing but what both cannot have.
 * The source is that of whoever came first, the status the further one, the next action the earlier one; the owner stays.
 */
export function mergedFields<T extends MergeableLead>(kept: T, merged: T): MergedFields<T> {
	// The parts of a name belong together: half of one and half of another would be nobody's.
	const named = kept.fullName !== null || kept.firstName !== null || kept.lastName !== null ? kept : merged;
	const sooner = merged.nextActionAt < kept.nextActionAt ? merged : kept;
	return {
		firstName: named.firstName,
		lastName: named.lastName,
		fullName: named.fullName,
		phone: kept.phone ?? merged.phone,
		email: kept.email ?? merged.email,
		source: merged.createdAt < kept.createdAt ? merged.source : kept.source,
		status: PROGRESS.indexOf(merged.status) > PROGRESS.indexOf(kept.status) ? merged.status : kept.status,
		nextAction: sooner.nextAction,
		nextActionAt: sooner.nextActionAt,
		propertyKey: kept.propertyKey ?? merged.propertyKey,
		interest: filledInterest(kept.interest, merged.interest),
	};
}

/** What somebody wants, as far as the first says it; what it leaves open is taken from the other. */
export function filledInterest(kept: unknown, merged: unknown): unknown {
	if (!isRecord(kept) || !isRecord(merged)) return kept ?? merged;
	const gaps = Object.entries(merged).filter(([name, value]) => value !== null && (kept[name] ?? null) === null);
	return { ...kept, ...Object.fromEntries(gaps) };
}
