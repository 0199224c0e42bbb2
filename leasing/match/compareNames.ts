import { compareGiven, compareGivenWords, compareSurnameWords, compareSurnames, type GivenLevel, type SurnameLevel } from './fields/names';
import type { PersonName } from './fields/personName';
import { givenNameBits, surnameBits } from './tables/nameBits';
import * as weights from './weights';

export interface NameComparison {
	/** Of exchanged names: how this one's first name agrees with the other's last. */
	given: GivenLevel | SurnameLevel;
	surname: SurnameLevel;
	/** First and last name stand in each other's place. */
	swapped: boolean;
	/** Read either way, one half is of two people. */
	halfDiffers: boolean;
	/** What Jr, Sr, II and the like say; null when nothing. */
	generation: 'generation_differs' | 'generation_one_sided' | null;
	givenWeight: number;
	surnameWeight: number;
}

/** Compares two names, as they stand and with first and last name exchanged; the better reading counts. */
export function compareNames(one: PersonName, other: PersonName): NameComparison {
	const given = compareGiven(one, other);
	const surname = compareSurnames(one, other);
	const generation = compareGenerations(one.generation, other.generation);
	const suffix =
		generation === 'generation_differs' ? weights.GENERATION_DIFFERS : generation === null ? 0 : weights.GENERATION_ONE_SIDED;
	const straight = {
		given,
		surname,
		swapped: false,
		halfDiffers: given === 'differs' || given === 'other_name',
		generation,
		givenWeight: givenWeight(given, one.given, other.given),
		surnameWeight: surnameWeight(surname, one.surname, other.surname) + suffix,
	};
	if (APART.has(given) || APART.has(surname) || given === 'missing' || surname === 'missing') {
		const exchanged = compareSwapped(one, other, suffix);
		if (exchanged !== null && exchanged.givenWeight + exchanged.surnameWeight > straight.givenWeight + straight.surnameWeight)
			return { ...exchanged, generation };
	}
	return straight;
}

const APART: ReadonlySet<string> = new Set(['differs', 'other_name', 'similar']);

/** One half must agree across; the other may be missing, or have been replaced as well. */
function compareSwapped(one: PersonName, other: PersonName, suffix: number): NameComparison | null {
	const first = across(one.given, other.surname);
	const second = across(other.given, one.surname);
	if (!ACROSS.has(first) && !ACROSS.has(second)) return null;
	return {
		given: first,
		surname: second,
		swapped: true,
		halfDiffers: first === 'differs' || second === 'differs',
		generation: null,
		givenWeight: acrossWeight(first, one.given, other.surname) - weights.SWAPPED_COST / 2,
		surnameWeight: acrossWeight(second, other.given, one.surname) - weights.SWAPPED_COST / 2 + suffix,
	};
}

/** A given name against a surname: as strict as either alone. */
function across(given: string, surname: string): SurnameLevel {
	const asSurname = compareSurnameWords(given, surname);
	if (asSurname === 'exact' || asSurname === 'missing' || asSurname === 'differs') return asSurname;
	const asGiven = compareGivenWords(given, surname);
	if (asGiven === 'differs' || asGiven === 'other_name' || asSurname === 'initial') return 'differs';
	return asGiven === 'similar' ? 'similar' : asSurname;
}

const ACROSS: ReadonlySet<string> = new Set(['exact', 'variant', 'typo']);

function acrossWeight(level: SurnameLevel, given: string, surname: string): number {
	return level === 'differs' ? weights.SURNAME_DIFFERS : givenWeight(level === 'part' ? 'typo' : level, given, surname);
}

function givenWeight(level: GivenLevel, one: string, other: string): number {
	if (level === 'missing') return 0;
	if (level === 'differs') return weights.GIVEN_DIFFERS;
	const bits = Math.min(givenNameBits(one), givenNameBits(other));
	return Math.max(weights.NAME_FLOOR, bits - weights.GIVEN_COST[level]);
}

function surnameWeight(level: SurnameLevel, one: string, other: string): number {
	if (level === 'missing') return 0;
	if (level === 'differs') return weights.SURNAME_DIFFERS;
	const bits = Math.min(surnameBits(one), surnameBits(other));
	return Math.max(weights.NAME_FLOOR, bits - weights.SURNAME_COST[level]);
}

function compareGenerations(one: string, other: string): NameComparison['generation'] {
	if (one === other) return null;
	return one === '' || other === '' ? 'generation_one_sided' : 'generation_differs';
}
