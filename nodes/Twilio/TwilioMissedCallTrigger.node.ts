import {
	NodeConnectionTypes,
	type IHookFunctions,
	type ILoadOptionsFunctions,
	type INodePropertyOptions,
	type INodeType,
	type INodeTypeDescription,
	type ITriggerFunctions,
	type ITriggerResponse,
	type IWebhookFunctions,
	type IWebhookResponseData,
} from 'n8n-workflow';

import { StoreError } from '../../store/port';
import { asNodeError } from '../shared/errors';
import { storeOpens } from '../shared/store/storeOpens';
import { isRestart } from '../shared/trigger/atRestart';
import { receive } from '../shared/trigger/inbox';
import { startTrigger } from '../shared/trigger/startTrigger';
import { startMissedCalls } from './missedCall/background';
import { missedCallProperties } from './missedCall/description';
import { connect, disconnect, isConnected } from './missedCall/lifecycle';
import { NODE } from './missedCall/node';
import { missedCallInbox } from './missedCall/webhook';
import { listNumbers } from './numbers/number';

/**
 * One item per missed call. `webhook()` is the inbox (verify, store, answer), `trigger()` runs the workflow from the
 * store; they may live in different processes and meet in the store only.
 */
export class TwilioMissedCallTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Twilio Missed Call Trigger',
		name: 'twilioMissedCallTrigger',
		icon: { light: 'file:missedCall.svg', dark: 'file:missedCall.dark.svg' },
		group: ['trigger'],
		version: 1,
		subtitle: '={{ { ring_staff: "Ring Staff First", forwarded: "Forwarded Calls", watch: "Another App Answers" }[$parameter.mode] }}',
		description: 'Starts the workflow once for every call to your lines that nobody answered',
		defaults: { name: 'Twilio Missed Call Trigger' },
		triggerPanel: {
			header: 'Test with a call of your own',
			executionsHelp: {
				inactive:
					"<b>To test</b>, execute this step, call one of your lines from a phone that is not a staff phone and let it ring out; the call appears here.<br /><br /><b>Once the workflow is published</b>, every missed call runs it. Those runs stand under <a data-key='executions'>executions</a>, not here.",
				active: "<b>Every missed call runs this workflow.</b> Those runs stand under <a data-key='executions'>executions</a>, not here.<br /><br /><b>To test a change</b>, publish it and call one of your lines.",
			},
			activationHint: {
				inactive: 'Publish the workflow to connect your lines. Until then callers reach whatever the lines point to now.',
				active: 'Your lines are connected: every missed call runs this workflow by itself.',
			},
		},
		eventTriggerDescription: 'Waiting for you to call one of the lines and let it ring out',
		activationMessage: 'Your lines are connected. Call one, let it ring out, and watch the executions.',
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [
			{ name: 'leasingTwilioApi', displayName: 'Twilio Account', required: true },
			{ name: 'leasingStoreApi', displayName: 'Leasing Store (Optional)', required: false, testedBy: 'storeOpens' },
		],
		webhooks: [{ name: 'default', httpMethod: 'POST', responseMode: 'onReceived', responseData: '', path: 'twilio', ndvHideUrl: true }],
		properties: missedCallProperties,
	};

	methods = {
		credentialTest: { storeOpens },
		loadOptions: {
			async getLines(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
				const numbers = await listNumbers(this);
				return numbers
					.map((number) => ({
						name:
							number.friendly_name && number.friendly_name !== number.phone_number
								? `${number.phone_number} (${number.friendly_name})`
								: number.phone_number,
						value: number.phone_number,
					}))
					.sort((a, b) => a.name.localeCompare(b.name));
			},
		},
	};

	webhookMethods = {
		default: {
			async checkExists(this: IHookFunctions): Promise<boolean> {
				try {
					return await isConnected(this);
				} catch (error) {
					// The store cannot be opened right now; the lines were connected when the workflow was published.
					if (error instanceof StoreError && isRestart(this)) return true;
					throw asNodeError(this.getNode(), error);
				}
			},
			async create(this: IHookFunctions): Promise<boolean> {
				try {
					await connect(this);
					return true;
				} catch (error) {
					throw asNodeError(this.getNode(), error);
				}
			},
			async delete(this: IHookFunctions): Promise<boolean> {
				try {
					await disconnect(this);
					return true;
				} catch (error) {
					throw asNodeError(this.getNode(), error);
				}
			},
		},
	};

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		return await receive(this, missedCallInbox);
	}

	async trigger(this: ITriggerFunctions): Promise<ITriggerResponse> {
		return await startTrigger(this, { node: NODE, start: (store, consumer) => startMissedCalls(this, store, consumer) });
	}
}
