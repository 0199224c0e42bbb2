import type { Inquiry } from '../../../leasing/inquiry/inquiry';
import { DeduplicateLead } from '../../../nodes/DeduplicateLead/DeduplicateLead.node';
import { Lead } from '../../../nodes/Lead/Lead.node';
import { NormalizeLead } from '../../../nodes/NormalizeLead/NormalizeLead.node';
import { StoreError, type NewPlace } from '../../../store/port';
import { runNode } from '../support/runNode';
import { runWorkflow } from '../support/runWorkflow';
import { missedCall, saveCompany } from '../support/samples';
import { useTempStore } from '../support/tempStore';

const temp = useTempStore();
const BUILDIUM = { portfolio: 'main', provider: 'buildium' };

function property(
	providerId: string,
	name: string,
	address: [line: string, city: string, state: string, postalCode: string] | null = null,
	more: Partial<NewPlace> = {},
): NewPlace {
	const [line, city, state, postalCode] = address ?? [];
	return {
		kind: 'property',
		providerId,
		propertyId: providerId,
		name,
		active: true,
		details: { manager: null, address: address && { line, city, state, postalCode }, units: 2 },
		...more,
	};
}

function unit(propertyId: string, providerId: string, name: string, kind: 'unit' | 'listing' = 'unit'): NewPlace {
	return { kind, providerId, propertyId, name, active: true, details: {} };
}

/** As a sync leaves it: Maple Court is in the settings as well, Oak Park stands in two towns, Old Mill was sold. */
const DIRECTORY: NewPlace[] = [
	property('1', 'Maple Court', ['14 Maple Ct', 'Tampa', 'FL', '33601']),
	unit('1', '101', '#204'),
	property('2', 'Birch Landing', ['900 Elm Street', 'Miami', 'FL', '33101']),
	unit('2', '201', 'Apt 4B'),
	unit('2', '202', '7', 'listing'),
	property('3', 'Oak Park', ['5 Oak Street', 'Austin', 'TX', '78701']),
	{ ...unit('2', '203', '8'), active: false },
	unit('3', '301', '12'),
	unit('3', '303', '14'),
	property('4', 'Oak Park', ['80 Front Street', 'Reno', 'NV', '89501']),
	unit('4', '401', '14'),
	unit('4', '402', '15'),
	property('5', 'Old Mill', ['9 Mill Road', 'Austin', 'TX', '78701'], { active: false }),
	unit('5', '501', '1'),
];

const renter = { name: 'Ana Ruiz', phone: '(512) 555-0199' };

async function read(fields: object): Promise<Inquiry> {
	const { json } = await runNode({ nodeType: NormalizeLead, items: [{ ...renter, ...fields }], credentials: temp.credentials });
	return json[0]?.[0]?.inquiry as unknown as Inquiry;
}

async function copy(places: NewPlace[]): Promise<void> {
	await (await temp.store()).directory.savePlaces(BUILDIUM, places, Date.now());
}

beforeEach(async () => void (await saveCompany(temp)));

describe('with properties that a sync has copied', () => {
	beforeEach(async () => await copy(DIRECTORY));

	it.each<[string, object, string, string, string[]]>([
		['a property that nobody typed', { property: 'Birch Landing' }, 'birch-landing', 'Birch Landing', ['property_name']],
		[
			'its name in a message',
			{ message: 'Is the two-bedroom at Birch Landing still free?' },
			'birch-landing',
			'Birch Landing',
			['property_name_in_text'],
		],
		['its address', { property_address: '900 Elm St, Miami, FL' }, 'birch-landing', 'Birch Landing', ['property_address']],
		[
			'a unit that it has',
			{ property: 'Birch Landing Apt 4B' },
			'birch-landing',
			'Birch Landing',
			['property_name', 'property_unit_known'],
		],
		[
			'a unit that it has not',
			{ property: 'Birch Landing', unit: '99' },
			'birch-landing',
			'Birch Landing',
			['property_name', 'property_unit_unknown'],
		],
		['the ID of a unit', { listing_id: '201' }, 'birch-landing', 'Birch Landing', ['property_listing_id']],
		[
			'the ID of a listing, with another unit',
			{ listing_id: '202', unit: '4b' },
			'birch-landing',
			'Birch Landing',
			['property_listing_id', 'property_unit_known'],
		],
		[
			'the address that only the directory has of a typed one',
			{ property_address: '14 Maple Ct, Tampa, FL 33601' },
			'maple-court',
			'Maple Court',
			['property_address'],
		],
		['a unit of a typed one', { property: 'Maple Court #204' }, 'maple-court', 'Maple Court', ['property_name', 'property_unit_known']],
		[
			'one of two with a name, by the address',
			{ property: 'Oak Park', property_address: '80 Front St, Reno, NV 89501' },
			'oak-park-buildium-4',
			'Oak Park',
			['property_name', 'property_address'],
		],
		[
			'one of two with a name, by the unit',
			{ property: 'Oak Park #15' },
			'oak-park-buildium-4',
			'Oak Park',
			['property_unit_known', 'property_name'],
		],
		[
			'one of two that contradict, by the unit',
			{ property: 'Birch Landing', listing_id: '101', unit: '204' },
			'maple-court',
			'Maple Court',
			['property_unit_known', 'property_listing_id'],
		],
	])('finds %s', async (_what, fields, key, name, codes) => {
		const { interest, changes } = await read(fields);
		expect(interest).toMatchObject({ propertyKey: key, propertyName: name, property: { key } });
		expect(interest.property?.reasons.map(({ code }) => code)).toEqual(codes);
		expect(changes.filter(({ code }) => code.startsWith('property_'))).toEqual([]);
	});

	it.each<[string, object, string, string | null]>([
		['two with one name', { property: 'Oak Park' }, 'property_contradiction', 'Oak Park'],
		['two with one name and one unit', { property: 'Oak Park #14' }, 'property_contradiction', 'Oak Park #14'],
		[
			'the address of neither',
			{ property: 'Oak Park', property_address: '1 Hill Rd, Boise, ID 83701' },
			'property_contradiction',
			'Oak Park',
		],
		['a sold property', { property: 'Old Mill' }, 'property_unknown', 'Old Mill'],
		['a unit that is gone', { listing_id: '203' }, 'property_unknown', null],
		['a unit of a sold property', { listing_id: '501' }, 'property_unknown', null],
		['an unknown property with a unit that others have', { property: 'Cedar Point #204' }, 'property_unknown', 'Cedar Point #204'],
		['a part of a name with its unit', { property: 'Birch #4B' }, 'property_unsure', 'Birch #4B'],
		['words that are no name', { message: 'I would like a birch landing on my porch' }, 'property_unsure', null],
	])('leaves %s to a person', async (_what, fields, code, name) => {
		const { interest, changes } = await read(fields);
		expect(interest).toMatchObject({ propertyKey: null, propertyName: name });
		expect(interest.property?.reasons[0]?.code).toBe(code);
		expect(changes.filter((change) => change.code.startsWith('property_'))).toEqual([interest.property?.reasons[0]]);
	});

	it('keeps what the settings say of a property, and its state only if they say none', async () => {
		expect((await read({ property: 'Maple Court' })).interest.propertyState).toBe('TX');
		expect((await read({ property: 'Birch Landing' })).interest.propertyState).toBe('FL');
		expect((await read({ property: 'Cedar House' })).interest).not.toHaveProperty('propertyState');
		const { json } = await runNode({ nodeType: NormalizeLead, items: [missedCall(renter.phone)], credentials: temp.credentials });
		expect(json[0]).toMatchObject([
			{ inquiry: { interest: { propertyKey: 'maple-court', propertyName: 'Maple Court', propertyState: 'TX' } } },
		]);
	});

	it('sees a property that the next sync brings, ends or renames, and settings that were saved since', async () => {
		expect((await read({ property: 'Elm House' })).interest.propertyKey).toBeNull();
		await copy([property('6', 'Elm House')]);
		expect((await read({ property: 'Elm House' })).interest.propertyKey).toBe('elm-house');
		await copy([property('6', 'Elm Hall')]);
		expect((await read({ property: 'Elm House' })).interest.propertyKey).toBeNull();
		await copy([property('6', 'Elm Hall', null, { active: false })]);
		expect((await read({ property: 'Elm Hall' })).interest.propertyKey).toBeNull();
		await saveCompany(temp, { properties: { property: [{ property: 'The Birches', aliases: 'Birch Landing' }] } });
		expect((await read({ property: 'Birch Landing' })).interest).toMatchObject({
			propertyKey: 'the-birches',
			propertyName: 'The Birches',
		});
	});

	it('reads the list once for many items, and not again while nothing changed', async () => {
		const { directory } = await temp.store();
		const list = jest.spyOn(directory, 'listPlaces');
		const version = jest.spyOn(directory, 'placesVersion');
		const items = Array.from({ length: 20 }, (_none, index) => ({ ...renter, property: 'Birch Landing', entry_id: index }));
		for (const runs of [1, 2, 3]) {
			await runNode({ nodeType: NormalizeLead, items, credentials: temp.credentials });
			expect([list.mock.calls.length, version.mock.calls.length]).toEqual([1, runs]);
		}
	});

	it('explains a store that cannot be read', async () => {
		const { directory } = await temp.store();
		jest.spyOn(directory, 'placesVersion').mockRejectedValue(
			new StoreError('store_locked', 'The store is locked by another process. Run it again.'),
		);
		await expect(read({ property: 'Birch Landing' })).rejects.toMatchObject({
			message: expect.stringContaining('The store is locked by another process.'),
		});
	});
});

describe('what follows for a property that is not in the settings', () => {
	const nodes = [
		{ name: 'Normalize', nodeType: NormalizeLead },
		{ name: 'Deduplicate', nodeType: DeduplicateLead, parameters: { callBackTask: 'all' } },
	];
	const form = { ...renter, property: 'Oak Park', property_address: '80 Front St, Reno, NV 89501', entry_id: 'f1' };
	const deduplicated = async () =>
		(await runWorkflow({ nodes, items: [form], credentials: temp.credentials })).outputs('Deduplicate')[0]?.[0]?.json ?? {};
	const search = async (propertyName: string) =>
		(
			await runNode({
				nodeType: Lead,
				parameters: { resource: 'lead', operation: 'search', filters: { property: propertyName } },
				credentials: temp.credentials,
			})
		).json[0] ?? [];

	beforeEach(async () => await copy(DIRECTORY));

	it('the lead has its name and the default owner, and so has the call-back', async () => {
		const item = await deduplicated();
		expect(item).toMatchObject({
			lead: { owner: 'Leasing Team', property: { key: 'oak-park-buildium-4', name: 'Oak Park' } },
			task: { title: 'Call back Ana Ruiz, (512) 555-0199, about Oak Park', owner: 'Leasing Team' },
		});
		const [lead] =
			(
				await runNode({
					nodeType: Lead,
					parameters: { resource: 'lead', operation: 'get', leadId: (item.lead as { id: string }).id },
					credentials: temp.credentials,
				})
			).json[0] ?? [];
		expect(lead).toMatchObject({ property: { name: 'Oak Park' } });
	});

	it('a lead whose property is unknown goes to the fallback owner', async () => {
		await saveCompany(temp, { fallbackOwner: 'Sorting Desk' });
		const [item] =
			(
				await runWorkflow({ nodes, items: [{ ...renter, property: 'Oak Park', entry_id: 'f2' }], credentials: temp.credentials })
			).outputs('Deduplicate')[0] ?? [];
		expect(item?.json).toMatchObject({ lead: { owner: 'Sorting Desk', property: null } });
	});

	it('leads are found by its key, by its name unless two have it, and the error says what there is', async () => {
		await deduplicated();
		expect(await search('oak-park-buildium-4')).toHaveLength(1);
		expect(await search('birch landing')).toEqual([]);
		await expect(search('Oak Park')).rejects.toMatchObject({
			message: '2 properties are called "Oak Park".',
			description: expect.stringContaining('oak-park-buildium-4 (80 Front Street, Reno, NV 89501)'),
		});
		await expect(search('Nowhere')).rejects.toMatchObject({
			description:
				'Properties saved by the Portfolio node: Maple Court, Cedar House. Beside these, 3 from your property-management system can be named.',
		});
	});
});

it('without a directory asks once whether there is one, and changes nothing', async () => {
	const { directory } = await temp.store();
	const asked = Object.entries({
		list: jest.spyOn(directory, 'listPlaces'),
		place: jest.spyOn(directory, 'place'),
		units: jest.spyOn(directory, 'havingUnit'),
	});
	const { interest } = await read({ property: 'Maple Court #204', listing_id: '9' });
	expect(interest).toMatchObject({ propertyKey: 'maple-court', unit: '204' });
	expect(interest.property?.reasons.map(({ code }) => code)).toEqual(['property_name']);
	expect(interest).not.toHaveProperty('propertyState');
	expect(asked.filter(([, { mock }]) => mock.calls.length > 0)).toEqual([]);
});
