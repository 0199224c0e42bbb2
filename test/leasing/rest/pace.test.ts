import { buildiumPace } from '../../../leasing/buildium/pace';
import { spend, UNUSED, waitFor, type PaceLimit } from '../../../leasing/rest/pace';

/** When requests that are all wanted at once are let through. */
function times(count: number, limits: readonly PaceLimit[]): number[] {
	let [pace, now] = [UNUSED, 1_000_000];
	return Array.from({ length: count }, () => {
		now += waitFor(pace, now, limits);
		pace = spend(pace, now, limits);
		return now;
	});
}

it.each([
	[7, 2, 9],
	[9, 1, 10],
	[1, 2, 3],
])('%d a second with %d at once: never more than %d in any second', (perSecond, burst, most) => {
	const let_through = times(200, [{ per: 1_000, most: perSecond, burst }]);
	const inOneSecond = let_through.map((from) => let_through.filter((at) => at >= from && at < from + 1_000).length);
	expect(Math.max(...inOneSecond)).toBeLessThanOrEqual(most);
	expect((Number(let_through.at(-1)) - Number(let_through[0])) / 1_000).toBeLessThan(200 / perSecond + 1);
});

it('after a quiet time the first ones do not wait', () => {
	const limits = buildiumPace(7);
	const used = spend(spend(UNUSED, 0, limits), 0, limits);
	expect(waitFor(used, 0, limits)).toBeGreaterThan(0);
	expect(waitFor(used, 60_000, limits)).toBe(0);
	expect(waitFor(spend(used, 60_000, limits), 60_000, limits)).toBe(0);
});

describe('limits that a vendor counts', () => {
	const both: PaceLimit[] = [
		{ per: 1_000, most: 8 },
		{ per: 60_000, most: 256 },
		{ per: 3_600_000, most: 4_096 },
	];

	it('eight a second, 256 a minute and 4,096 an hour are kept all at once, and used up', () => {
		const went = times(5_000, both);
		const most = (per: number): number => {
			let [from, found] = [0, 0];
			went.forEach((at, place) => {
				while ((went[from] ?? 0) <= at - per) from += 1;
				found = Math.max(found, place - from + 1);
			});
			return found;
		};
		expect([most(1_000), most(60_000), most(3_600_000)]).toEqual([8, 256, 4_096]);
		// The last one waits for the second hour.
		expect(Number(went.at(-1)) - Number(went[0])).toBeGreaterThan(3_600_000);
	});

	it('a clock that is set back an hour holds a key no longer than its window', () => {
		const limits = [{ per: 1_000, most: 1 }];
		expect(waitFor(spend(UNUSED, 3_600_000, limits), 0, limits)).toBe(1_000);
	});
});
