import type { INodeProperties } from 'n8n-workflow';

import type { Shape } from '../../../leasing/buildium/shapes';
import type { BuildiumCall, BuildiumOperation } from '../call';
import { outputOf, sensitiveField, simplifyField } from '../fields/output';

export interface One {
	/** As in "Get a tenant". */
	action: string;
	shape: Shape;
	fields: INodeProperties[];
	path: (call: BuildiumCall) => string;
	description: string;
}

/** The Get operation of a record. */
export function getOneOf({ action, shape, fields, path, description }: One): BuildiumOperation {
	return {
		name: 'Get',
		value: 'get',
		action,
		description,
		properties: [...fields, simplifyField, sensitiveField],
		async execute(call) {
			return outputOf(call, shape)(await call.client.get(path(call)));
		},
	};
}

/** A field for the ID of a record that no list is offered for. */
export function idField(name: string, displayName: string, description: string): INodeProperties {
	return { displayName, name, type: 'string', default: '', required: true, placeholder: 'e.g. 10453', description };
}
