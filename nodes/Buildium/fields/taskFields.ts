import type { INodeProperties } from 'n8n-workflow';

import { LONGEST_TITLE, type ContactChanges, type TaskChanges } from '../../../leasing/buildium/bodies/task';
import { UserMistake } from '../../../leasing/userMistake';
import { PRIORITIES, TASK_STATUSES } from './commonFilters';
import { choices } from './filters';
import { phoneFields, readPhoneFields } from './phoneFields';
import { picker } from './pickers';
import { asDay, asId, asText } from './read';

export const TITLE: INodeProperties = {
	displayName: 'Title',
	name: 'title',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. Missed call about Maple Court',
	description: `At most ${LONGEST_TITLE} characters; more are cut`,
};

export const FIRST_NAME: INodeProperties = {
	displayName: 'First Name',
	name: 'firstName',
	type: 'string',
	default: '',
	placeholder: 'e.g. Ana',
	description: 'Buildium demands one: if this is empty, "Unknown" is written',
};

export const LAST_NAME: INodeProperties = { displayName: 'Last Name', name: 'lastName', type: 'string', default: '' };

export const EMAIL: INodeProperties = { displayName: 'Email', name: 'email', type: 'string', default: '', placeholder: 'name@email.com' };

export const ASSIGNED_TO = picker({
	source: 'staff',
	name: 'assignedToId',
	label: 'Assigned To',
	required: true,
	description: 'The member of staff who gets it. Buildium demands one.',
});

const DESCRIPTION: INodeProperties = {
	displayName: 'Description',
	name: 'description',
	type: 'string',
	typeOptions: { rows: 4 },
	default: '',
	description: 'At most 65,500 characters. It cannot be changed later: add a message instead.',
};

const MESSAGE: INodeProperties = {
	displayName: 'Message',
	name: 'message',
	type: 'string',
	typeOptions: { rows: 4 },
	default: '',
	description: 'What happened. It becomes an entry in the history of the task.',
};

const COMMON: INodeProperties[] = [
	picker({ source: 'taskCategory', name: 'categoryId' }),
	{ displayName: 'Due Date', name: 'dueDate', type: 'dateTime', default: '', description: 'Only the date counts' },
	{ displayName: 'Priority', name: 'priority', type: 'options', options: choices(PRIORITIES), default: 'Normal' },
	picker({ source: 'property', name: 'propertyId', description: 'Must be an active property' }),
	{ displayName: 'Status', name: 'status', type: 'options', options: choices(TASK_STATUSES), default: 'New' },
	{
		displayName: 'Subcategory ID',
		name: 'subCategoryId',
		type: 'string',
		default: '',
		description: 'Must belong to the category; Get Many of Task Category lists them',
	},
	picker({ source: 'unit', name: 'unitId', description: 'Must belong to the property' }),
];

const CONTACT: INodeProperties[] = [EMAIL, LAST_NAME, ...phoneFields(['Home', 'Mobile', 'Work'])];

/** What may be added to a new task. */
export function moreTaskFields(contact: boolean): INodeProperties {
	const options = byName([...COMMON, DESCRIPTION, ...(contact ? CONTACT : [])]);
	return {
		displayName: 'Additional Fields',
		name: 'additionalFields',
		type: 'collection',
		placeholder: 'Add Field',
		default: {},
		options,
	};
}

/** What may be changed in a task. */
export function changedTaskFields(contact: boolean): INodeProperties {
	const own = [MESSAGE, { ...TITLE, required: false }, { ...ASSIGNED_TO, required: false }];
	const options = byName([...COMMON, ...own, ...(contact ? [...CONTACT, FIRST_NAME] : [])]);
	return {
		displayName: 'Update Fields',
		name: 'updateFields',
		type: 'collection',
		placeholder: 'Add Field',
		default: {},
		description: 'Only what you add is changed; a field that you add and leave empty is emptied in Buildium',
		options,
	};
}

function byName(fields: INodeProperties[]): INodeProperties[] {
	return [...fields].sort((a, b) => a.displayName.localeCompare(b.displayName));
}

/** The task's fields among those that a user filled. */
export function readTaskFields(given: Record<string, unknown>): TaskChanges {
	const { title, description, message, categoryId, subCategoryId, propertyId, unitId, assignedToId, status, priority, dueDate } = given;
	const has = (value: unknown): boolean => value !== undefined;
	return {
		...(has(title) ? { Title: cutTitle(filled(title, 'Title')) } : {}),
		...(has(description) ? { Description: asText(description) } : {}),
		...(asText(message) === '' ? {} : { Message: asText(message) }),
		...(has(categoryId) ? { CategoryId: asId(categoryId, 'Category') } : {}),
		...(has(subCategoryId) ? { SubCategoryId: asId(subCategoryId, 'Subcategory ID') } : {}),
		...(has(propertyId) ? { PropertyId: asId(propertyId, 'Property') } : {}),
		...(has(unitId) ? { UnitId: asId(unitId, 'Unit') } : {}),
		...(has(assignedToId) ? { AssignedToUserId: Number(asId(filled(assignedToId, 'Assigned To'), 'Assigned To')) } : {}),
		...(has(status) ? { TaskStatus: oneOf(status, TASK_STATUSES, 'Status') } : {}),
		...(has(priority) ? { Priority: oneOf(priority, PRIORITIES, 'Priority') } : {}),
		...(has(dueDate) ? { DueDate: asDay(dueDate, 'Due Date') } : {}),
	};
}

/** Whom a contact request is from, among the fields that a user filled. */
export function readContactFields(given: Record<string, unknown>): ContactChanges {
	const { firstName, lastName, email } = given;
	const numbers = readPhoneFields(given);
	return {
		...(firstName === undefined ? {} : { FirstName: asText(firstName) }),
		...(lastName === undefined ? {} : { LastName: asText(lastName) }),
		...(email === undefined ? {} : { Email: asText(email) }),
		...(Object.keys(numbers).length > 0 ? { PhoneNumbers: numbers } : {}),
	};
}

function cutTitle(title: string): string {
	return title.length > LONGEST_TITLE ? title.slice(0, LONGEST_TITLE).trimEnd() : title;
}

function filled(value: unknown, label: string): string {
	const text = asText(value);
	if (text !== '') return text;
	throw new UserMistake(
		`${label} is empty.`,
		`Buildium demands it: fill in ${label}${label === 'Title' ? '' : ', or remove it from the fields'}.`,
	);
}

function oneOf(value: unknown, values: readonly string[], label: string): string {
	const text = asText(value);
	if (values.includes(text)) return text;
	throw new UserMistake(`${label} has no choice "${text}".`, `It is one of: ${values.join(', ')}.`);
}
