import type { INodeListSearchResult } from 'n8n-workflow';

import { listSearch } from '../../../nodes/Buildium/listSearch';
import { chosen } from './support/ask';
import { allWithinSpecification, credentialsOf, editorOf, useStandIn } from './support/standIn';

const standIn = useStandIn('file');

async function open(
	list: string,
	filter?: string,
	parameters: Record<string, unknown> = {},
	token?: string,
): Promise<INodeListSearchResult> {
	const search = listSearch[list];
	if (!search) throw new Error(`There is no list ${list}.`);
	return await search.call(editorOf(standIn.credentials, parameters), filter, token);
}

const names = ({ results }: INodeListSearchResult): string[] => results.map(({ name }) => name);

it('properties: all active ones by name, and by words of the name or city', async () => {
	const active = standIn.sandbox.data.rentals.all().filter(({ IsActive }) => IsActive);
	expect(names(await open('searchProperties'))).toHaveLength(active.length);
	expect((await open('searchProperties', 'maple round')).results).toEqual([{ name: 'Maple Court, Round Rock', value: '1001' }]);
});

it('units: of the chosen property only, in the order of their numbers', async () => {
	const { resident } = standIn.sandbox.people;
	const units = await open('searchUnits', '', {
		resource: 'contactRequest',
		operation: 'create',
		additionalFields: { propertyId: chosen(resident.propertyId) },
	});
	expect(units.results).toHaveLength(
		standIn.sandbox.data.units.all().filter(({ PropertyId }) => PropertyId === resident.propertyId).length,
	);
	expect(names(units)[0]).toBe('Maple Court 101');
});

it.each([
	['searchStaff', 'whit', 'Dana Whitaker'],
	['searchTenants', 'delgado', 'Renata Delgado, unit 101'],
	['searchTenants', '(512) 555-0160', 'Renata Delgado, unit 101'],
	['searchRentalOwners', 'lindq', 'Oskar Lindqvist'],
	['searchVendors', 'kowalski', 'Vera Kowalski'],
	['searchApplicants', 'bello', 'Amina Bello'],
	['searchTaskCategories', 'inquiry', 'General Inquiry'],
])('%s finds "%s"', async (list, typed, name) => {
	expect(names(await open(list, typed))).toContain(name);
});

it('staff are staff who still work there', async () => {
	await open('searchStaff');
	expect(standIn.last('GET').query).toEqual(
		expect.arrayContaining([
			['usertypes', 'Staff'],
			['status', 'Active'],
		]),
	);
});

it('a long list comes in parts', async () => {
	for (let at = 0; at < 1_100; at++)
		standIn.sandbox.data.vendors.add({
			CompanyName: `Vendor ${at}`,
			FirstName: null,
			LastName: null,
			IsCompany: true,
			PhoneNumbers: [],
		});
	const first = await open('searchVendors');
	const second = await open('searchVendors', '', {}, String(first.paginationToken));
	expect(first.results).toHaveLength(1_000);
	expect(second.results).toHaveLength(standIn.sandbox.data.vendors.count() - 1_000);
	expect(second.paginationToken).toBeUndefined();
});

it('wrong keys are said in the list', async () => {
	const context = editorOf(credentialsOf(standIn.sandbox, { clientSecret: 'wrong' }));
	await expect(listSearch.searchStaff?.call(context)).rejects.toThrow('does not know these API keys');
});

allWithinSpecification(standIn);
