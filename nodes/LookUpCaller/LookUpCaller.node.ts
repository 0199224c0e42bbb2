import type { IExecuteFunctions, INodeExecutionData, INodeType, INodeTypeDescription } from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

import { forEachItem } from '../shared/items/forEachItem';
import { taskItem } from '../shared/items/taskItem';
import { textParameter } from '../shared/parameters';
import { systemClock } from '../shared/runtime';
import { SettingsCache } from '../../office/portfolio/settingsCache';
import { storeOfRun } from '../shared/store/storeFor';
import { storeOpens } from '../shared/store/storeOpens';
import { lookUpCallerProperties } from './description';
import { missedCallIn, phoneOf } from './phone';
import { lookUpCaller } from '../../office/directory/lookUpCaller';
import { OUTPUT_NAMES, outputOf, whoItem } from './result';

/** Says who a phone number belongs to, from the copy of the directory in the store. */
export class LookUpCaller implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Look Up Caller',
		name: 'lookUpCaller',
		icon: { light: 'file:lookUpCaller.svg', dark: 'file:lookUpCaller.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: '={{ $parameter.openTask ? "With a Task" : "Look Up Only" }}',
		description:
			'Tell residents, owners, vendors and staff from renters by their phone number, so that a resident does not get the leasing text',
		defaults: { name: 'Look Up Caller' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: OUTPUT_NAMES.map(() => NodeConnectionTypes.Main),
		outputNames: [...OUTPUT_NAMES],
		credentials: [{ name: 'leasingStoreApi', displayName: 'Leasing Store (Optional)', required: false, testedBy: 'storeOpens' }],
		properties: lookUpCallerProperties,
	};

	methods = { credentialTest: { storeOpens } };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const portfolios = new SettingsCache();
		const open = storeOfRun(this);
		// What failed goes the way of renters: a missed renter costs more than a text to somebody who is none.
		return await forEachItem(this, { outputs: OUTPUT_NAMES.length, errorOutput: 0 }, async (index) => {
			const json = this.getInputData()[index]?.json ?? {};
			const phone = phoneOf(json, textParameter(this, 'phone', 'Phone', index));
			const store = await open();
			const settings = await portfolios.get(store, textParameter(this, 'portfolio', 'Portfolio', index));
			const missedCall = this.getNodeParameter('openTask', index, true) === true ? missedCallIn(json) : null;
			const found = await lookUpCaller({ store, clock: systemClock }, { settings, phone, missedCall });
			return {
				output: outputOf(found.caller.kind),
				json: { ...json, who: whoItem(found, settings), ...(found.task ? { task: taskItem(found.task) } : {}) },
			};
		});
	}
}
