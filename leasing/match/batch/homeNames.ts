import { compareNames } from '../compareNames';
import { comparePlaces, compareStreets } from '../fields/address';
import type { PreparedRecord } from '../prepare';

/**
 * How the rows of one home differ in a list, over the whole list. Two first names at one home are a couple, or one renter whose name was
 * typed wrongly, and no single pair can tell. The list can: who mistypes first names mistypes last names too, while two people with
 * one first name and two last names hardly ever share a home, and where many strangers do, most share no name at all.
 */
export class HomeNames {
	/** One home and last name, two first names: people who live together, or a first name that was replaced. */
	private otherFirst = 0;
	/** One home and first name, two last names: a last name that was replaced. */
	private otherLast = 0;

	/** One home, nothing in the names: strangers in one large building, or partners who kept their names. */
	private otherBoth = 0;

	/** Counts a pair of rows; each pair once, in any order. */
	add(one: PreparedRecord, other: PreparedRecord): void {
		if (one.street === null || one.street.number !== other.street?.number) return;
		if (compareStreets(one.street, other.street) !== 'home' || !AGREES.has(comparePlaces(one.place, other.place))) return;
		const { given, surname, swapped } = compareNames(one.name, other.name);
		if (swapped) return;
		if (SAME.has(surname) && APART.has(given)) this.otherFirst++;
		if (SAME.has(given) && surname === 'differs') this.otherLast++;
		if (APART.has(given) && surname === 'differs') this.otherBoth++;
	}

	/** Whether names of this list are so often replaced that two first names at one home are no sign of two people. */
	get areReplaced(): boolean {
		return this.otherLast >= LEAST && this.otherBoth <= this.otherLast && this.otherFirst <= MOST_FOR_EACH * this.otherLast;
	}
}

/** Fewer could be a marriage or two. */
const LEAST = 5;
/** The lists of this kind that we have (FEBRL 1 and 4) have 1.6 and 2.6; made-up leads with couples have hundreds to none. */
const MOST_FOR_EACH = 4;

const AGREES: ReadonlySet<string> = new Set(['both', 'postcode', 'city']);
const SAME: ReadonlySet<string> = new Set(['exact', 'variant', 'nickname', 'typo']);
const APART: ReadonlySet<string> = new Set(['differs', 'other_name']);
