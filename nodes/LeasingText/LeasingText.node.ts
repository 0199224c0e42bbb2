import {
	NodeConnectionTypes,
	sleep,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';

import { parsePhone } from '../../leasing/phone/parsePhone';
import { forEachItem, type Routed } from '../shared/items/forEachItem';
import { processName, systemClock } from '../shared/runtime';
import { savedPortfolio } from '../../office/portfolio/savedPortfolio';
import { storeFor } from '../shared/store/storeFor';
import { storeOpens } from '../shared/store/storeOpens';
import { planText } from '../../office/texts/planText';
import { sendText } from '../../office/texts/sendText';
import { statusUrlFor } from '../../office/texts/statusUrl';
import { twilioTextProvider } from '../Twilio/textProvider';
import { textAbout } from './about';
import { composeText } from './compose';
import { leasingTextProperties } from './description';
import { lookUpLineType } from './lookUp';
import { policyFrom } from './policy';
import { OUTPUTS, outputOf, textItem } from './result';

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
		const store = await storeFor(this);
		return await forEachItem(this, { outputs: 3, errorOutput: OUTPUTS.notSent }, async (index): Promise<Routed> => {
			const json = this.getInputData()[index]?.json ?? {};
			const options = this.getNodeParameter('options', index, {}) as Record<string, unknown>;
			const about = textAbout(json, options);
			const { settings } = await savedPortfolio(store, about.portfolio);
			const plainly = { country: settings.country, known: { own: new Set<string>(), staff: new Set<string>() } };
			const to = parsePhone(about.to, plainly);
			const from = parsePhone(about.from, plainly).e164 ?? about.from;
			const wherever = { store, clock: systemClock };
			if (options.lookUp === true && to.e164 && to.textable !== 'no') await lookUpLineType(this, wherever, to.e164);

			const purpose = String(this.getNodeParameter('purpose', index)).trim() || 'text';
			const { body, changes } = composeText(String(this.getNodeParameter('message', index, '')), about, settings);
			const call = about.call ? await store.calls.byProviderId(about.call.provider, about.call.callKey) : null;
			const planned = await planText(wherever, {
				settings,
				key: `${about.eventKey}:${purpose}`,
				purpose,
				leadId: about.leadId,
				callId: call?.id ?? null,
				from,
				body,
				bodyChanges: changes,
				eventAt: about.eventAt,
				guard: {
					toRaw: about.to,
					directReply: options.directReply !== false,
					propertyKey: about.propertyKey,
					propertyState: about.propertyState,
					policy: policyFrom((name, byDefault) => this.getNodeParameter(name, index, byDefault), options),
				},
			});
			let { text } = planned;
			if (text.state === 'planned' || text.state === 'claimed') {
				const statusUrl = await statusUrlFor(store, text);
				text = await sendText(
					{ ...wherever, provider: twilioTextProvider(this), claimer: processName, statusUrl, pause: sleep },
					text.id,
				);
			}
			return { output: outputOf(text), json: { ...json, text: textItem(text, planned.created, settings) } };
		});
	}
}
