import type { INodeProperties } from 'n8n-workflow';

import { FORM_FIELDS, type FieldMap, type FormField } from '../../leasing/inquiry/form/fieldMap';
import { UserMistake } from '../../leasing/userMistake';

/** What each field is called on the form, and where it may stand. */
export const FIELD_LABELS: Readonly<Record<FormField, [displayName: string, example: string]>> = {
	firstName: ['First Name', 'contact.first'],
	lastName: ['Last Name', 'contact.last'],
	fullName: ['Full Name', 'contact.name'],
	phone: ['Phone', 'contact.phone'],
	email: ['Email', 'contact.email'],
	property: ['Property', 'listing.name'],
	address: ['Property Address', 'listing.address'],
	listingId: ['Listing ID', 'listing.id'],
	trackingNumber: ['Number Called', 'call.to'],
	unit: ['Unit', 'listing.unit'],
	bedrooms: ['Bedrooms', 'answers[2].text'],
	bathrooms: ['Bathrooms', 'answers[3].text'],
	moveIn: ['Move-In Date', 'move_in'],
	budget: ['Budget', 'max_rent'],
	leaseMonths: ['Lease Length', 'lease_term'],
	occupants: ['Occupants', 'people_count'],
	pets: ['Pets', 'pets'],
	message: ['Message', 'comments'],
	language: ['Language', 'locale'],
	source: ['Source', 'utm.source'],
	campaign: ['Campaign', 'utm.campaign'],
	selfReported: ['How Did You Hear', 'answers[5].text'],
	secondName: ['Second Person Name', 'co_applicant.name'],
	secondPhone: ['Second Person Phone', 'co_applicant.phone'],
	secondEmail: ['Second Person Email', 'co_applicant.email'],
	submissionId: ['Submission ID', 'entry_id'],
	submittedAt: ['Submitted At', 'created_at'],
};

/** One optional path for each thing that a form can tell; n8n shows the list by name. */
export const fieldMapProperty: INodeProperties = {
	displayName: 'Field Map',
	name: 'fieldMap',
	type: 'collection',
	placeholder: 'Add Field',
	default: {},
	description:
		'Where the fields stand in the item, as dotted paths such as contact.phone. Fields that are not listed here are recognized by their usual names.',
	options: FORM_FIELDS.map((field): INodeProperties => {
		const [displayName, example] = FIELD_LABELS[field];
		return {
			displayName,
			name: field,
			type: 'string',
			default: '',
			placeholder: `e.g. ${example}`,
			description: 'Path of the field in the item; drag it here from the input panel',
			// Dragging then writes the path; an expression would write this item's value.
			requiresDataPath: 'single',
		};
	}).sort((a, b) => a.displayName.localeCompare(b.displayName)),
};

/** @throws UserMistake when an expression gives something that is no path */
export function readFieldMap(value: unknown): FieldMap {
	const given: object = typeof value === 'object' && value !== null ? value : {};
	const map: Partial<Record<FormField, string>> = {};
	for (const [field, path] of Object.entries(given)) {
		if (!isFormField(field) || path === null || path === undefined) continue;
		if (typeof path !== 'string') {
			throw new UserMistake(
				`Field Map, ${FIELD_LABELS[field][0]} holds no path.`,
				`Enter where the field stands in the item, such as ${FIELD_LABELS[field][1]}, as plain text and not as an expression.`,
			);
		}
		map[field] = path;
	}
	return map;
}

export function isFormField(name: string): name is FormField {
	return FORM_FIELDS.some((field) => field === name);
}
