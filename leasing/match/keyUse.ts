import { compareGivenWords, compareSurnameWords } from './fields/names';
import type { MatchKey } from './keys';
import type { PreparedRecord } from './prepare';

/** Nobody asks whether there are more: a locator's mailbox has dozens, and telling each from each takes a thousand comparisons. */
const MANY = 3;

/** How many people use an identity, as far as their names tell; 3 stands for three or more. */
export interface KeyUse {
	/** Distinct given names; spellings, nicknames and slips of one name count once. */
	people: number;
	/** Distinct surnames. */
	families: number;
	/** More records than `keyCap` allows: nobody's own. */
	crowded: boolean;
}

/** Looks up how an identity key is used; undefined when nobody counted, which counts as one person. */
export type KeyUses = (key: MatchKey) => KeyUse | undefined;

export const ONE_PERSON: KeyUse = { people: 1, families: 1, crowded: false };
export const CROWDED: KeyUse = { people: Infinity, families: Infinity, crowded: true };

/** Used by three families or more: a locator's mailbox, an office phone, not a household's. */
export function isCommon({ crowded, families }: KeyUse): boolean {
	return crowded || families >= MANY;
}

export function isShared({ people }: KeyUse): boolean {
	return people > 1;
}

/** Whether two uses tell the same of a pair that has the key: comparing asks nothing else of a use. */
export function tellsTheSame(one: KeyUse, other: KeyUse): boolean {
	return isCommon(one) === isCommon(other) && isShared(one) === isShared(other);
}

/**
 * Counts the people behind a key from all records that have it. Depends on the set of records only, not on their order.
 * Names swapped between the fields count as the same person.
 */
export function keyUse(holders: readonly PreparedRecord[]): KeyUse {
	const pairs = new Map<string, { given: string; surname: string }>();
	for (const { name } of holders) pairs.set(`${name.given}|${name.surname}`, { given: name.given, surname: name.surname });
	if (pairs.size < 2) return ONE_PERSON;
	const names = [...pairs.values()];
	return {
		people: groups(
			names.filter((name) => name.given !== ''),
			samePerson,
		),
		families: groups(
			names.filter((name) => name.surname !== ''),
			sameFamily,
		),
		crowded: false,
	};
}

interface Names {
	given: string;
	surname: string;
}

function samePerson(one: Names, other: Names): boolean {
	return !NAMES_APART.has(compareGivenWords(one.given, other.given)) || swapped(one, other);
}

function sameFamily(one: Names, other: Names): boolean {
	return compareSurnameWords(one.surname, other.surname) !== 'differs' || swapped(one, other);
}

function swapped(one: Names, other: Names): boolean {
	return (
		one.given !== '' &&
		other.given !== '' &&
		!NAMES_APART.has(compareGivenWords(one.given, other.surname)) &&
		compareSurnameWords(one.surname, other.given) !== 'differs'
	);
}

const NAMES_APART: ReadonlySet<string> = new Set(['differs', 'other_name']);

/** Number of groups when everything alike, directly or over others, is one group; at least 1, and `MANY` at most. */
function groups<T>(items: readonly T[], alike: (one: T, other: T) => boolean): number {
	const left = [...items];
	let count = 0;
	for (let seed = left.pop(); seed !== undefined && count < MANY; seed = left.pop()) {
		count++;
		const open = [seed];
		for (let item = open.pop(); item !== undefined; item = open.pop()) {
			for (let index = left.length - 1; index >= 0; index--) {
				const candidate = left[index];
				if (candidate === undefined || !alike(item, candidate)) continue;
				open.push(candidate);
				left.splice(index, 1);
			}
		}
	}
	return Math.max(1, count);
}
