import { NICKNAMES } from '../../leasing/match/tables/nicknames';
import { GIVEN_NAME_BITS } from '../../leasing/match/tables/givenNames';
import { SURNAME_BITS } from '../../leasing/match/tables/surnames';
import { emptyRecord, type MatchRecord } from '../../leasing/match/record';
import { DAY } from '../../leasing/time';
import { Chance } from './random';
import type { KnownRow } from './known';

interface Person {
	truth: string;
	first: string;
	last: string;
	suffix: string;
	phone: string;
	email: string;
	/** Phone or mailbox of the household, used now and then. */
	shared: { phone: string | null; email: string | null };
	street: string;
	city: string;
	postcode: string;
	since: number;
}

const BEGIN = Date.UTC(2023, 0, 1);
const STREETS = [
	'Maple',
	'Oak',
	'Cedar',
	'Lakeview',
	'Washington',
	'Ridgewood',
	'Sunset',
	'Chestnut',
	'Highland',
	'Riverside',
	'Juniper',
	'Franklin',
	'Hawthorne',
	'Meadow',
	'Prospect',
];
const KINDS = ['St', 'Ave', 'Rd', 'Ln', 'Dr', 'Ct', 'Blvd'];
const CITIES = ['Austin', 'Round Rock', 'Pflugerville', 'Cedar Park', 'Georgetown', 'Leander'];
const MAIL = ['gmail.com', 'gmail.com', 'gmail.com', 'yahoo.com', 'outlook.com', 'icloud.com', 'hotmail.com'];

/**
 * Leads as leasing offices get them, with known truth: people inquire one to five times over different channels, which lose the
 * phone, the e-mail or the last name, mistype, shorten and swap names. One in four lives in a household: couples who share a
 * phone or a mailbox, father and son of one name, brothers and sisters. Some numbers are given to somebody else later, and
 * some inquiries come through a locator's mailbox. Nothing in it is a real person; numbers come from the 555-01xx range or from codes that are not assigned.
 */
export function madeUpLeads(rows: number, seed: number): KnownRow[] {
	const chance = new Chance(seed);
	const firsts = weighted(GIVEN_NAME_BITS, 10);
	const lasts = weighted(SURNAME_BITS, 13);
	const found: KnownRow[] = [];
	const locators = Array.from({ length: Math.max(2, rows / 2_000) }, (_, index) => `homes${index}@locatorteam${index}.com`);
	let count = 0;
	let retired: string | null = null;
	const person = (last: string): Person => {
		const first = chance.pick(firsts);
		const number = count++;
		const recycled: string | null = chance.is(0.02) ? retired : null;
		return {
			truth: `person ${number}`,
			first,
			last,
			suffix: '',
			phone: recycled ?? phoneOf(number),
			email: `${chance.pick([first + last, `${first}.${last}`, first.charAt(0) + last, `${last}${first.charAt(0)}`])}${chance.is(0.6) ? chance.upTo(9_000) + 10 : number}@${chance.pick(MAIL)}`,
			shared: { phone: null, email: null },
			street: `${chance.upTo(9_800) + 100} ${chance.pick(STREETS)} ${chance.pick(KINDS)}`,
			city: chance.pick(CITIES),
			postcode: String(78_600 + chance.upTo(160)),
			since: recycled === null ? BEGIN + chance.upTo(900) * DAY : BEGIN + (1_700 + chance.upTo(100)) * DAY,
		};
	};
	const inquire = (who: Person): void => {
		for (let times = [1, 1, 1, 2, 2, 3, 4, 5][chance.upTo(8)] ?? 1; times > 0; times--)
			found.push(inquiry(chance, who, `row ${found.length}`, locators));
	};
	while (found.length < rows) {
		const one = person(chance.pick(lasts));
		inquire(one);
		if (chance.is(0.1)) retired = one.phone;
		if (!chance.is(0.15)) continue;
		// Somebody who lives with them: a partner, a child of the same name, a brother or sister.
		const kind = chance.pick(['partner', 'partner', 'junior', 'sibling']);
		const other = person(kind === 'partner' && chance.is(0.5) ? chance.pick(lasts) : one.last);
		if (other.first === one.first && kind !== 'junior') continue;
		Object.assign(other, { street: one.street, city: one.city, postcode: one.postcode, since: one.since });
		if (kind === 'junior') Object.assign(other, { first: one.first, suffix: 'Jr' });
		if (kind === 'partner') other.shared = chance.is(0.5) ? { phone: one.phone, email: null } : { phone: null, email: one.email };
		inquire(other);
	}
	return chance.shuffled(found.slice(0, rows));
}

function inquiry(chance: Chance, who: Person, id: string, locators: readonly string[]): KnownRow {
	const sharesPhone = who.shared.phone !== null && chance.is(0.7);
	const sharesEmail = who.shared.email !== null && chance.is(0.7);
	const phone = chance.is(0.75) ? (sharesPhone ? who.shared.phone : who.phone) : null;
	const email =
		phone === null || chance.is(0.65) ? (sharesEmail ? who.shared.email : chance.is(0.03) ? chance.pick(locators) : who.email) : null;
	let first = chance.is(0.08) ? (nickname(who.first) ?? who.first) : who.first;
	let last = `${who.last}${who.suffix === '' ? '' : ` ${who.suffix}`}`;
	if (chance.is(0.05)) first = mistyped(chance, first);
	if (chance.is(0.05)) last = mistyped(chance, who.last) + (who.suffix === '' ? '' : ` ${who.suffix}`);
	if (who.suffix === '' && chance.is(0.02)) [first, last] = [last, first];
	const address = chance.is(0.2);
	const seen = who.since + chance.upTo(60) * DAY;
	const record: MatchRecord = {
		...emptyRecord(id),
		firstName: first,
		lastName: who.suffix === '' && chance.is(0.06) ? null : last,
		phones: phone === null ? [] : [{ value: chance.is(0.01) ? mistypedDigits(chance, phone) : phone, contactClass: 'personal' }],
		emails:
			email === null
				? []
				: [
						{
							value: chance.is(0.02)
								? mistyped(chance, email.slice(0, email.indexOf('@'))) + email.slice(email.indexOf('@'))
								: email,
							contactClass: 'personal',
						},
					],
		street: address ? who.street : null,
		city: address || chance.is(0.3) ? who.city : null,
		postcode: address ? who.postcode : null,
		firstSeen: seen,
		lastSeen: seen,
	};
	return { truth: who.truth, record };
}

function nickname(name: string): string | null {
	return (
		(NICKNAMES[name.charAt(0)] ?? '')
			.split(' ')
			.find((entry) => entry.startsWith(`${name}:`))
			?.split(':')[1]
			?.split(',')[0] ?? null
	);
}

function mistyped(chance: Chance, word: string): string {
	const at = 1 + chance.upTo(Math.max(1, word.length - 1));
	const letter = String.fromCharCode(97 + chance.upTo(26));
	switch (chance.upTo(4)) {
		case 0:
			return word.slice(0, at) + word.slice(at + 1);
		case 1:
			return word.slice(0, at) + letter + word.slice(at);
		case 2:
			return word.slice(0, at) + letter + word.slice(at + 1);
		default:
			return word.slice(0, at - 1) + (word[at] ?? '') + (word[at - 1] ?? '') + word.slice(at + 1);
	}
}

function mistypedDigits(chance: Chance, phone: string): string {
	const at = phone.length - 1 - chance.upTo(6);
	return phone.slice(0, at) + String(chance.upTo(10)) + phone.slice(at + 1);
}

/** Numbers of an area code that is nobody's, so that made-up people never share one by chance. */
function phoneOf(number: number): string {
	return `+1999${String(2_000_000 + ((number * 7_919) % 7_900_000))}`;
}

/** Names as often as they are: a table entry of 6 bits stands 2^(most-6) times. */
function weighted(table: Readonly<Record<string, string>>, most: number): string[] {
	return Object.entries(table).flatMap(([bits, names]) =>
		names.split(' ').flatMap((name) => Array.from({ length: Math.max(1, Math.round(2 ** (most - Number(bits)))) }, () => name)),
	);
}
