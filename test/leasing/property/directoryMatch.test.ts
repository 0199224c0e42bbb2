import type { PropertyEvidence } from '../../../leasing/property/propertyMatch';
import { codes, copied, match, settingsOf, typed } from './directoryExample';

const TACOMA = '14 Maple Ct, Tacoma, WA, 98402';
const AUSTIN = '900 Elm Street, Austin, TX, 78701';

describe('a property of the directory', () => {
	const settings = settingsOf(
		[typed('maple-court', 'Maple Court', { aliases: ['The Maples'] })],
		[
			copied('1', 'Cedar Grove Apartments', '220 Oak Park Avenue, Tacoma, WA, 98402'),
			copied('2', 'River View', '7 Harbor Street, Tacoma, WA, 98403'),
			copied('3', 'Heritage'),
			copied('4', 'Maple Court', TACOMA),
			copied('5', 'Old Mill', '9 Mill Road, Tacoma, WA, 98402', { active: false }),
		],
	);

	it.each<[string, Partial<PropertyEvidence>, string, string]>([
		['its name', { names: ['cedar grove apartments'] }, 'cedar-grove-apartments', 'property_name'],
		['another spelling, with a unit', { names: ['Cedar Grove #204'] }, 'cedar-grove-apartments', 'property_similar_name'],
		['a slip of the pen', { names: ['Ceder Grove'] }, 'cedar-grove-apartments', 'property_name_with_typo'],
		['its key', { names: ['cedar-grove-apartments'] }, 'cedar-grove-apartments', 'property_key'],
		['its address', { addresses: ['220 Oak Park Ave, Tacoma, WA 98402'] }, 'cedar-grove-apartments', 'property_address'],
		[
			'its name in a sentence',
			{ texts: ['is the two-bedroom at Cedar Grove still free?'] },
			'cedar-grove-apartments',
			'property_name_in_text',
		],
		[
			'its address in a sentence',
			{ texts: ['I saw the sign at 220 oak park avenue'] },
			'cedar-grove-apartments',
			'property_address_in_text',
		],
		[
			'ordinary words that are written as a name',
			{ texts: ['Can I see River View on Friday?'] },
			'river-view',
			'property_name_in_text',
		],
		['one ordinary word in the field for it', { names: ['Heritage'] }, 'heritage', 'property_name'],
		['the name of the settings', { names: ['The Maples'] }, 'maple-court', 'property_alias'],
		['the address that only the directory has', { addresses: ['14 Maple Court, Tacoma, WA'] }, 'maple-court', 'property_address'],
	])('is found by %s', (_what, evidence, key, code) => {
		const found = match(settings, evidence);
		expect([found.key, ...codes(found)]).toEqual(expect.arrayContaining([key, code]));
	});

	it.each<[string, Partial<PropertyEvidence>, string]>([
		['an ordinary word in a sentence, even in capitals', { texts: ['We like the Heritage of the old town'] }, 'property_not_named'],
		['ordinary words in a sentence', { texts: ['Anything with a river view?'] }, 'property_unsure'],
		['ordinary words in a text all in capitals', { texts: ['ANYTHING WITH A RIVER VIEW?'] }, 'property_unsure'],
		['an inactive property', { names: ['Old Mill'] }, 'property_unknown'],
		['the address of an inactive property', { addresses: ['9 Mill Rd, Tacoma, WA 98402'] }, 'property_unknown'],
		['the address in another state', { addresses: ['14 Maple Ct, Portland, OR'] }, 'property_unsure'],
		['the address in another town', { addresses: ['14 Maple Ct, Seattle, WA'] }, 'property_unsure'],
		['a unit of a property that is not known', { names: ['Birch Hill #204'], unit: '204' }, 'property_unknown'],
		['a unit and nothing else', { unit: '204' }, 'property_not_named'],
	])('is not guessed from %s', (_what, evidence, code) => {
		const found = match(settings, evidence, { 'cedar-grove-apartments': true });
		expect([found.key, codes(found)[0]]).toEqual([null, code]);
	});
});

describe('two properties with one name in two towns', () => {
	const settings = settingsOf([], [copied('1', 'Maple Court', TACOMA), copied('2', 'Maple Court', AUSTIN)]);
	const [tacoma, austin] = ['maple-court', 'maple-court-buildium-2'];

	it.each<[string, Partial<PropertyEvidence>, Record<string, boolean>, string | null, string]>([
		['nothing else is said', { names: ['Maple Court'] }, {}, null, 'property_contradiction'],
		['a sentence names them', { texts: ['Is Maple Court free?'] }, {}, null, 'property_contradiction'],
		[
			'the address of one is said',
			{ names: ['Maple Court'], addresses: ['900 Elm St, Austin, TX 78701'] },
			{},
			austin,
			'property_name',
		],
		['the message has the address of one', { names: ['Maple Court'], texts: ['Is 14 Maple Ct open?'] }, {}, tacoma, 'property_name'],
		['a listing of one is named', { names: ['Maple Court'], listingIds: ['77'] }, {}, austin, 'property_name'],
		[
			'the address of one is said twice, and a listing of the other',
			{
				names: ['Maple Court'],
				addresses: ['14 Maple Ct, Tacoma, WA 98402'],
				texts: ['I stand before 14 Maple Ct'],
				listingIds: ['77'],
			},
			{},
			null,
			'property_contradiction',
		],
		[
			'the address is of neither',
			{ names: ['Maple Court'], addresses: ['1 Front St, Reno, NV 89501'] },
			{},
			null,
			'property_contradiction',
		],
		[
			'only one has the unit',
			{ names: ['Maple Court #204'], unit: '204' },
			{ [tacoma]: false, [austin]: true },
			austin,
			'property_unit_known',
		],
		[
			'both have the unit',
			{ names: ['Maple Court #204'], unit: '204' },
			{ [tacoma]: true, [austin]: true },
			null,
			'property_contradiction',
		],
		[
			'neither has the unit',
			{ names: ['Maple Court #204'], unit: '204' },
			{ [tacoma]: false, [austin]: false },
			null,
			'property_contradiction',
		],
		[
			'one has the unit, and of the other no units are known',
			{ names: ['Maple Court #204'], unit: '204' },
			{ [austin]: true },
			null,
			'property_contradiction',
		],
		[
			'the address of one is said, and only the other has the unit',
			{ names: ['Maple Court'], addresses: ['14 Maple Ct, Tacoma, WA'], unit: '204' },
			{ [tacoma]: false, [austin]: true },
			null,
			'property_contradiction',
		],
	])('when %s', (_what, evidence, units, key, code) => {
		const found = match(settings, evidence, units, [{ id: '77', key: austin }]);
		expect([found.key, codes(found)[0]]).toEqual([key, code]);
	});

	it('are told apart for people by their addresses', () => {
		const found = match(settings, { names: ['Maple Court'], unit: '9' }, { [tacoma]: true });
		expect(found.reasons[0]?.sentence).toBe(
			'The inquiry speaks of several properties: Maple Court (14 Maple Ct, Tacoma, WA 98402), Maple Court (900 Elm Street, Austin, TX 78701). A person decides.',
		);
		expect(found.candidates).toEqual([
			{ key: tacoma, name: 'Maple Court', score: 1 },
			{ key: austin, name: 'Maple Court', score: 1 },
		]);
	});

	it('the line that was called says which, when the settings have one of them', () => {
		const line = { phone: '+12065550101', label: 'Maple', propertyKey: 'maple-court' };
		const both = settingsOf(
			[typed('maple-court', 'Maple Court', { address: '14 Maple Ct, Tacoma' })],
			[copied('1', 'Maple Court', TACOMA), copied('2', 'Maple Court', AUSTIN)],
			[line],
		);
		expect(match(both, { names: ['Maple Court'] }).key).toBeNull();
		expect(match(both, { names: ['Maple Court'], calledNumbers: ['+12065550101'] }).key).toBe('maple-court');
	});

	it('do not depend on the order of the records', () => {
		const turned = settingsOf([], [copied('2', 'Maple Court', AUSTIN), copied('1', 'Maple Court', TACOMA)]);
		for (const evidence of [{ names: ['Maple Court'] }, { names: ['Maple Court'], addresses: ['900 Elm St, Austin, TX'] }])
			expect(match(turned, evidence)).toEqual(match(settings, evidence));
	});
});

describe('one house', () => {
	it('under two names, typed and copied, is found by both', () => {
		const settings = settingsOf(
			[typed('the-maples', 'The Maples', { address: '14 Maple Ct' })],
			[copied('1', 'Tacoma Holdings 14', TACOMA)],
		);
		for (const name of ['The Maples', 'Tacoma Holdings 14', '14 Maple Ct, Tacoma, WA'])
			expect(match(settings, { names: [name] }).key).toBe('the-maples');
	});

	it('whose units are properties of their own is found by the unit, and not guessed without', () => {
		const settings = settingsOf([], [copied('1', '14 Maple Ct Unit A', TACOMA), copied('2', '14 Maple Ct Unit B', TACOMA)]);
		expect(match(settings, { names: ['14 Maple Ct Unit B'] }).key).toBe('14-maple-ct-unit-b');
		expect(match(settings, { addresses: ['14 Maple Ct #A, Tacoma, WA 98402'] }).key).toBe('14-maple-ct-unit-a');
		expect(codes(match(settings, { addresses: ['14 Maple Ct, Tacoma, WA 98402'] }))[0]).toBe('property_contradiction');
	});
});

describe('a unit', () => {
	const settings = settingsOf(
		[],
		[
			copied('1', 'Oak Park', TACOMA),
			copied('2', 'Oak Park Apartments', AUSTIN),
			copied('3', 'Cedar Grove'),
			copied('4', 'Cedar Grove North'),
		],
	);
	const oak = { 'oak-park': false, 'oak-park-apartments': true };

	it.each<[string, Partial<PropertyEvidence>, Record<string, boolean>, string | null, string[]]>([
		[
			'that the property has',
			{ names: ['Cedar Grove'], unit: '204' },
			{ 'cedar-grove': true },
			'cedar-grove',
			['property_name', 'property_unit_known'],
		],
		[
			'that the property has not',
			{ names: ['Cedar Grove'], unit: '204' },
			{ 'cedar-grove': false },
			'cedar-grove',
			['property_name', 'property_unit_unknown'],
		],
		['of a property without known units', { names: ['Cedar Grove'], unit: '204' }, {}, 'cedar-grove', ['property_name']],
		[
			'that only the look-alike has',
			{ names: ['Oak Park'], unit: '12' },
			oak,
			null,
			['property_contradiction', 'property_unit_unknown', 'property_unit_known', 'property_name', 'property_similar_name'],
		],
		[
			'that is known where too little else is',
			{ names: ['Cedar'], unit: '204' },
			{ 'cedar-grove': true, 'cedar-grove-north': false },
			null,
			['property_unsure', 'property_part_of_name', 'property_unit_known', 'property_unit_unknown'],
		],
		[
			'at one of two that a sentence names',
			{ texts: ['Is Cedar Grove North nicer than Oak Park, unit 204?'], unit: '204' },
			{ 'oak-park': false, 'oak-park-apartments': false, 'cedar-grove-north': true },
			'cedar-grove-north',
			['property_unit_known', 'property_name_in_text'],
		],
		[
			'at one of two, and a third is not known',
			{ texts: ['Cedar Grove North or Oak Park, unit 204?'], unit: '204' },
			{ 'oak-park': false, 'cedar-grove-north': true },
			null,
			['property_contradiction', 'property_name_in_text', 'property_name_in_text', 'property_unit_known', 'property_unit_unknown'],
		],
	])('%s', (_what, evidence, units, key, expected) => {
		const found = match(settings, evidence, units);
		expect([found.key, codes(found)]).toEqual([key, expected]);
	});

	it('does not decide between two while a third one that is named has it as well', () => {
		const evidence = { names: ['Cedar Grove'], listingIds: ['8'], texts: ['Or Cedar Grove North?'], unit: '3' };
		const listings = [{ id: '8', key: 'oak-park' }];
		expect(match(settings, evidence, { 'cedar-grove': false, 'oak-park': true }, listings).key).toBe('oak-park');
		expect(match(settings, evidence, { 'cedar-grove': false, 'oak-park': true, 'cedar-grove-north': true }, listings).key).toBeNull();
	});

	it('that decides says so in words, and keeps the others as candidates', () => {
		const found = match(
			settings,
			{ names: ['Cedar Grove'], listingIds: ['8'], unit: '3' },
			{ 'cedar-grove': false, 'oak-park': true },
			[{ id: '8', key: 'oak-park' }],
		);
		expect(found).toMatchObject({
			key: 'oak-park',
			score: 1,
			reasons: [
				{ sentence: 'The inquiry speaks of several properties: Cedar Grove, Oak Park. Of these only Oak Park has a unit 3.' },
				{ code: 'property_listing_id', sentence: 'Listing 8 is Oak Park (1.00).' },
			],
		});
		expect(found.candidates.map(({ key }) => key)).toContain('cedar-grove');
	});
});
