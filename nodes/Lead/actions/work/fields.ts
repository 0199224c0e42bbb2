import type { INodeProperties } from 'n8n-workflow';

import type { OperationContext } from '../../../shared/operations';
import { requiredText } from '../../../shared/parameters';

export const workIdField: INodeProperties = {
	displayName: 'Work ID',
	name: 'workId',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. work_01KAJ8Z0T3',
	description: 'The ID of the work, from Get Many or from the task about it',
};

export function workId({ node, index }: OperationContext): string {
	return requiredText(node, 'workId', 'Work ID', index, 'Enter the ID of a piece of work, for example from Get Many of this node.');
}
