import { readInstant } from '../../../leasing/hours/readInstant';
import { toIso } from '../../../leasing/time';

describe('readInstant', () => {
	it.each([
		['2026-11-20T09:00:00.000Z', '2026-11-20T09:00:00.000Z'],
		['2026-11-20T09:00:00.123-06:00', '2026-11-20T15:00:00.000Z'],
		['2026-11-20T09:00+0530', '2026-11-20T03:30:00.000Z'],
		['2026-11-20T09:00:30', '2026-11-20T15:00:30.000Z'],
		[' 2026-07-20 09:00 ', '2026-07-20T14:00:00.000Z'],
		['2026-11-20', '2026-11-20T06:00:00.000Z'],
		['2026-03-08T02:30', '2026-03-08T08:00:00.000Z'],
	])('reads %s in Austin', (text, instant) => {
		const at = readInstant(text, 'America/Chicago');
		expect(at === null ? null : toIso(at)).toBe(instant);
	});

	it.each(['', 'tomorrow', '11/20/2026', '2026-02-30', '2026-13-01T09:00', '2026-11-20T25:00', '2026-11-20T9:00', '1795165200000'])(
		'does not guess at "%s"',
		(text) => {
			expect(readInstant(text, 'America/Chicago')).toBeNull();
		},
	);
});
