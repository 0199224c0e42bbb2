import { knownNumbers } from '../../../leasing/portfolio/knownNumbers';
import type { PortfolioSettings } from '../../../leasing/portfolio/portfolio';
import { parsePortfolioSettings } from '../../../leasing/portfolio/settings';

const FORM = {
	brand: 'Acme Living',
	timeZone: 'America/Chicago',
	defaultOwner: 'Leasing Team',
	properties: [
		{ name: 'Maple Court', state: 'tx', tourUrl: 'https://example.com/tour', owner: 'Dana' },
		{ name: 'Oak & Pine', timeZone: 'America/Denver' },
	],
	lines: [
		{ phone: '(512) 555-0100', label: 'Maple Court main', property: 'maple court' },
		{ phone: '512.555.0101', label: 'Head office' },
	],
	staff: [{ name: 'Dana', phone: '512-555-0150' }],
	trackingNumbers: '512 555 0160, (800) 555-0161',
	officeHours: [
		{ weekday: 'Mon-Fri', opens: '9am', closes: '6pm' },
		{ weekday: 'Saturday', opens: '10:00', closes: '14:00' },
	],
	holidays: ['12/25/2026', '2026-01-01'],
};

function settingsOf(input: unknown): PortfolioSettings {
	const parsed = parsePortfolioSettings(input);
	if (!parsed.ok) throw new Error(parsed.problems.map((found) => found.sentence).join('\n'));
	return parsed.settings;
}

function problemsOf(change: object): { field: string; found: string; sentence: string }[] {
	const parsed = parsePortfolioSettings({ ...FORM, ...change });
	return parsed.ok ? [] : parsed.problems;
}

describe('parsePortfolioSettings', () => {
	it('reads a form as a person fills it in', () => {
		expect(settingsOf(FORM)).toEqual({
			key: 'main',
			brand: 'Acme Living',
			country: 'US',
			timeZone: 'America/Chicago',
			defaultOwner: 'Leasing Team',
			properties: [
				{
					key: 'maple-court',
					name: 'Maple Court',
					timeZone: null,
					state: 'TX',
					tourUrl: 'https://example.com/tour',
					owner: 'Dana',
				},
				{ key: 'oak-and-pine', name: 'Oak & Pine', timeZone: 'America/Denver', state: null, tourUrl: null, owner: null },
			],
			lines: [
				{ phone: '+15125550100', label: 'Maple Court main', propertyKey: 'maple-court' },
				{ phone: '+15125550101', label: 'Head office', propertyKey: null },
			],
			staff: [{ name: 'Dana', phone: '+15125550150' }],
			trackingNumbers: ['+15125550160', '+18005550161'],
			officeHours: [
				...[1, 2, 3, 4, 5].map((weekday) => ({ weekday, opens: '09:00', closes: '18:00' })),
				{ weekday: 6, opens: '10:00', closes: '14:00' },
			],
			holidays: ['2026-01-01', '2026-12-25'],
		});
	});

	it('says what it changed', () => {
		const parsed = parsePortfolioSettings(FORM);
		const sentences = parsed.ok ? parsed.changes.map((change) => change.sentence) : [];
		expect(sentences).toContain('Lines, row 1, Phone Number: "(512) 555-0100" is stored as +15125550100.');
		expect(sentences).toContain('Holidays, row 1: "12/25/2026" is stored as 2026-12-25.');
	});

	it('reads its own result again without a change', () => {
		const settings = settingsOf(FORM);
		expect(parsePortfolioSettings(settings)).toEqual({ ok: true, settings, changes: [] });
	});

	it('needs no more than brand, time zone and owner', () => {
		const settings = settingsOf({ brand: 'Acme', timeZone: 'America/Chicago', defaultOwner: 'Dana', lines: null, holidays: '' });
		expect(settings).toMatchObject({ key: 'main', country: 'US', lines: [], properties: [], officeHours: [], holidays: [] });
	});

	it('keeps a property key that was given, and its lines, when the property is renamed', () => {
		const settings = settingsOf({
			...FORM,
			properties: [{ key: 'maple-court', name: 'Maple Court North' }],
			lines: [{ phone: '+15125550100', propertyKey: 'maple-court' }],
		});
		expect(settings.properties[0]?.key).toBe('maple-court');
		expect(settings.lines[0]).toEqual({ phone: '+15125550100', label: 'Maple Court North', propertyKey: 'maple-court' });
	});

	it('reads numbers by the country of the settings', () => {
		expect(
			settingsOf({ ...FORM, country: 'gb', lines: [{ phone: '020 7946 0123' }], staff: [], trackingNumbers: [], holidays: [] })
				.lines[0]?.phone,
		).toBe('+442079460123');
	});

	it('takes two rows for one day as a day with a break', () => {
		const officeHours = [
			{ weekday: 'Mon', opens: '13:00', closes: '17:00' },
			{ weekday: 'Mon', opens: '9:00', closes: '12:00' },
		];
		expect(settingsOf({ ...FORM, officeHours }).officeHours.map((hours) => hours.opens)).toEqual(['09:00', '13:00']);
	});

	it.each<[string, object, string, string]>([
		[
			'a phone number that is none',
			{ lines: [...FORM.lines.slice(0, 1), { phone: '12345', label: 'x' }] },
			'Lines, row 2, Phone Number',
			'"12345"',
		],
		['a missing phone number', { lines: [{ label: 'x' }] }, 'Lines, row 1, Phone Number', 'nothing'],
		['a hidden caller id as a line', { lines: [{ phone: '+266696687' }] }, 'Lines, row 1, Phone Number', '"+266696687"'],
		['a filler number', { lines: [{ phone: '9999999999' }] }, 'Lines, row 1, Phone Number', '"9999999999"'],
		[
			'the same line twice',
			{ lines: [{ phone: '+15125550100' }, { phone: '(512) 555-0100' }] },
			'Lines, row 2, Phone Number',
			'"(512) 555-0100"',
		],
		[
			'an unknown property of a line',
			{ lines: [{ phone: '+15125550100', property: 'Elm Street' }] },
			'Lines, row 1, Property',
			'"Elm Street"',
		],
		[
			'the same property twice',
			{ properties: [{ name: 'Maple Court' }, { name: 'MAPLE  court' }] },
			'Properties, row 2, Name',
			'"MAPLE  court"',
		],
		[
			'two names with one key',
			{ properties: [{ name: 'Maple Court' }, { name: 'Maple-Court' }], lines: [] },
			'Properties, row 2, Key',
			'"maple-court"',
		],
		['a property without a name', { properties: [{ state: 'TX' }], lines: [] }, 'Properties, row 1, Name', 'nothing'],
		['a state that is none', { properties: [{ name: 'Maple Court', state: 'Texass' }] }, 'Properties, row 1, State', '"Texass"'],
		[
			'an insecure tour link',
			{ properties: [{ name: 'Maple Court', tourUrl: 'http://example.com' }] },
			'Properties, row 1, Tour Link',
			'"http://example.com"',
		],
		[
			'a tour link that is none',
			{ properties: [{ name: 'Maple Court', tourUrl: 'call us' }] },
			'Properties, row 1, Tour Link',
			'"call us"',
		],
		['an abbreviation as time zone', { timeZone: 'CST' }, 'Time Zone', '"CST"'],
		['no time zone', { timeZone: '' }, 'Time Zone', 'nothing'],
		['no brand', { brand: ' ' }, 'Brand Name', 'nothing'],
		['no owner', { defaultOwner: null }, 'Default Owner', 'nothing'],
		['a country that is none', { country: 'Texas' }, 'Country', '"Texas"'],
		[
			'hours that end before they begin',
			{ officeHours: [{ weekday: 'Mon', opens: '9', closes: '6' }] },
			'Office Hours, row 1, Closes',
			'"6"',
		],
		[
			'an unreadable time',
			{ officeHours: [{ weekday: 'Mon', opens: 'early', closes: '6pm' }] },
			'Office Hours, row 1, Opens',
			'"early"',
		],
		[
			'an unreadable day',
			{ officeHours: [{ weekday: 'Moonday', opens: '9', closes: '6pm' }] },
			'Office Hours, row 1, Weekday',
			'"Moonday"',
		],
		[
			'overlapping hours',
			{
				officeHours: [
					{ weekday: 'Mon-Fri', opens: '9', closes: '6pm' },
					{ weekday: 'Fri', opens: '9', closes: '5pm' },
				],
			},
			'Office Hours, row 2, Weekday',
			'"Fri"',
		],
		['a date that does not exist', { holidays: ['2026-02-30'] }, 'Holidays, row 1', '"2026-02-30"'],
		[
			'a staff number that is a line',
			{ staff: [{ name: 'Dana', phone: '512-555-0100' }] },
			'Staff, row 1, Phone Number',
			'"512-555-0100"',
		],
		['staff without a name', { staff: [{ phone: '512-555-0150' }] }, 'Staff, row 1, Name', 'nothing'],
		['a tracking number that is none', { trackingNumbers: 'abc' }, 'Tracking Numbers, row 1', '"abc"'],
		['rows that are no list', { lines: 'abc' }, 'Lines', '"abc"'],
		['a row that is no row', { lines: ['abc', FORM.lines[0]] }, 'Lines, row 1', '"abc"'],
		['a group where text belongs', { brand: { text: 'x' } }, 'Brand Name', 'a group of fields'],
	])('names the field and what was found: %s', (_name, change, field, found) => {
		const problems = problemsOf(change);
		expect(problems.map((entry) => [entry.field, entry.found])).toEqual([[field, found]]);
		expect(problems[0]?.sentence).toMatch(new RegExp(`^${field}: found .+\\. .+\\.$`));
	});

	it('offers the real names when a line names an unknown property', () => {
		expect(problemsOf({ lines: [{ phone: '+15125550100', property: 'Elm' }] })[0]?.sentence).toContain('Maple Court, Oak & Pine');
	});

	it('does not repeat a password that stood in a link', () => {
		const problems = problemsOf({ properties: [{ name: 'Maple Court', tourUrl: 'https://dana:secret@example.com' }] });
		expect(problems).toHaveLength(1);
		expect(JSON.stringify(problems)).not.toContain('secret');
	});

	it('reports everything at once, a broken shape included', () => {
		const problems = problemsOf({ brand: '', timeZone: 'CST', lines: [7, { phone: '1' }], officeHours: { a: 1 }, holidays: ['x'] });
		expect(problems.map((entry) => entry.field)).toEqual([
			'Lines, row 1',
			'Office Hours',
			'Time Zone',
			'Lines, row 2, Phone Number',
			'Brand Name',
			'Holidays, row 1',
		]);
	});

	it.each([null, undefined, 'text', 7, [[]]])('refuses %j as settings', (input) => {
		const parsed = parsePortfolioSettings(input);
		expect(parsed.ok).toBe(false);
		expect(parsed.ok ? [] : parsed.problems.map((entry) => entry.field)).toEqual(['Settings']);
	});

	it('points out a misspelled field instead of losing it in silence', () => {
		const parsed = parsePortfolioSettings({
			...FORM,
			brandname: 'x',
			properties: [{ name: 'Maple Court', tourLink: 'https://example.com' }],
		});
		const ignored = parsed.ok ? parsed.changes.filter((change) => change.code === 'unknown_field_ignored') : [];
		expect(ignored.map((change) => change.sentence.split(':')[0])).toEqual(['Properties, row 1, tourLink', 'brandname']);
	});

	it('drops repeats that do no harm and says so', () => {
		const parsed = parsePortfolioSettings({ ...FORM, trackingNumbers: ['+15125550160', '512-555-0160', '+15125550100'] });
		expect(parsed.ok && parsed.settings.trackingNumbers).toEqual(['+15125550160']);
		expect(parsed.ok && parsed.changes.filter((change) => change.code === 'repeat_dropped')).toHaveLength(2);
	});
});

describe('knownNumbers', () => {
	it('holds lines and tracking numbers as own, and staff apart', () => {
		const known = knownNumbers(settingsOf(FORM));
		expect([...known.own]).toEqual(['+15125550100', '+15125550101', '+15125550160', '+18005550161']);
		expect([...known.staff]).toEqual(['+15125550150']);
	});
});
