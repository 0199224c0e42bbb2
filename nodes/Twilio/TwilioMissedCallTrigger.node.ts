import {
	NodeConnectionTypes,
	type IHookFunctions,
	type ILoadOptionsFunctions,
	type INodeExecutionData,
	type INodePropertyOptions,
	type INodeType,
	type INodeTypeDescription,
	type ITriggerFunctions,
	type ITriggerResponse,
	type IWebhookFunctions,
	type IWebhookResponseData,
} from 'n8n-workflow';

import { StoreError } from '../../store/port';
import { isRestart, whenStoreOpens } from '../shared/atRestart';
import { asNodeError } from '../shared/errors';
import { systemClock } from '../shared/runtime';
import { storeFor } from '../shared/store/storeFor';
import { storeOpens } from '../shared/store/storeOpens';
import { startBackground } from './missedCall/background';
import { consumerOf, testConsumerOf } from '../shared/events/consumer';
import { missedCallProperties } from './missedCall/description';
import { connect, disconnect, isConnected } from './missedCall/lifecycle';
import { takeTestItem } from '../shared/events/testItem';
import { handleWebhook } from './missedCall/webhook';
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
		return await handleWebhook(this);
	}

	async trigger(this: ITriggerFunctions): Promise<ITriggerResponse> {
		if (this.getMode() === 'manual') {
			const item = await takeTestItem(testConsumerOf(this), systemClock, async () => await storeFor(this));
			return { manualTriggerFunction: async () => emitOnce(this, item) };
		}
		const background = whenStoreOpens(
			async () => await storeFor(this),
			(store) => startBackground(this, store, consumerOf(this)),
			(error) =>
				this.logger.error(`Twilio Missed Call Trigger cannot start yet: ${error instanceof Error ? error.message : String(error)}`),
		);
		return { closeFunction: async () => await background.stop() };
	}
}

function emitOnce(context: ITriggerFunctions, item: INodeExecutionData | null): void {
	if (item) context.emit([[item]]);
}
