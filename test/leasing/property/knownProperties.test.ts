import type { Property } from '../../../leasing/portfolio/portfolio';
import type { DirectoryProperty } from '../../../leasing/property/directoryProperty';
import { knownProperties } from '../../../leasing/property/knownProperties';
import { propertiesCalled, recordIn, type KnownProperty } from '../../../leasing/property/knownProperty';
import { copied, typed } from './directoryExample';

/** What each known property is, in short: its key, and the ids of its records. */
function inShort(properties: readonly KnownProperty[]): Record<string, string> {
	return Object.fromEntries(
		properties.map(({ key, places = [] }) => [
			key,
			places.map(({ provider, id }) => (provider === 'buildium' ? id : `${provider} ${id}`)).join(' '),
		]),
	);
}

const TACOMA = '14 Maple Ct, Tacoma, WA, 98402';
const AUSTIN = '900 Elm Street, Austin, TX, 78701';
const MAPLE = typed('maple-court', 'Maple Court');

describe('knownProperties', () => {
	it('are those of the settings, as they are, when nothing was copied', () => {
		expect(knownProperties([MAPLE], [])).toEqual([MAPLE]);
	});

	it('are those of the directory when nobody typed any', () => {
		expect(knownProperties([], [copied('1', 'Cedar Grove & Spa', TACOMA)])).toEqual([
			{
				key: 'cedar-grove-and-spa',
				name: 'Cedar Grove & Spa',
				timeZone: null,
				state: 'WA',
				tourUrl: null,
				owner: null,
				address: '14 Maple Ct, Tacoma, WA 98402',
				places: [{ provider: 'buildium', id: '1', name: 'Cedar Grove & Spa' }],
				copied: true,
			},
		]);
	});

	it.each<[string, Property, DirectoryProperty]>([
		['name', MAPLE, copied('1', '  MAPLE   court')],
		['name with other signs', MAPLE, copied('1', 'Maple-Court')],
		['key', typed('maple-court', 'The Maples'), copied('1', 'Maple Court')],
		['other name', typed('mc', 'The Maples', { aliases: ['leads@acme.example.com', 'Maple Court'] }), copied('1', 'Maple Court')],
		['address', typed('mc', 'The Maples', { address: '14 Maple Court, Tacoma, WA' }), copied('1', 'MC Apts LLC', TACOMA)],
		['address without a town', typed('mc', 'The Maples', { address: '14 Maple Ct' }), copied('1', 'MC Apts LLC', TACOMA)],
		['second building', typed('mc', 'The Maples', { address: '12 Maple Ct; 14 Maple Ct' }), copied('1', 'MC Apts LLC', TACOMA)],
		['name that is an address', typed('14-maple-ct', '14 Maple Ct'), copied('1', 'MC Apts LLC', TACOMA)],
	])('a property of the directory is the one of the settings with its %s', (_what, property, record) => {
		const known = knownProperties([property], [record]);
		expect(known).toHaveLength(1);
		expect(known[0]).toMatchObject({ key: property.key, name: property.name, places: [{ id: '1' }] });
	});

	it.each<[string, Property, DirectoryProperty]>([
		['is only similar', MAPLE, copied('1', 'Maple Ct')],
		['stands in another town', typed('mc', 'The Maples', { address: '14 Maple Ct, Austin, TX' }), copied('1', 'MC Apts LLC', TACOMA)],
		['stands under another postcode', typed('mc', 'The Maples', { address: '14 Maple Ct 98499' }), copied('1', 'MC Apts LLC', TACOMA)],
		['is the next house', typed('mc', 'The Maples', { address: '16 Maple Ct, Tacoma, WA 98402' }), copied('1', 'MC Apts LLC', TACOMA)],
		[
			'is another unit of the house',
			typed('one', '14 Maple Ct #1', { address: '14 Maple Ct, Tacoma' }),
			copied('1', '14 Maple Ct #2', TACOMA),
		],
		['has no address', typed('mc', 'The Maples', { address: '14 Maple Ct' }), copied('1', 'MC Apts LLC')],
	])('a property that %s is one of its own', (_what, property, record) => {
		expect(knownProperties([property], [record]).map(({ key, places }) => [key, places?.length ?? 0])).toEqual([
			[property.key, 0],
			[expect.any(String), 1],
		]);
	});

	it('lets the settings win, and takes from the directory what they leave open', () => {
		const both = knownProperties(
			[typed('maple-court', 'Maple Court', { address: '1 Front St', state: 'OR', owner: 'Dana', timeZone: 'America/Denver' })],
			[copied('1', 'Maple Court', TACOMA)],
		);
		expect(both).toMatchObject([{ address: '1 Front St', state: 'OR', owner: 'Dana', timeZone: 'America/Denver' }]);
		expect(knownProperties([MAPLE], [copied('1', 'Maple Court', TACOMA)])).toMatchObject([
			{ name: 'Maple Court', address: '14 Maple Ct, Tacoma, WA 98402', state: 'WA' },
		]);
		// A state that two records contradict is not known.
		const two = [copied('1', 'Maple Court', TACOMA), copied('2', 'The Maples', AUSTIN)];
		expect(knownProperties([typed('maple-court', 'Maple Court', { aliases: ['The Maples'] })], two)).toMatchObject([
			{ state: null, address: '14 Maple Ct, Tacoma, WA 98402; 900 Elm Street, Austin, TX 78701' },
		]);
	});

	it.each<[string, Property[], DirectoryProperty[], Record<string, string>]>([
		[
			'nobody typed it: the first has the name as its key, the others their ids',
			[],
			[copied('1', 'Maple Court', TACOMA), copied('2', 'Maple Court', AUSTIN), copied('10', 'Maple-Court')],
			{ 'maple-court': '1', 'maple-court-buildium-2': '2', 'maple-court-buildium-10': '10' },
		],
		[
			'ids count up in digits',
			[],
			[copied('10', 'Maple Court'), copied('9', 'Maple Court')],
			{ 'maple-court': '9', 'maple-court-buildium-10': '10' },
		],
		[
			'some ids are no numbers',
			[],
			[copied('1a', 'Maple Court'), copied('10', 'Maple Court'), copied('9', 'Maple Court')],
			{ 'maple-court': '9', 'maple-court-buildium-10': '10', 'maple-court-buildium-1a': '1a' },
		],
		[
			'one of them is at the address that was typed',
			[typed('maple-court', 'Maple Court', { address: '900 Elm St, Austin' })],
			[copied('1', 'Maple Court', TACOMA), copied('2', 'Maple Court', AUSTIN)],
			{ 'maple-court': '2', 'maple-court-buildium-1': '1' },
		],
		[
			'none of them is known to be the typed one',
			[MAPLE],
			[copied('1', 'Maple Court', TACOMA), copied('2', 'Maple Court', AUSTIN)],
			{ 'maple-court': '', 'maple-court-buildium-1': '1', 'maple-court-buildium-2': '2' },
		],
		[
			'one of them stands under another typed name, so the other is left',
			[MAPLE, typed('elm', 'Elm House', { address: '900 Elm St, Austin' })],
			[copied('1', 'Maple Court', TACOMA), copied('2', 'Maple Court', AUSTIN)],
			{ 'maple-court': '1', elm: '2' },
		],
		[
			'one of them is inactive',
			[MAPLE],
			[copied('1', 'Maple Court', TACOMA), copied('2', 'Maple Court', AUSTIN, { active: false })],
			{ 'maple-court': '1' },
		],
		[
			'two providers have one house',
			[],
			[copied('1', 'Maple Court', TACOMA), copied('7', 'maple court', TACOMA, { provider: 'other' })],
			{ 'maple-court': '1 other 7' },
		],
		[
			'two providers have two houses',
			[],
			[copied('1', 'Maple Court', TACOMA), copied('7', 'Maple Court', AUSTIN, { provider: 'other' })],
			{ 'maple-court': '1', 'maple-court-other-7': 'other 7' },
		],
		[
			'another one is called as the key of the second would be',
			[],
			[copied('1', 'Maple Court'), copied('2', 'Maple Court'), copied('3', 'Maple Court Buildium 2')],
			{ 'maple-court': '1', 'maple-court-buildium-2-2': '2', 'maple-court-buildium-2': '3' },
		],
		['the name has no letters', [], [copied('1', '***')], { 'buildium-1': '1' }],
	])('of several with one name, when %s', (_what, properties, records, expected) => {
		for (const order of [records, records.toReversed()]) expect(inShort(knownProperties(properties, order))).toEqual(expected);
	});

	it('an address that two properties of the settings share says of none that it is the one', () => {
		const both = [typed('one', 'One', { address: '14 Maple Ct' }), typed('two', 'Two', { address: '14 Maple Ct' })];
		expect(inShort(knownProperties(both, [copied('1', 'MC Apts LLC', TACOMA)]))).toEqual({ one: '', two: '', 'mc-apts-llc': '1' });
	});

	it.each<[string, unknown]>([
		['nothing', null],
		['no address', {}],
		['an address of another shape', { address: 'Tacoma' }],
		['numbers', { address: { line: 14, state: 3 } }],
	])('reads records whose details are %s', (_what, details) => {
		expect(knownProperties([], [copied('1', 'Cedar Grove', '', { details: details as Record<string, unknown> })])).toMatchObject([
			{ address: null, state: null },
		]);
	});

	it.each([
		['Washington', 'WA'],
		['wa', 'WA'],
		['ON', 'ON'],
		['Bavaria', null],
		['', null],
	])('writes the state %j as %j', (said, state) => {
		expect(knownProperties([], [copied('1', 'Cedar', `1 Front St, Town, ${said}, 1`)])[0]?.state).toBe(state);
	});
});

describe('propertiesCalled', () => {
	const known = knownProperties([typed('mc', 'Maple Court')], [copied('1', 'Oak Park', TACOMA), copied('2', 'Oak Park', AUSTIN)]);

	it.each([
		['Maple court', ['mc']],
		['MC', ['mc']],
		['Oak Park', ['oak-park', 'oak-park-buildium-2']],
		['oak-park', ['oak-park']],
		['oak-park-buildium-2', ['oak-park-buildium-2']],
		['Birch', []],
	])('%j are %j', (text, keys) => {
		expect(propertiesCalled(known, text).map(({ key }) => key)).toEqual(keys);
	});
});

describe('recordIn', () => {
	const places = (...names: string[]) => ({
		...MAPLE,
		places: names.map((name, index) => ({ provider: 'buildium', id: String(index), name })),
	});

	it.each<[string, KnownProperty, string | null]>([
		['the only one', places('MC Apts LLC'), '0'],
		['the one with its name', places('Building B', 'maple  court'), '1'],
		['none of two with other names', places('Building A', 'Building B'), null],
		['none of two with its name', places('Maple Court', 'Maple Court'), null],
		['none of another provider', { ...MAPLE, places: [{ provider: 'other', id: '0', name: 'Maple Court' }] }, null],
		['none of a property that is in no directory', MAPLE, null],
	])('is %s', (_what, property, id) => {
		expect(recordIn(property, 'buildium')?.id ?? null).toBe(id);
	});
});
