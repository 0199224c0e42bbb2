import type { INodeProperties } from 'n8n-workflow';

/** Lists that the editor fills from Buildium; the value is the method's name in listSearch. */
const SOURCES = {
	applicant: { label: 'Applicant', search: 'searchApplicants' },
	property: { label: 'Property', search: 'searchProperties' },
	rentalOwner: { label: 'Rental Owner', search: 'searchRentalOwners' },
	staff: { label: 'Staff Member', search: 'searchStaff' },
	taskCategory: { label: 'Category', search: 'searchTaskCategories' },
	tenant: { label: 'Tenant', search: 'searchTenants' },
	unit: { label: 'Unit', search: 'searchUnits' },
	vendor: { label: 'Vendor', search: 'searchVendors' },
} as const;

export type PickerSource = keyof typeof SOURCES;

export interface Picker {
	source: PickerSource;
	name: string;
	label?: string;
	required?: boolean;
	description?: string;
}

/** A field in which a record is chosen from a list, or given by its ID. */
export function picker({ source, name, label = SOURCES[source].label, required = false, description }: Picker): INodeProperties {
	return {
		displayName: label,
		name,
		type: 'resourceLocator',
		default: { mode: 'list', value: '' },
		...(required ? { required } : {}),
		description: description ?? `The ${SOURCES[source].label.toLowerCase()}, from the list or by its ID in Buildium`,
		modes: [
			{
				displayName: 'From List',
				name: 'list',
				type: 'list',
				placeholder: 'Choose...',
				typeOptions: { searchListMethod: SOURCES[source].search, searchable: true },
			},
			{
				displayName: 'By ID',
				name: 'id',
				type: 'string',
				placeholder: 'e.g. 10453',
				validation: [{ type: 'regex', properties: { regex: '^\\s*[0-9]+\\s*$', errorMessage: 'An ID in Buildium is a number' } }],
			},
		],
	};
}
