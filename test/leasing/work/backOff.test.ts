import { MINUTE, SECOND } from '../../../leasing/time';
import { backOff, type BackOff } from '../../../leasing/work/backOff';

const policy: BackOff = { attempts: 6, firstPause: 30 * SECOND, longestPause: 3 * MINUTE };

describe('backOff', () => {
	it.each([
		[1, 30 * SECOND],
		[2, 60 * SECOND],
		[3, 120 * SECOND],
		[4, 180 * SECOND],
		[5, 180 * SECOND],
	])('doubles after attempt %i, up to the longest pause', (attempt, pause) => {
		expect(backOff(policy, attempt, 0.5)).toBe(pause);
		expect(backOff(policy, attempt, 0)).toBe(pause * 0.8);
		expect(backOff(policy, attempt, 0.9999999999)).toBeCloseTo(pause * 1.2, 0);
	});

	it('grows whatever the chance, until it reaches the longest pause', () => {
		for (const attempt of [1, 2]) {
			expect(backOff(policy, attempt + 1, 0)).toBeGreaterThan(backOff(policy, attempt, 0.9999999999) ?? 0);
		}
	});

	it.each([6, 7, 100])('ends with the last attempt (%i of 6)', (attempt) => {
		expect(backOff(policy, attempt, 0.5)).toBeNull();
	});
});
