import type { PortfolioSettings, Property } from '../../../leasing/portfolio/portfolio';
import { matchProperty } from '../../../leasing/property/matchProperty';
import type { PropertyEvidence } from '../../../leasing/property/propertyMatch';
import { readUnit, splitUnit } from '../../../leasing/property/unit';

function property(key: string, name: string, more: Partial<Property> = {}): Property {
	return { key, name, timeZone: null, state: null, tourUrl: null, owner: null, ...more };
}

const SETTINGS: Pick<PortfolioSettings, 'properties' | 'lines' | 'country'> = {
	country: 'US',
	properties: [
		property('maple-court', 'Maple Court', {
			address: '14 Maple Ct, Tacoma, WA 98402',
			aliases: ['The Maples', 'maples@acme.example.com'],
			listingIds: ['MC-204', '7731029'],
			trackingNumbers: ['+12065550130'],
		}),
		property('maple-court-north', 'Maple Court North', { address: '90 Maple Ct, Tacoma, WA 98402' }),
		property('oak-park', 'Oak Park Apartments', { address: '220 Oak Park Avenue, Tacoma, WA 98402; 224 Oak Park Avenue' }),
		property('summit', 'Summit'),
		property('st-johns', "Saint John's Place"),
	],
	lines: [{ phone: '+12065550101', label: 'Oak Park', propertyKey: 'oak-park' }],
};

function match(evidence: Partial<PropertyEvidence>) {
	return matchProperty(
		{ names: [], addresses: [], listingIds: [], calledNumbers: [], mailboxes: [], texts: [], unit: null, ...evidence },
		SETTINGS,
	);
}

describe('matchProperty', () => {
	it.each<[string, Partial<PropertyEvidence>, string, string]>([
		['the name', { names: ['Maple Court'] }, 'maple-court', 'property_name'],
		['the name in another case', { names: ['  MAPLE  court'] }, 'maple-court', 'property_name'],
		['the name with a unit', { names: ['Maple Court #204'] }, 'maple-court', 'property_name'],
		['an abbreviated name with a unit', { names: ['Maple Ct #204'] }, 'maple-court', 'property_similar_name'],
		['the name with words that tell nothing', { names: ['The Oak Park Residences'] }, 'oak-park', 'property_similar_name'],
		['a name written together', { names: ['OakPark'] }, 'oak-park', 'property_similar_name'],
		['a slug', { names: ['oak_park'] }, 'oak-park', 'property_similar_name'],
		['a slip of the pen', { names: ['Mapel Court'] }, 'maple-court', 'property_name_with_typo'],
		['another name', { names: ['the maples'] }, 'maple-court', 'property_alias'],
		['the key', { names: ['st-johns'] }, 'st-johns', 'property_key'],
		['an abbreviation in the name', { names: ['St. Johns Pl'] }, 'st-johns', 'property_similar_name'],
		['a listing id', { listingIds: ['mc-204'] }, 'maple-court', 'property_listing_id'],
		['the number that was called', { calledNumbers: ['(206) 555-0130'] }, 'maple-court', 'property_called_number'],
		['a line', { calledNumbers: ['+12065550101'] }, 'oak-park', 'property_called_number'],
		['a mailbox', { mailboxes: ['Maples@acme.example.com'] }, 'maple-court', 'property_mailbox'],
		['the address', { addresses: ['14 Maple Court, Tacoma, WA'] }, 'maple-court', 'property_address'],
		['the address with a unit', { addresses: ['90 Maple Ct Apt 3B, Tacoma, WA 98402'] }, 'maple-court-north', 'property_address'],
		['a second building', { addresses: ['224 Oak Park Ave'] }, 'oak-park', 'property_address'],
		['the address in the field for the name', { names: ['220 Oak Park Ave'] }, 'oak-park', 'property_address'],
		['the name in a sentence', { texts: ['Is the two-bedroom at Oak Park still free?'] }, 'oak-park', 'property_name_in_text'],
		[
			'the longer of two names in a sentence',
			{ texts: ['Can I see Maple Court North on Friday?'] },
			'maple-court-north',
			'property_name_in_text',
		],
		['the address in a sentence', { texts: ['I saw the sign at 224 Oak Park Avenue'] }, 'oak-park', 'property_address_in_text'],
		[
			'the field, although the text names another',
			{ names: ['Oak Park Apartments'], texts: ['I lived at Maple Court before'] },
			'oak-park',
			'property_name',
		],
	])('finds it by %s', (_what, evidence, key, code) => {
		const found = match(evidence);
		expect(found.key).toBe(key);
		expect(found.reasons.map((why) => why.code)).toContain(code);
		expect(found.score).toBeGreaterThanOrEqual(0.85);
	});

	it.each<[string, Partial<PropertyEvidence>, string]>([
		['nothing is said', {}, 'property_not_named'],
		['an unknown name', { names: ['Birch Hill'] }, 'property_unknown'],
		['an unknown listing', { listingIds: ['ZZ-1'] }, 'property_unknown'],
		['a part of names', { names: ['Maple'] }, 'property_unsure'],
		['another house in the street', { addresses: ['16 Maple Ct, Tacoma, WA 98402'] }, 'property_unsure'],
		['the same address in another town', { addresses: ['14 Maple Ct, Austin, TX 78701'] }, 'property_unknown'],
		['an ordinary word in a sentence', { texts: ['We are near the summit of the hill'] }, 'property_not_named'],
		['two properties in a sentence', { texts: ['Is Oak Park cheaper than Maple Court?'] }, 'property_contradiction'],
		['a name and a listing that contradict', { names: ['Oak Park Apartments'], listingIds: ['MC-204'] }, 'property_contradiction'],
	])('does not guess when %s', (_what, evidence, code) => {
		const found = match(evidence);
		expect(found.key).toBeNull();
		expect(found.reasons[0]?.code).toBe(code);
	});

	it('says what it might be', () => {
		expect(match({ names: ['Maple'] }).candidates.map(({ key }) => key)).toEqual(['maple-court', 'maple-court-north']);
	});

	it('does not depend on the order of the properties', () => {
		const turned = { ...SETTINGS, properties: SETTINGS.properties.toReversed() };
		for (const names of [['Maple Ct'], ['Maple'], ['Oak Park'], ['Mapel Court']]) {
			const evidence = { names, addresses: [], listingIds: [], calledNumbers: [], mailboxes: [], texts: [], unit: null };
			expect(matchProperty(evidence, turned)).toEqual(matchProperty(evidence, SETTINGS));
		}
	});
});

describe('units', () => {
	it.each<[string, string, string | null]>([
		['Maple Ct #204', 'Maple Ct', '204'],
		['14 Maple Ct Apt 3B, Tacoma', '14 Maple Ct, Tacoma', '3B'],
		['Maple Court, Unit B-12', 'Maple Court', 'B-12'],
		['Apt. 7', '', '7'],
		['Maple Court', 'Maple Court', null],
		['Unit manager', 'Unit manager', null],
		['Highway 101', 'Highway 101', null],
	])('%j is %j and unit %j', (text, rest, unit) => {
		expect(splitUnit(text)).toEqual({ rest, unit });
	});

	it.each<[string, string | null]>([
		['#204', '204'],
		['unit 12a', '12A'],
		['b204', 'B204'],
		['Penthouse', 'Penthouse'],
		['', null],
	])('reads %j as %j', (text, unit) => {
		expect(readUnit(text)).toBe(unit);
	});
});
