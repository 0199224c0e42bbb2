import type { IExecuteFunctions, INodeExecutionData, INodeType, INodeTypeDescription } from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

import { UserMistake } from '../../leasing/userMistake';
import { forEachItem } from '../shared/items/forEachItem';
import { findOperation, operationProperties } from '../shared/operations';
import { storeOfRun } from '../shared/store/storeFor';
import { storeOpens } from '../shared/store/storeOpens';
import { operations } from './actions';
import { check, checkAll } from './actions/check.operation';

export class Portfolio implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Portfolio',
		name: 'portfolio',
		icon: { light: 'file:portfolio.svg', dark: 'file:portfolio.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle:
			'={{ $parameter.operation === "save" ? ($parameter.companyName ? "Save Settings: " + $parameter.companyName : "Save Settings") : $parameter.operation === "check" ? "Check" : "Get Settings" }}',
		description: "Keep your company's phone lines, properties, hours and staff for all leasing nodes",
		defaults: { name: 'Portfolio' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [
			{ name: 'leasingStoreApi', displayName: 'Leasing Store (Optional)', required: false, testedBy: 'storeOpens' },
			{
				name: 'leasingTwilioApi',
				displayName: 'Twilio Account (Optional)',
				required: false,
				displayOptions: { show: { operation: ['check'] } },
			},
		],
		properties: operationProperties(operations),
	};

	methods = { credentialTest: { storeOpens } };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const store = storeOfRun(this);
		return await forEachItem(this, { outputs: 1, errorOutput: 0 }, async (index) => {
			const operation = findOperation(operations, String(this.getNodeParameter('operation', index)));
			const result =
				operation === check
					? await checkAll({ node: this, index, store: await store().catch((error: unknown) => asError(error)) })
					: await operation.execute({ node: this, index, store: await store() });
			return [result].flat().map((json) => ({ output: 0, json }));
		});
	}
}

/** Why a store does not open is for Check a finding, whose sentence must say all. */
function asError(thrown: unknown): Error {
	if (thrown instanceof UserMistake) return new Error(`${thrown.message} ${thrown.advice}`);
	return thrown instanceof Error ? thrown : new Error(String(thrown));
}
