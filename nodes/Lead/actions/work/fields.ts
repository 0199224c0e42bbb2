import type { INodeProperties } from 'n8n-workflow';

import type { StoredWork, WorkFamily } from '../../../../store/port';
import { UserMistake } from '../../../../leasing/userMistake';
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

/** @throws UserMistake that says where a work ID comes from */
export async function existingWork(family: WorkFamily, id: string): Promise<StoredWork> {
	const work = await family.get(id);
	if (work) return work;
	throw new UserMistake(
		`There is no work with the ID "${id}".`,
		'Check the Work ID: it starts with work_ and comes from Get Many of this node. Also check that this node uses the same Leasing Store credential as the node that added the work.',
	);
}
