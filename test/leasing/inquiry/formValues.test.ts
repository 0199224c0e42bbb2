import { leavesOf, valueAtPath } from '../../../leasing/inquiry/form/leaves';
import { readCount, readSubmittedAt, splitEmails, splitPhones } from '../../../leasing/inquiry/form/values';
import { readBudget, readBudgetMin } from '../../../leasing/inquiry/interest/rent';
import { readBathrooms, readBedrooms } from '../../../leasing/inquiry/interest/rooms';

describe('readBudget', () => {
	it.each<[string, number | null]>([
		['$1,800', 1800],
		['1800', 1800],
		['1,800.00 / month', 1800],
		['1.8k', 1800],
		['$1500 - $1800', 1800],
		['under 2000 dollars', 2000],
		['USD 1450.50', 1451],
		['2', null],
		['a million', null],
		['99999999', null],
	])('reads %j as %j', (text, budget) => {
		expect(readBudget(text)).toBe(budget);
	});
});

describe('readBedrooms', () => {
	it.each<[string, number | null]>([
		['2', 2],
		['2BR / 1 bath', 2],
		['1 bath, 3 bed', 3],
		['2-bedroom', 2],
		['Studio', 0],
		['two bedrooms', 2],
		['2 / 1.00', 2],
		['25', null],
		['any', null],
	])('reads %j as %j', (text, bedrooms) => {
		expect(readBedrooms(text)).toBe(bedrooms);
	});
});

describe('readBudgetMin, readBathrooms and readCount', () => {
	it.each<[string, number | null]>([
		['$1500 - $1800', 1500],
		['1,200 to 1.6k', 1200],
		['$1,800', null],
		['1800 - 1800', null],
	])('the lower end of %j is %j', (text, budget) => {
		expect(readBudgetMin(text)).toBe(budget);
	});

	it.each<[string, number | null]>([
		['1', 1],
		['2BR / 1.5 bath', 1.5],
		['2 / 1.00', 1],
		['Any', null],
		['1500', null],
	])('bathrooms in %j are %j', (text, count) => {
		expect(readBathrooms(text)).toBe(count);
	});

	it.each<[string, number | null]>([
		['12 months', 12],
		['1 year', 12],
		['18', 18],
		['month to month', null],
		['2026', null],
	])('counts %j as %j', (text, count) => {
		expect(readCount(text)).toBe(count);
	});
});

describe('readSubmittedAt', () => {
	const now = Date.UTC(2026, 0, 31, 18, 0);
	it.each<[string, string | null]>([
		['2026-01-31T17:59:00Z', '2026-01-31T17:59:00.000Z'],
		['2026-01-31T11:59:00-06:00', '2026-01-31T17:59:00.000Z'],
		['2026-01-31 11:59:00-0600', '2026-01-31T17:59:00.000Z'],
		['1769882340', '2026-01-31T17:59:00.000Z'],
		['1769882340000', '2026-01-31T17:59:00.000Z'],
		['2026-01-31T17:59:00', null],
		['2026-02-03T17:59:00Z', null],
		['Sat, 31 Jan 2026 11:59:00 -0600', '2026-01-31T17:59:00.000Z'],
		['yesterday', null],
	])('reads %j as %j', (text, at) => {
		expect(readSubmittedAt(text, now)).toBe(at);
	});

	it('reads a time without an offset in a zone that is known', () => {
		expect(readSubmittedAt('2026-01-31 11:59:00', now, 'America/Chicago')).toBe('2026-01-31T17:59:00.000Z');
	});
});

describe('splitPhones and splitEmails', () => {
	it.each([
		['512-555-0123 / 512-555-0199', ['512-555-0123', '512-555-0199']],
		['512-555-0123 or 512-555-0199', ['512-555-0123', '512-555-0199']],
		['512-555-0123 ::: 512-555-0199', ['512-555-0123', '512-555-0199']],
		['(512) 555-0123', ['(512) 555-0123']],
		['512-555-0123, call after 5', ['512-555-0123, call after 5']],
		['512/555-0123', ['512/555-0123']],
	])('phones in %j', (text, phones) => {
		expect(splitPhones(text)).toEqual(phones);
	});

	it.each([
		['a@example.com; b@example.com', ['a@example.com', 'b@example.com']],
		['a@example.com b@example.com', ['a@example.com', 'b@example.com']],
		['Ana Ruiz <a@example.com>', ['Ana Ruiz <a@example.com>']],
	])('e-mails in %j', (text, emails) => {
		expect(splitEmails(text)).toEqual(emails);
	});
});

describe('valueAtPath', () => {
	const input = { a: { b: [{ c: 'x' }, { c: 'y' }] }, '1.3': 'Ana', 'First Name': 'Bo', deep: { '1.6': 'Ruiz' }, a_b: 0 };
	it.each<[string, unknown]>([
		['a.b[1].c', 'y'],
		['a.b.0.c', 'x'],
		['1.3', 'Ana'],
		['deep.1.6', 'Ruiz'],
		["['First Name']", 'Bo'],
		['First Name', 'Bo'],
		['a_b', 0],
		['a.x', undefined],
		['constructor.name', undefined],
		['', undefined],
	])('finds %j', (path, value) => {
		expect(valueAtPath(input, path)).toEqual(value);
	});
});

describe('leavesOf', () => {
	it('reads rows of questions and answers as fields', () => {
		const leaves = leavesOf({
			answers: [
				{ label: 'Phone', value: '1' },
				{ name: 'email', values: ['a', 'b'] },
			],
			name: 'Ana',
			value: 7,
		});
		expect(leaves.map((leaf) => [leaf.path.join('.'), leaf.value])).toEqual([
			['name', 'Ana'],
			['value', '7'],
			['answers.0.Phone', '1'],
			['answers.1.email.0', 'a'],
			['answers.1.email.1', 'b'],
		]);
	});

	it('does not lose itself in input without end', () => {
		const loop: Record<string, unknown> = { name: 'Ana' };
		loop.self = loop;
		expect(leavesOf(loop)[0]?.value).toBe('Ana');
		const empty: Record<string, unknown> = {};
		empty.self = empty;
		expect(leavesOf(empty)).toEqual([]);
		expect(leavesOf({ many: Array.from({ length: 5_000 }, (_unused, index) => index) }).length).toBeLessThanOrEqual(2_000);
	});
});
