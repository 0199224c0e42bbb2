import { compareNames } from '../compareNames';
import { comparePlaces, compareStreets } from '../fields/address';
import type { PreparedRecord } from '../prepare';

/**
 * How the rows of one home differ in a list, over the whole list. Two first names at one home are a couple, or one renter whose name was
 * typed wrongly, and no single pair can tell. The list can: who mistypes first names mistypes last names too, while two people with
 * one first name and two last names hardly ever share a home, and where many strangers do, most share no name at all.
 */
export class HomeNames {
	private readonly homes = new Map<string, PreparedRecord[]>();

	add(record: PreparedRecord): void {
		const { street, name } = record;
		if (street === null || street.number === '' || street.name === '' || name.given === '' || name.surname === '') return;
		const key = `${street.number} ${street.name}`;
		const home = this.homes.get(key);
		if (home === undefined) this.homes.set(key, [record]);
		// One more than counts, to see that it is a building.
		else if (home.length <= MOST_AT_HOME) home.push(record);
	}

	/** Whether names of this list are so often replaced that two first names at one home are no sign of two people. */
	areReplaced(): boolean {
		/** One home and last name, two first names: people who live together, or a first name that was replaced. */
		let otherFirst = 0;
		/** One home and first name, two last names: a last name that was replaced. */
		let otherLast = 0;
		/** One home, nothing in the names: strangers, or partners who kept their names. */
		let otherBoth = 0;
		for (const [one, other] of this.pairs()) {
			const { given, surname, swapped } = compareNames(one.name, other.name);
			if (swapped) continue;
			const [sameFirst, sameLast] = [SAME.has(given), SAME.has(surname)];
			if (sameLast && APART.has(given)) otherFirst++;
			if (sameFirst && surname === 'differs') otherLast++;
			if (APART.has(given) && surname === 'differs') otherBoth++;
		}
		return otherLast >= LEAST && otherBoth <= otherLast && otherFirst <= MOST_FOR_EACH * otherLast;
	}

	private *pairs(): Generator<[PreparedRecord, PreparedRecord]> {
		for (const home of this.homes.values()) {
			if (home.length > MOST_AT_HOME) continue;
			for (const [index, one] of home.entries()) {
				for (const other of home.slice(index + 1)) {
					if (compareStreets(one.street, other.street) === 'home' && AGREES.has(comparePlaces(one.place, other.place)))
						yield [one, other];
				}
			}
		}
	}
}

/** Where more records lie it is a building, or a street that every town has. */
const MOST_AT_HOME = 12;
/** Fewer could be a marriage or two. */
const LEAST = 5;
/** The lists of this kind that we have (FEBRL 1 and 4) have 1.6 and 2.6; made-up leads with couples have hundreds to none. */
const MOST_FOR_EACH = 4;

const AGREES: ReadonlySet<string> = new Set(['both', 'postcode', 'city']);
const SAME: ReadonlySet<string> = new Set(['exact', 'variant', 'nickname', 'typo']);
const APART: ReadonlySet<string> = new Set(['differs', 'other_name']);
