import type { INodeProperties } from 'n8n-workflow';

import type { TimeFormat } from '../../../leasing/buildium/dates';
import { picker, type PickerSource } from './pickers';

interface Named {
	/** Buildium's own name. Filters that are not documented are not offered: Buildium ignores them and gives everything. */
	param: string;
	/** When two fields are sent under one name, such as a property or an owner as `entityid`. */
	sendAs?: string;
	/** The filter without which Buildium ignores this one. */
	with?: string;
	label: string;
	description?: string;
}

/** One filter of a list: how it is asked for, and how it is sent. */
export type Filter = Named &
	(
		| { kind: 'text' }
		| { kind: 'number' }
		| { kind: 'boolean' }
		/** The ID of a record that no list is offered for. */
		| { kind: 'id' }
		/** Several IDs at once. */
		| { kind: 'ids' }
		| { kind: 'choice' | 'choices'; values: readonly string[] }
		/** A calendar day, such as a due date. */
		| { kind: 'day' }
		| { kind: 'picker'; source: PickerSource; needs?: Readonly<Record<string, string>> }
		/**
		 * A point in time. `field` is what the record shows of it: where Buildium compares days only, the rest is done here.
		 */
		| { kind: 'from' | 'to'; format: TimeFormat; field?: string }
	);

/** The form's collection of filters, in the order of their names. */
export function filtersField(filters: readonly Filter[]): INodeProperties[] {
	if (filters.length === 0) return [];
	const options = [...filters].sort((a, b) => a.label.localeCompare(b.label)).map(fieldFor);
	return [{ displayName: 'Filters', name: 'filters', type: 'collection', placeholder: 'Add Filter', default: {}, options }];
}

function fieldFor(filter: Filter): INodeProperties {
	const { param: name, label: displayName, description = '' } = filter;
	switch (filter.kind) {
		case 'text':
			return { displayName, name, type: 'string', default: '', description: description || 'Only records that contain this text' };
		case 'number':
			return { displayName, name, type: 'number', default: 0, description };
		case 'boolean':
			return { displayName, name, type: 'boolean', default: true, description };
		case 'id':
			return { displayName, name, type: 'string', default: '', placeholder: 'e.g. 10453', description };
		case 'ids':
			return {
				displayName,
				name,
				type: 'string',
				default: '',
				placeholder: 'e.g. 1044, 1052',
				description: description || 'One or several IDs, separated by commas',
			};
		case 'choice':
			return startingWith(filter.values[0] ?? '', {
				displayName,
				name,
				type: 'options',
				options: choices(filter.values),
				default: '',
				description,
			});
		case 'choices':
			return {
				displayName,
				name,
				type: 'multiOptions',
				options: choices(filter.values),
				default: [],
				description: description || 'One or several; none means all',
			};
		case 'picker':
			return picker({ source: filter.source, name, label: displayName, ...(description ? { description } : {}) });
		case 'day':
			return { displayName, name, type: 'dateTime', default: '', description: description || 'Only the date counts' };
		case 'from':
		case 'to':
			return {
				displayName,
				name,
				type: 'dateTime',
				default: '',
				description: description || 'In the time zone of the workflow, unless it names another',
			};
	}
}

/** n8n marks a choice that is not in the list, so a filter that was just added must not be empty. */
function startingWith(first: string, field: INodeProperties): INodeProperties {
	return { ...field, default: first };
}

/** Where spaces alone do not make words of Buildium's. */
const SPELLED: Readonly<Record<string, string>> = { InActive: 'Inactive', Todo: 'To-Do' };

/** Buildium's own words, with spaces between them: `InProgress` reads In Progress. */
export function choices(values: readonly string[]): Array<{ name: string; value: string }> {
	return values.map((value) => ({ name: SPELLED[value] ?? value.replace(/([a-z])(?=[A-Z])/g, '$1 '), value }));
}
