import type { IExecuteFunctions, INodeExecutionData, INodeType, INodeTypeDescription } from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

import { storeCredential } from '../shared/description';
import { UserMistake } from '../shared/errors';
import { forEachItem } from '../shared/items/forEachItem';
import { findOperation, resourceProperties } from '../shared/operations';
import { storeFor } from '../shared/store/storeFor';
import { resources } from './actions';

export class Lead implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Lead',
		name: 'lead',
		icon: { light: 'file:lead.svg', dark: 'file:lead.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: '={{ $parameter.operation + ": " + $parameter.resource }}',
		description: 'Look up leads and their story, work through tasks, keep opt-outs',
		defaults: { name: 'Lead' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [storeCredential],
		properties: resourceProperties(resources),
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await forEachItem(this, { outputs: 1, errorOutput: 0 }, async (index) => {
			const wanted = String(this.getNodeParameter('resource', index));
			const resource = resources.find(({ value }) => value === wanted);
			if (!resource) throw new UserMistake(`This node has no resource "${wanted}".`, `Open the node and choose one of: ${resources.map(({ name }) => name).join(', ')}.`);
			const operation = findOperation(resource.operations, String(this.getNodeParameter('operation', index)));
			const result = await operation.execute({ node: this, index, store: await storeFor(this) });
			return [result].flat().map((json) => ({ output: 0, json }));
		});
	}
}
