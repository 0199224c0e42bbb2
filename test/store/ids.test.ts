import { randomBytes } from 'node:crypto';

import { inStock, makeIds } from '../../store/ids';
import { heldClock } from '../helpers/clock';

describe('ids', () => {
	it('carry what they are for, the time and randomness', () => {
		const ids = makeIds(heldClock(0), (count) => new Uint8Array(count));
		expect(ids.next('lead')).toBe('lead_00000000000000000000000000');
		expect(makeIds(heldClock(281_474_976_710_655), (count) => new Uint8Array(count).fill(255)).next('call')).toBe(
			'call_7ZZZZZZZZZZZZZZZZZZZZZZZZZ',
		);
	});

	it('rise within a millisecond, from one to the next, and when the clock is set back', () => {
		const clock = heldClock();
		const ids = makeIds(clock, randomBytes);
		const made: string[] = [];
		for (const step of [0, 0, 0, 1, 0, -60_000, 0, 1, 120_000, 0]) {
			clock.advance(step);
			for (let count = 0; count < 100; count += 1) made.push(ids.next('lead'));
		}
		expect(new Set(made).size).toBe(made.length);
		expect([...made].sort()).toEqual(made);
	});

	it('go on rising when the random part is used up', () => {
		const draws = [255, 0];
		const ids = makeIds(heldClock(), (count) => new Uint8Array(count).fill(draws.shift() ?? 0));
		const [first, second] = [ids.next('x'), ids.next('x')];
		expect(second > first).toBe(true);
	});

	it('differ between two makers at the same time', () => {
		const clock = heldClock();
		expect(makeIds(clock, randomBytes).next('x')).not.toBe(makeIds(clock, randomBytes).next('x'));
	});

	it('never use random bytes of the stock twice', () => {
		let drawn = 0;
		const next = inStock((count) => Uint8Array.from({ length: count }, () => drawn++ % 256), 40);
		const pieces = [16, 16, 16, 50, 3].map((count) => [...next(count)]);
		expect(pieces.map((piece) => piece.length)).toEqual([16, 16, 16, 50, 3]);
		expect(pieces[0]?.[0]).toBe(0);
		expect(pieces[1]?.[0]).toBe(16);
		// Eight bytes are left and not enough: a new stock.
		expect(pieces[2]?.[0]).toBe(40);
		expect(pieces[3]?.[0]).toBe(80);
	});
});
