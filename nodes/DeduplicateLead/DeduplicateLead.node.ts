import type { IExecuteFunctions, INodeExecutionData, INodeType, INodeTypeDescription } from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

import { storeOfRun } from '../shared/store/storeFor';
import { storeOpens } from '../shared/store/storeOpens';
import { deduplicateLeadProperties } from './description';
import { deduplicateItems } from './items';

export class DeduplicateLead implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Deduplicate Lead',
		name: 'deduplicateLead',
		icon: { light: 'file:deduplicateLead.svg', dark: 'file:deduplicateLead.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: '={{ $parameter.options?.dryRun ? "Dry Run" : "Find or Create" }}',
		description: 'Find the lead an inquiry belongs to, or make it: one renter, one lead, one owner, one next action',
		defaults: { name: 'Deduplicate Lead' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main, NodeConnectionTypes.Main, NodeConnectionTypes.Main],
		outputNames: ['New', 'Known', 'Review'],
		credentials: [{ name: 'leasingStoreApi', displayName: 'Leasing Store (Optional)', required: false, testedBy: 'storeOpens' }],
		properties: deduplicateLeadProperties,
	};

	methods = { credentialTest: { storeOpens } };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await deduplicateItems(this, storeOfRun(this));
	}
}
