import { isLegalHoliday } from '../../../leasing/hours/holidays';
import { instantOf, localTime } from '../../../leasing/hours/localTime';
import { plausiblePlaces } from '../../../leasing/hours/places';
import { defaultQuietHours, type QuietHoursPolicy } from '../../../leasing/hours/quietHours';
import { FEDERAL_HOURS, STATE_WINDOWS } from '../../../leasing/hours/stateWindows';
import { textingWindow } from '../../../leasing/hours/textingWindow';
import { DAY, HOUR, MINUTE } from '../../../leasing/time';

const TX = { zones: ['America/Chicago'], regions: ['TX'] };
/** As wide as federal law, so that only states narrow it. */
const WIDE: QuietHoursPolicy = { days: Array.from({ length: 7 }, () => ({ opens: '00:00', closes: '24:00' })), stateRules: true };

function at(iso: string): number {
	return Date.parse(iso);
}

/** @returns `open`, or the ISO time of the next opening */
function ask(iso: string, places = TX, policy = defaultQuietHours): string {
	const window = textingWindow(at(iso), places, policy);
	return window.open ? 'open' : new Date(window.opensAt).toISOString().slice(0, 16);
}

describe('default hours in Texas', () => {
	it.each([
		['a minute before nine', '2026-01-14T14:59:00Z', '2026-01-14T15:00'],
		['at nine', '2026-01-14T15:00:00Z', 'open'],
		['a millisecond before eight', '2026-01-15T01:59:59.999Z', 'open'],
		['at eight in the evening', '2026-01-15T02:00:00Z', '2026-01-15T15:00'],
		['on Saturday evening: Sunday noon', '2026-01-18T03:00:00Z', '2026-01-18T18:00'],
		['on Sunday morning', '2026-01-18T16:00:00Z', '2026-01-18T18:00'],
		['on Sunday at noon', '2026-01-18T18:00:00Z', 'open'],
		['in summer, an hour earlier by UTC', '2026-07-15T14:00:00Z', 'open'],
		['the evening before clocks go forward', '2026-03-08T02:30:00Z', '2026-03-08T17:00'],
		['the evening before clocks go back', '2026-11-01T01:30:00Z', '2026-11-01T18:00'],
	])('%s', (_name, now, expected) => {
		expect(ask(now)).toBe(expected);
	});
});

describe('every plausible place counts', () => {
	it('waits for the west and stops for the east', () => {
		const both = { zones: ['America/New_York', 'America/Los_Angeles'], regions: [] };
		expect(ask('2026-01-14T15:00:00Z', both)).toBe('2026-01-14T17:00');
		expect(ask('2026-01-14T17:00:00Z', both)).toBe('open');
		expect(ask('2026-01-15T00:59:00Z', both)).toBe('open');
		expect(ask('2026-01-15T01:00:00Z', both)).toBe('2026-01-15T17:00');
	});

	it('says where it is too late', () => {
		const window = textingWindow(
			at('2026-01-15T01:30:00Z'),
			{ zones: ['America/New_York', 'America/Los_Angeles'], regions: [] },
			defaultQuietHours,
		);
		expect(window).toMatchObject({ open: false, reasons: [{ code: 'quiet_hours_company' }] });
		expect(window.open ? '' : window.reasons[0]?.sentence).toBe(
			"It is 20:30 on Wednesday in America/New York; the company's texting hours on this day are 09:00 to 20:00.",
		);
	});

	it('takes no place, and a place that does not exist, for the whole continent', () => {
		for (const zones of [[], ['Mars/Olympus']]) {
			expect(ask('2026-01-14T15:00:00Z', { zones, regions: [] })).toBe('2026-01-14T17:00');
			expect(ask('2026-01-14T18:00:00Z', { zones, regions: [] })).toBe('open');
		}
	});

	it('reaches Hawaii and New York at once only in the afternoon', () => {
		expect(ask('2026-01-14T15:00:00Z', { zones: ['America/New_York', 'Pacific/Honolulu'], regions: [] })).toBe('2026-01-14T19:00');
	});

	it('handles quarter-hour zones', () => {
		expect(ask('2026-01-14T12:00:00Z', { zones: ['America/St_Johns'], regions: [] })).toBe('2026-01-14T12:30');
	});
});

describe('state law', () => {
	const EAST = 'America/New_York';
	const CENTRAL = 'America/Chicago';
	it.each([
		['federal law alone from 8', 'GA', EAST, '2026-01-14T12:59:00Z', '2026-01-14T13:00'],
		['federal law until 21', 'GA', EAST, '2026-01-15T02:00:00Z', '2026-01-15T13:00'],
		['Florida until 20', 'FL', EAST, '2026-01-15T01:00:00Z', '2026-01-15T13:00'],
		['Kentucky from 10', 'KY', EAST, '2026-01-14T14:00:00Z', '2026-01-14T15:00'],
		['Connecticut from 9', 'CT', EAST, '2026-01-14T13:00:00Z', '2026-01-14T14:00'],
		['Texas on Sunday from 12', 'TX', CENTRAL, '2026-01-18T15:00:00Z', '2026-01-18T18:00'],
		['Rhode Island until 18', 'RI', EAST, '2026-01-14T23:00:00Z', '2026-01-15T14:00'],
		['Rhode Island on Saturday from 10', 'RI', EAST, '2026-01-17T14:00:00Z', '2026-01-17T15:00'],
		['Louisiana not on Sunday', 'LA', CENTRAL, '2026-01-11T18:00:00Z', '2026-01-12T14:00'],
		['Alabama not on Sunday, nor on Martin Luther King Day', 'AL', CENTRAL, '2026-01-18T18:00:00Z', '2026-01-20T14:00'],
		['Mississippi not on Sunday', 'MS', CENTRAL, '2026-01-11T18:00:00Z', '2026-01-12T14:00'],
		['small letters too', 'ky', EAST, '2026-01-14T14:00:00Z', '2026-01-14T15:00'],
	])('%s', (_name, state, zone, now, expected) => {
		expect(ask(now, { zones: [zone], regions: [state] }, WIDE)).toBe(expected);
	});

	it('adds up over states', () => {
		expect(ask('2026-01-18T15:00:00Z', { zones: [CENTRAL], regions: ['TX', 'LA'] }, WIDE)).toBe('2026-01-20T15:00');
	});

	it('can be switched off, federal law cannot', () => {
		const noStates = { ...WIDE, stateRules: false };
		expect(ask('2026-01-14T13:30:00Z', { zones: [EAST], regions: ['KY'] }, noStates)).toBe('open');
		expect(ask('2026-01-14T12:30:00Z', { zones: [EAST], regions: ['KY'] }, noStates)).toBe('2026-01-14T13:00');
	});

	it('has for each state a source, seven days, and nothing wider than federal law', () => {
		const federal = FEDERAL_HOURS.days[0];
		expect(new Set(STATE_WINDOWS.map((row) => row.state)).size).toBe(STATE_WINDOWS.length);
		for (const row of STATE_WINDOWS) {
			expect(row.source).not.toBe('');
			expect(row.days).toHaveLength(7);
			for (const day of row.days)
				if (day !== null)
					expect(day.opens >= (federal?.opens ?? '') && day.closes <= (federal?.closes ?? '') && day.opens < day.closes).toBe(
						true,
					);
		}
	});
});

it('gives up after a week when the hours never open', () => {
	const never: QuietHoursPolicy = { days: [], stateRules: true };
	const now = at('2026-01-14T17:00:00Z');
	expect(textingWindow(now, TX, never)).toMatchObject({ open: false, opensAt: now + 7 * DAY });
	expect(
		textingWindow(
			now,
			{ zones: ['America/New_York', 'Asia/Tokyo'], regions: [] },
			{ days: Array.from({ length: 7 }, () => ({ opens: '9:00', closes: '10:00' })), stateRules: true },
		),
	).toMatchObject({ opensAt: now + 7 * DAY });
});

it('agrees with trying every quarter of an hour', () => {
	const places = { zones: ['America/New_York', 'America/Phoenix', 'America/St_Johns'], regions: ['RI', 'KY'] };
	// A weekend with the autumn change in it.
	for (let now = at('2026-10-31T00:00:00Z'); now < at('2026-11-02T00:00:00Z'); now += 7 * HOUR) {
		const window = textingWindow(now, places, defaultQuietHours);
		let quarter = now;
		while (!textingWindow(quarter, places, defaultQuietHours).open) quarter += 15 * MINUTE;
		expect(new Date(window.open ? now : window.opensAt).toISOString()).toBe(new Date(quarter).toISOString());
	}
});

describe('instantOf', () => {
	it.each([
		['America/Chicago', '2026-01-14', 540, '2026-01-14T15:00'],
		['America/Chicago', '2026-07-14', 540, '2026-07-14T14:00'],
		// Skipped: half past two on the night of the spring change is the moment of the change.
		['America/Chicago', '2026-03-08', 150, '2026-03-08T08:00'],
		// Repeated: the first half past one.
		['America/Chicago', '2026-11-01', 90, '2026-11-01T06:30'],
		['America/Chicago', '2026-01-14', 1440, '2026-01-15T06:00'],
		['Pacific/Honolulu', '2026-01-14', 540, '2026-01-14T19:00'],
		['Pacific/Guam', '2026-01-14', 540, '2026-01-13T23:00'],
		['Pacific/Pago_Pago', '2026-01-14', 540, '2026-01-14T20:00'],
	])('%s %s +%i', (zone, date, minute, expected) => {
		const instant = instantOf(zone, date, minute);
		expect(new Date(instant).toISOString().slice(0, 16)).toBe(expected);
		if (minute === 540) expect(localTime(zone, instant)).toMatchObject({ date, minute });
	});
});

it.each([
	['2026-01-01', true],
	['2026-01-19', true],
	['2026-02-16', true],
	['2026-02-17', true], // Mardi Gras
	['2026-04-03', true], // Good Friday
	['2026-05-25', true],
	['2026-06-19', true],
	['2026-07-03', true], // observed
	['2026-07-04', true],
	['2026-09-07', true],
	['2026-10-12', true],
	['2026-11-11', true],
	['2026-11-26', true],
	['2026-12-25', true],
	['2027-12-31', true], // New Year's Day 2028 is a Saturday
	['2025-04-18', true],
	['2026-01-14', false],
	['2026-11-27', false],
	['2026-05-18', false],
])('%s is a legal holiday: %s', (date, expected) => {
	expect(isLegalHoliday(date)).toBe(expected);
});

it.each([
	['+15125550123', { timeZone: null, state: 'TX' }, ['America/Chicago'], ['TX']],
	['+12125550123', { timeZone: null, state: 'TX' }, ['America/New_York', 'America/Chicago'], ['NY', 'TX']],
	['+12125550123', { timeZone: 'America/Denver', state: null }, ['America/New_York', 'America/Denver'], ['NY']],
	['+12125550123', null, ['America/New_York', 'America/Chicago'], ['NY']],
	[null, null, ['America/New_York', 'America/Chicago', 'America/Denver', 'America/Los_Angeles'], []],
])('plausiblePlaces(%s, %j)', (phone, property, zones, regions) => {
	expect(plausiblePlaces(phone, property, { timeZone: 'America/Chicago' })).toEqual({ zones, regions });
});
