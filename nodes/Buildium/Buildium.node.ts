import type { IExecuteFunctions, INodeExecutionData, INodeType, INodeTypeDescription } from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

import { forEachItem } from '../shared/items/forEachItem';
import { findOperation, findResource, resourceProperties, resourceSubtitle } from '../shared/operations';
import { systemClock } from '../shared/runtime';
import { storeOpens } from '../shared/store/storeOpens';
import { resources } from './actions';
import { listSearch } from './listSearch';
import { buildium } from './transport';

export class Buildium implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Buildium',
		name: 'buildium',
		icon: { light: 'file:buildium.svg', dark: 'file:buildium.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: resourceSubtitle(resources),
		description: 'Read and write properties, residents, applicants, inquiries, tasks and calls in Buildium',
		defaults: { name: 'Buildium' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [
			{ name: 'buildiumApi', required: true },
			{ name: 'leasingStoreApi', displayName: 'Leasing Store (Optional)', required: false, testedBy: 'storeOpens' },
		],
		properties: resourceProperties(resources),
	};

	methods = { listSearch, credentialTest: { storeOpens } };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const client = buildium(this);
		return await forEachItem(this, { outputs: 1, errorOutput: 0 }, async (index) => {
			const { operations } = findResource(resources, String(this.getNodeParameter('resource', index)));
			const operation = findOperation(operations, String(this.getNodeParameter('operation', index)));
			const result = await operation.execute({ node: this, index, client, clock: systemClock });
			return [result].flat().map((json) => ({ output: 0, json }));
		});
	}
}
