import type { IDisplayOptions, IExecuteFunctions, INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import type { Store } from '../../store/port';
import { UserMistake } from '../../leasing/userMistake';

/** What an operation works with: n8n's context, the index of the item, and the open store. */
export interface OperationContext {
	node: IExecuteFunctions;
	index: number;
	store: Store;
}

/**
 * One operation of an action node: its place in the menu, its fields, and what it does for one item.
 * @typeParam Context what it works with; nodes without a store have one of their own
 */
export interface Operation<Context = OperationContext> {
	name: string;
	value: string;
	/** Shown in n8n's list of actions, in sentence case. */
	action: string;
	description: string;
	properties: INodeProperties[];
	/** Gives the json of one item, or of several. */
	execute(context: Context): Promise<object | object[]>;
}

export interface Resource<Context = OperationContext> {
	name: string;
	value: string;
	operations: Array<Operation<Context>>;
}

/** The Operation menu and the fields of all operations; the menu, the fields and the router come from one list. */
export function operationProperties<Context>(
	operations: Array<Operation<Context>>,
	show: NonNullable<IDisplayOptions['show']> = {},
): INodeProperties[] {
	const menu: INodeProperties = {
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		...(Object.keys(show).length > 0 ? { displayOptions: { show } } : {}),
		options: operations.map(({ name, value, action, description }): INodePropertyOptions => ({ name, value, action, description })),
		default: operations[0]?.value ?? '',
	};
	const fields = operations.flatMap((operation) => shownFor(operation.properties, { ...show, operation: [operation.value] }));
	return [menu, ...fields];
}

/** The Resource menu, then each resource's operations and fields. */
export function resourceProperties<Context>(resources: Array<Resource<Context>>): INodeProperties[] {
	const menu: INodeProperties = {
		displayName: 'Resource',
		name: 'resource',
		type: 'options',
		noDataExpression: true,
		options: resources.map(({ name, value }) => ({ name, value })),
		default: resources[0]?.value ?? '',
	};
	return [menu, ...resources.flatMap(({ value, operations }) => operationProperties(operations, { resource: [value] }))];
}

/** The chosen operation in words, below the node's name on the canvas. */
export function resourceSubtitle<Context>(resources: Array<Resource<Context>>): string {
	const words = resources.flatMap(({ value, operations }) =>
		operations.map((operation) => [`${value}:${operation.value}`, operation.action]),
	);
	return `={{ ${JSON.stringify(Object.fromEntries(words))}[$parameter.resource + ":" + $parameter.operation] }}`;
}

/** @throws UserMistake when the workflow names a resource that this version of the node does not have */
export function findResource<Context>(resources: Array<Resource<Context>>, value: string): Resource<Context> {
	const found = resources.find((resource) => resource.value === value);
	if (found) return found;
	throw new UserMistake(
		`This node has no resource "${value}".`,
		`Open the node and choose one of: ${resources.map(({ name }) => name).join(', ')}.`,
	);
}

/** @throws UserMistake when the workflow names an operation that this version of the node does not have */
export function findOperation<Context>(operations: Array<Operation<Context>>, value: string): Operation<Context> {
	const found = operations.find((operation) => operation.value === value);
	if (found) return found;
	throw new UserMistake(
		`This node has no operation "${value}".`,
		`Open the node and choose one of: ${operations.map(({ name }) => name).join(', ')}.`,
	);
}

function shownFor(properties: INodeProperties[], show: NonNullable<IDisplayOptions['show']>): INodeProperties[] {
	return properties.map((property) => ({
		...property,
		displayOptions: { ...property.displayOptions, show: { ...property.displayOptions?.show, ...show } },
	}));
}
