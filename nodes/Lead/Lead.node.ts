import type { IExecuteFunctions, INodeExecutionData, INodeType, INodeTypeDescription } from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

import { forEachItem } from '../shared/items/forEachItem';
import { findOperation, findResource, resourceProperties, resourceSubtitle } from '../shared/operations';
import { storeOfRun } from '../shared/store/storeFor';
import { storeOpens } from '../shared/store/storeOpens';
import { resources } from './actions';

export class Lead implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Lead',
		name: 'lead',
		icon: { light: 'file:lead.svg', dark: 'file:lead.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: resourceSubtitle(resources),
		description:
			'Look up leads and their story, merge and undo merges, decide reviews, work through tasks, keep opt-outs, look after scheduled work',
		defaults: { name: 'Lead' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'leasingStoreApi', displayName: 'Leasing Store (Optional)', required: false, testedBy: 'storeOpens' }],
		properties: resourceProperties(resources),
	};

	methods = { credentialTest: { storeOpens } };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const store = storeOfRun(this);
		return await forEachItem(this, { outputs: 1, errorOutput: 0 }, async (index) => {
			const { operations } = findResource(resources, String(this.getNodeParameter('resource', index)));
			const operation = findOperation(operations, String(this.getNodeParameter('operation', index)));
			const result = await operation.execute({ node: this, index, store: await store() });
			return [result].flat().map((json) => ({ output: 0, json }));
		});
	}
}
