import type { ILoadOptionsFunctions } from 'n8n-workflow';
import * as z from 'zod/v4';

import { phoneFilter } from '../../../leasing/buildium/samePerson';
import { asText } from '../fields/read';
import type { BuildiumRecord } from '../transport';
import type { ListSource } from './search';

const text = z
	.string()
	.nullish()
	.catch(null)
	.transform((value) => value?.trim() ?? '');
const personSchema = z.object({ Id: z.number(), FirstName: text, LastName: text, CompanyName: text, Email: text });
const leasesSchema = z.object({
	Leases: z
		.array(z.object({ UnitNumber: text, LeaseStatus: text }))
		.nullish()
		.catch(null),
});
const propertySchema = z.object({ Id: z.number(), Name: text, Address: z.object({ City: text }).nullish().catch(null) });
const unitSchema = z.object({ Id: z.number(), BuildingName: text, UnitNumber: text });
const categorySchema = z.object({ Id: z.number(), Name: text });

function nameOf(record: BuildiumRecord): string {
	const { Id, FirstName, LastName, CompanyName, Email } = personSchema.parse(record);
	return [FirstName, LastName].filter(Boolean).join(' ') || CompanyName || Email || `No name (${Id})`;
}

function tenantLabel(record: BuildiumRecord): string {
	const leases = leasesSchema.parse(record).Leases ?? [];
	const lease = leases.find(({ LeaseStatus }) => LeaseStatus === 'Active') ?? leases[0];
	return lease?.UnitNumber ? `${nameOf(record)}, unit ${lease.UnitNumber}` : nameOf(record);
}

/** A typed number is looked for among phones, everything else among names. */
function byNameOrPhone(name: string): (typed: string) => Record<string, string> {
	return (typed) => {
		const phone = /^[\d\s()+.-]+$/.test(typed) ? phoneFilter(typed) : null;
		return phone === null ? { [name]: typed } : { phone };
	};
}

/** The property that is chosen on the same form, in whichever of its fields. */
function chosenProperty(context: ILoadOptionsFunctions): string {
	const places = ['propertyId', 'additionalFields.propertyId', 'updateFields.propertyId', 'filters.propertyids', 'filters.property'];
	return places.map((place) => asText(context.getCurrentNodeParameter(place))).find((id) => /^\d+$/.test(id)) ?? '';
}

export const applicants: ListSource = { path: '/v1/applicants', query: (name) => ({ name }), label: nameOf, searches: true };

export const properties: ListSource = {
	path: '/v1/rentals',
	// Buildium looks for city and state only, so the names are compared here.
	query: () => ({ status: 'Active' }),
	label: (record) => {
		const { Id, Name, Address } = propertySchema.parse(record);
		return [Name || `Property ${Id}`, Address?.City].filter(Boolean).join(', ');
	},
	searches: false,
};

export const rentalOwners: ListSource = { path: '/v1/rentals/owners', query: byNameOrPhone('ownername'), label: nameOf, searches: true };

export const staff: ListSource = {
	path: '/v1/users',
	query: (name) => ({ usertypes: 'Staff', status: 'Active', name }),
	label: nameOf,
	searches: true,
};

export const taskCategories: ListSource = {
	path: '/v1/tasks/categories',
	query: () => ({}),
	label: (record) => categorySchema.parse(record).Name,
	searches: false,
};

export const tenants: ListSource = { path: '/v1/leases/tenants', query: byNameOrPhone('name'), label: tenantLabel, searches: true };

export const units: ListSource = {
	path: '/v1/rentals/units',
	query: (_, context) => ({ propertyids: chosenProperty(context) }),
	label: (record) => {
		const { Id, BuildingName, UnitNumber } = unitSchema.parse(record);
		return [BuildingName, UnitNumber].filter(Boolean).join(' ') || `Unit ${Id}`;
	},
	searches: false,
};

export const vendors: ListSource = { path: '/v1/vendors', query: byNameOrPhone('name'), label: nameOf, searches: true };
