import { Budget } from '../../../leasing/limits/budget';
import { READING } from '../../../leasing/limits/limits';
import { beginningOf, narrowed, survey } from '../../../leasing/limits/survey';

const SMALL = { nodes: 100, bytes: 1_000 };

describe('a survey', () => {
	it('counts texts, fields and groups within each other', () => {
		expect(survey({ name: 'Nadia', contact: { phones: ['1', 2, null] } }, SMALL)).toEqual({
			bytes: 23,
			fields: 4,
			depth: 3,
			whole: true,
		});
	});

	it.each<[string, unknown]>([
		['entries', Array.from({ length: 101 }, () => 1)],
		['keys', Object.fromEntries(Array.from({ length: 101 }, (_none, at) => [String(at), 1]))],
		['letters', { message: 'x'.repeat(1_001) }],
	])('says when there are more %s than it looks at', (_name, value) => expect(survey(value, SMALL).whole).toBe(false));

	it('survives any depth', () => {
		let deep: unknown = 'x';
		for (let times = 0; times < 200_000; times++) deep = [deep];
		expect(survey(deep, SMALL)).toMatchObject({ whole: false });
		expect(JSON.stringify(beginningOf(deep, SMALL))).toContain('…');
	});
});

describe('the beginning of something large', () => {
	it('keeps the first of everything, within its size', () => {
		const item = { name: 'Nadia', list: Array.from({ length: 10_000 }, (_none, at) => `entry ${at}`), message: 'x'.repeat(50_000) };
		const text = JSON.stringify(beginningOf(item, SMALL));
		expect(text).toContain('Nadia');
		expect(text).toContain('entry 3');
		expect(text.length).toBeLessThan(2_000);
	});

	it('takes no more keys than asked, inside of groups too, and the same group when there are no more', () => {
		const many = Object.fromEntries(Array.from({ length: 300 }, (_none, at) => [`k${at}`, at]));
		expect(Object.keys(narrowed({ many }, 100).many as object)).toHaveLength(100);
		const few = { name: 'Nadia', list: [1, 2, 3] };
		expect(narrowed(few, 100)).toBe(few);
	});
});

describe('a budget', () => {
	it('gives until it is spent, and takes nothing of what is too much', () => {
		const budget = new Budget({ ...READING, leads: 3 });
		expect([budget.take('leads', 2), budget.take('leads', 2), budget.spentAll('leads'), budget.take('leads', 1)]).toEqual([
			true,
			false,
			false,
			true,
		]);
		expect(budget.spentAll('leads')).toBe(true);
	});

	it('is late by the clock that it was given, also when that is set back', () => {
		let now = 1_000_000;
		const budget = new Budget({ ...READING, millis: 100 }, { now: () => now });
		expect(budget.late).toBe(false);
		now -= 101;
		expect(budget.late).toBe(true);
		expect(new Budget(READING).late).toBe(false);
	});
});
