import {
	NodeConnectionTypes,
	sleep,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';

import { forEachItem, type Routed } from '../shared/items/forEachItem';
import { processName, systemClock } from '../shared/runtime';
import { storeFor } from '../shared/store/storeFor';
import { storeOpens } from '../shared/store/storeOpens';
import { textRenter } from '../../office/texts/textRenter';
import { textAbout } from './about';
import { leasingTextProperties } from './description';
import { policyFrom } from './policy';
import { OUTPUTS, outputOf, textItem } from './result';
import { textProviders } from './textProviders';

/** Guard and send: one text per event and kind, or a hold, or a reason why not. */
export class LeasingText implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Leasing Text',
		name: 'leasingText',
		icon: { light: 'file:leasingText.svg', dark: 'file:leasingText.dark.svg' },
		group: ['output'],
		version: 1,
		subtitle: '={{ String($parameter.purpose).replaceAll("_", " ") }}',
		description: 'Texts a renter once per event, if nothing speaks against it, and says why if not',
		defaults: { name: 'Leasing Text' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main, NodeConnectionTypes.Main, NodeConnectionTypes.Main],
		outputNames: ['Sent', 'Held', 'Not Sent'],
		credentials: [
			{ name: 'leasingTwilioApi', displayName: 'Twilio Account', required: true },
			{ name: 'leasingStoreApi', displayName: 'Leasing Store (Optional)', required: false, testedBy: 'storeOpens' },
		],
		properties: leasingTextProperties,
	};

	methods = { credentialTest: { storeOpens } };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const texting = {
			store: await storeFor(this),
			clock: systemClock,
			providers: textProviders(this),
			claimer: processName,
			pause: sleep,
		};
		return await forEachItem(this, { outputs: 3, errorOutput: OUTPUTS.notSent }, async (index): Promise<Routed> => {
			const json = this.getInputData()[index]?.json ?? {};
			const options = this.getNodeParameter('options', index, {}) as Record<string, unknown>;
			const outcome = await textRenter(texting, textAbout(json, options), {
				purpose: String(this.getNodeParameter('purpose', index)).trim() || 'text',
				message: String(this.getNodeParameter('message', index, '')),
				directReply: options.directReply !== false,
				policy: policyFrom((name, byDefault) => this.getNodeParameter(name, index, byDefault), options),
				lookUp: options.lookUp === true,
			});
			return { output: outputOf(outcome.text), json: { ...json, text: textItem(outcome) } };
		});
	}
}
