import type { INodeProperties } from 'n8n-workflow';

import { UserMistake } from '../../../../leasing/userMistake';
import { idField } from '../../build/getOne';
import type { BuildiumCall } from '../../call';
import { picker } from '../../fields/pickers';
import { asText, fieldOf, requiredId } from '../../fields/read';

interface Parent {
	name: string;
	value: string;
	/** Before the ID and after it. */
	path: (id: number) => string;
	field: INodeProperties;
}

/** Everything in Buildium that notes can be written on. */
const PARENTS: Parent[] = [
	{
		name: 'Applicant',
		value: 'applicant',
		path: (id) => `/v1/applicants/${id}/notes`,
		field: picker({ source: 'applicant', name: 'applicantId', required: true }),
	},
	{
		name: 'Applicant Group',
		value: 'applicantGroup',
		path: (id) => `/v1/applicants/groups/${id}/notes`,
		field: idField('applicantGroupId', 'Applicant Group ID', 'The ID of the group'),
	},
	{
		name: 'Association',
		value: 'association',
		path: (id) => `/v1/associations/${id}/notes`,
		field: idField('associationId', 'Association ID', 'The ID of the association'),
	},
	{
		name: 'Association Owner',
		value: 'associationOwner',
		path: (id) => `/v1/associations/owners/${id}/notes`,
		field: idField('associationOwnerId', 'Association Owner ID', 'The ID of the association owner'),
	},
	{
		name: 'Association Tenant',
		value: 'associationTenant',
		path: (id) => `/v1/associations/tenants/${id}/notes`,
		field: idField(
			'associationTenantId',
			'Association Tenant ID',
			'The ID of the association tenant, which is not that of a rental tenant',
		),
	},
	{
		name: 'Association Unit',
		value: 'associationUnit',
		path: (id) => `/v1/associations/units/${id}/notes`,
		field: idField('associationUnitId', 'Association Unit ID', 'The ID of the association unit, which is not that of a rental unit'),
	},
	{ name: 'Lease', value: 'lease', path: (id) => `/v1/leases/${id}/notes`, field: idField('leaseId', 'Lease ID', 'The ID of the lease') },
	{
		name: 'Ownership Account',
		value: 'ownershipAccount',
		path: (id) => `/v1/associations/ownershipaccounts/${id}/notes`,
		field: idField('ownershipAccountId', 'Ownership Account ID', 'The ID of the ownership account'),
	},
	{
		name: 'Property',
		value: 'property',
		path: (id) => `/v1/rentals/${id}/notes`,
		field: picker({ source: 'property', name: 'propertyId', required: true }),
	},
	{
		name: 'Rental Owner',
		value: 'rentalOwner',
		path: (id) => `/v1/rentals/owners/${id}/notes`,
		field: picker({ source: 'rentalOwner', name: 'rentalOwnerId', required: true }),
	},
	{
		name: 'Tenant',
		value: 'tenant',
		path: (id) => `/v1/leases/tenants/${id}/notes`,
		field: picker({ source: 'tenant', name: 'tenantId', required: true }),
	},
	{
		name: 'Unit',
		value: 'unit',
		path: (id) => `/v1/rentals/units/${id}/notes`,
		field: picker({ source: 'unit', name: 'unitId', required: true }),
	},
	{
		name: 'Vendor',
		value: 'vendor',
		path: (id) => `/v1/vendors/${id}/notes`,
		field: picker({ source: 'vendor', name: 'vendorId', required: true }),
	},
];

export const parentFields: INodeProperties[] = [
	{
		displayName: 'Note On',
		name: 'noteOn',
		type: 'options',
		options: PARENTS.map(({ name, value }) => ({ name, value })),
		default: 'tenant',
		description: 'What kind of record the note belongs to',
	},
	...PARENTS.map(({ value, field }) => ({ ...field, displayOptions: { show: { noteOn: [value] } } })),
];

/** Where the notes of the chosen record are. */
export function notesPath(call: BuildiumCall): string {
	const chosen = asText(fieldOf(call, 'noteOn'));
	const parent = PARENTS.find(({ value }) => value === chosen);
	if (parent) return parent.path(requiredId(call, parent.field.name, parent.field.displayName));
	throw new UserMistake(`There are no notes on "${chosen}".`, `Note On is one of: ${PARENTS.map(({ value }) => value).join(', ')}.`);
}
