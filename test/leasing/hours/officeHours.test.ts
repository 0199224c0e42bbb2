import { isOfficeOpen } from '../../../leasing/hours/officeHours';

const weekdays = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, opens: '09:00', closes: '18:00' }));
const settings = {
	timeZone: 'America/Chicago',
	officeHours: [...weekdays, { weekday: 6, opens: '13:00', closes: '16:00' }, { weekday: 6, opens: '9:00', closes: '12:00' }],
	holidays: ['2026-01-19', '2026-12-25'],
};

it.each([
	['Wednesday 8:59', '2026-01-14T14:59:00Z', '2026-01-14T15:00:00.000Z'],
	['Wednesday 9:00', '2026-01-14T15:00:00Z', 'open'],
	['Wednesday 17:59', '2026-01-14T23:59:59Z', 'open'],
	['Wednesday 18:00', '2026-01-15T00:00:00Z', '2026-01-15T15:00:00.000Z'],
	['Saturday 9:30', '2026-01-17T15:30:00Z', 'open'],
	['Saturday at lunch', '2026-01-17T18:30:00Z', '2026-01-17T19:00:00.000Z'],
	['Saturday afternoon', '2026-01-17T20:00:00Z', 'open'],
	['Saturday evening, before a holiday Monday', '2026-01-17T23:00:00Z', '2026-01-20T15:00:00.000Z'],
	['holiday Monday at noon', '2026-01-19T18:00:00Z', '2026-01-20T15:00:00.000Z'],
	['summer', '2026-07-15T14:00:00Z', 'open'],
])('%s', (_name, now, expected) => {
	const state = isOfficeOpen(Date.parse(now), settings);
	expect(state.open ? 'open' : new Date(state.opensAt ?? 0).toISOString()).toBe(expected);
	if (state.open) expect(state.opensAt).toBeNull();
});

it('is never open without hours', () => {
	expect(isOfficeOpen(Date.parse('2026-01-14T18:00:00Z'), { ...settings, officeHours: [] })).toEqual({ open: false, opensAt: null });
});
