import type { IExecuteFunctions, INodeExecutionData, INodeType, INodeTypeDescription } from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

import { forEachItem } from '../shared/items/forEachItem';
import { findOperation, operationProperties } from '../shared/operations';
import { storeOfRun } from '../shared/store/storeFor';
import { storeOpens } from '../shared/store/storeOpens';
import { operations } from './actions';

export class Portfolio implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Portfolio',
		name: 'portfolio',
		icon: { light: 'file:portfolio.svg', dark: 'file:portfolio.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle:
			'={{ $parameter.operation === "save" ? ($parameter.companyName ? "Save Settings: " + $parameter.companyName : "Save Settings") : "Get Settings" }}',
		description: "Keep your company's phone lines, properties, hours and staff for all leasing nodes",
		defaults: { name: 'Portfolio' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'leasingStoreApi', displayName: 'Leasing Store (Optional)', required: false, testedBy: 'storeOpens' }],
		properties: operationProperties(operations),
	};

	methods = { credentialTest: { storeOpens } };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const store = storeOfRun(this);
		return await forEachItem(this, { outputs: 1, errorOutput: 0 }, async (index) => {
			const operation = findOperation(operations, String(this.getNodeParameter('operation', index)));
			const result = await operation.execute({ node: this, index, store: await store() });
			return [result].flat().map((json) => ({ output: 0, json }));
		});
	}
}
