import { GIVEN_NAME_BITS } from '../../leasing/match/tables/givenNames';
import { SURNAME_BITS } from '../../leasing/match/tables/surnames';

/** Somebody made up. Names are as common as they are in the United States, so that common names crowd as they would. */
export interface Person {
	firstName: string;
	lastName: string;
	phone: string | null;
	email: string | null;
}

/** The same people in every run. */
export type Random = () => number;

/** @param number names this person; phone and mailbox are made of it */
export function makePerson(number: number, random: Random): Person {
	const firstName = given(random);
	const lastName = surname(random);
	const reach = random();
	return {
		firstName,
		lastName,
		phone: reach < 0.85 ? phoneOf(number) : null,
		email: reach > 0.3 ? `${firstName}.${lastName}.${number}@example.com` : null,
	};
}

/** 8 million numbers with the exchange 555, which is not given to anybody. */
function phoneOf(number: number): string {
	const area = 201 + (Math.floor(number / 10_000) % 799);
	return `+1${area}555${String(number % 10_000).padStart(4, '0')}`;
}

const given = chooser(GIVEN_NAME_BITS);
const surname = chooser(SURNAME_BITS);

/** Draws a name as often as it occurs; who has a name that is not in the table gets a rare one. */
function chooser(table: Readonly<Record<string, string>>): (random: Random) => string {
	const names: string[] = [];
	const ends: number[] = [];
	let sum = 0;
	for (const [bits, some] of Object.entries(table)) {
		for (const name of some.split(' ')) {
			sum += 2 ** -Number(bits);
			names.push(name);
			ends.push(sum);
		}
	}
	return (random) => {
		const at = random();
		if (at >= sum) return rareName(random);
		let [low, high] = [0, ends.length - 1];
		while (low < high) {
			const middle = (low + high) >> 1;
			if ((ends[middle] ?? 1) > at) high = middle;
			else low = middle + 1;
		}
		return names[low] ?? rareName(random);
	};
}

const SYLLABLES = [
	'ba',
	'cor',
	'del',
	'fen',
	'gar',
	'hol',
	'jin',
	'kra',
	'lem',
	'mor',
	'nav',
	'pel',
	'qui',
	'ros',
	'sto',
	'tan',
	'ul',
	'vek',
	'wil',
	'zan',
];

function rareName(random: Random): string {
	return Array.from({ length: 4 }, () => SYLLABLES[Math.floor(random() * SYLLABLES.length)]).join('');
}
