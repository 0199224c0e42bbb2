import type { IExecuteFunctions, INodeExecutionData, INodeType, INodeTypeDescription } from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

import { isOfficeOpen } from '../../leasing/hours/officeHours';
import type { StoreFamilies } from '../../store/port';
import { forEachItem } from '../shared/items/forEachItem';
import { leadItem } from '../shared/items/leadItem';
import { taskItem } from '../shared/items/taskItem';
import { systemClock } from '../shared/runtime';
import { SettingsCache } from '../shared/store/settingsCache';
import { storeFor } from '../shared/store/storeFor';
import { storeOpens } from '../shared/store/storeOpens';
import { deduplicate } from './deduplicate';
import { deduplicateLeadProperties } from './description';
import { inTransaction, rehearse } from './inTransaction';
import { readInquiry, readSettings } from './settings';

const OUTPUT = { new: 0, known: 1, review: 2 };

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
		const portfolios = new SettingsCache();
		return await forEachItem(this, { outputs: 3, errorOutput: OUTPUT.review }, async (index) => {
			const inquiry = readInquiry(this, index);
			const { callBackTask, defaultOwner, dryRun } = readSettings(this, index);
			const store = await storeFor(this);
			const saved = await portfolios.get(store, inquiry.portfolio);
			const settings = defaultOwner === null ? saved : { ...saved, defaultOwner };
			const now = systemClock.now();
			const { opensAt } = isOfficeOpen(now, settings);
			const work = async (tx: StoreFamilies) => await deduplicate({ tx, inquiry, settings, callBackTask, now, officeOpensAt: opensAt });
			const { match, lead, task, repeated } = dryRun ? await rehearse(store, work) : await inTransaction(store, work);
			return {
				output: OUTPUT[match.decision],
				json: {
					inquiry,
					match,
					lead: lead && leadItem(lead, settings),
					task: task && taskItem(task),
					repeated,
					dryRun,
					...eventOf(this.getInputData()[index]),
				},
			};
		});
	}
}

/** What Normalize Lead says about the event goes on to the nodes that answer it. */
function eventOf(item: INodeExecutionData | undefined): { event?: unknown } {
	const event = item?.json.event;
	return typeof event === 'object' && event !== null ? { event } : {};
}
