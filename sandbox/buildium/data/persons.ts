import { AREA_CODES, FIRST_NAMES, LAST_NAMES } from './words.data';
import type { Dice } from './dice';
import type { Phone } from './records';

/** What is decided by the dice about each index; one number per decision and kind of person. */
export const KIND = {
	resident: 100,
	rentalOwner: 200,
	vendor: 300,
	applicant: 400,
	staff: 500,
	unit: 600,
	property: 700,
	task: 800,
	stranger: 900,
};

/** Numbers of the range kept for examples come first; a large portfolio goes on with other numbers of the unused 555 exchange. */
const EXAMPLE_LINES = 100;
const FURTHER_LINES = 2000;

/** The ten digits of somebody's number; no two indexes share one. */
export function digitsOf(kind: keyof typeof AREA_CODES, index: number): string {
	const codes = AREA_CODES[kind];
	const line = Math.floor(index / codes.length);
	const last = line < EXAMPLE_LINES ? 100 + line : FURTHER_LINES + line - EXAMPLE_LINES;
	return `${codes[index % codes.length] ?? ''}555${String(last).padStart(4, '0')}`;
}

/** As people type it: mostly in the form that Buildium recommends, at times not. */
export function typedPhone(digits: string, manner: number): string {
	const [area, exchange, line] = [digits.slice(0, 3), digits.slice(3, 6), digits.slice(6)];
	switch (manner) {
		case 7:
			return `${area}-${exchange}-${line}`;
		case 8:
			return digits;
		case 9:
			return `+1${digits}`;
		default:
			return `(${area}) ${exchange}-${line}`;
	}
}

export function firstName(dice: Dice, kind: number, index: number): string {
	return dice.pick(kind + 1, index, FIRST_NAMES);
}

export function lastName(dice: Dice, kind: number, index: number): string {
	return dice.pick(kind + 2, index, LAST_NAMES);
}

/** The index keeps namesakes apart. */
export function emailOf(first: string, last: string, index: number): string {
	const plain = `${first}.${last}`
		.normalize('NFD')
		.replace(/[^A-Za-z.]/g, '')
		.toLowerCase();
	return `${plain}${index}@example.com`;
}

const OTHER_TYPES: Array<Phone['Type']> = ['Home', 'Office', 'Personal', 'Other', 'NotSet'];

/** One number, a cell phone more often than not. */
export function onePhone(dice: Dice, kind: number, index: number, digits: string): Phone {
	const roll = dice.roll(kind + 3, index, 20);
	return { Number: typedPhone(digits, dice.roll(kind + 4, index, 10)), Type: roll < 15 ? 'Cell' : (OTHER_TYPES[roll - 15] ?? 'Cell') };
}
