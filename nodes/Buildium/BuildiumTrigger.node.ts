import {
	NodeConnectionTypes,
	type ICredentialsDecrypted,
	type ICredentialTestFunctions,
	type INodeCredentialTestResult,
	type INodeType,
	type INodeTypeDescription,
	type ITriggerFunctions,
	type ITriggerResponse,
	type IWebhookFunctions,
	type IWebhookResponseData,
} from 'n8n-workflow';

import { storeOpens } from '../shared/store/storeOpens';
import { receive } from '../shared/trigger/inbox';
import { startTrigger } from '../shared/trigger/startTrigger';
import { startEvents } from './trigger/background';
import { triggerProperties } from './trigger/description';
import { requireSetup } from './trigger/requireSetup';
import { NODE, secretsOf, triggerSettings } from './trigger/parameters';
import { buildiumInbox } from './trigger/webhook';

/**
 * One item per event that Buildium reports. `webhook()` is the inbox (verify, store, answer), `trigger()` runs the workflow
 * from the store; they may live in different processes and meet in the store only.
 */
export class BuildiumTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Buildium Trigger',
		name: 'buildiumTrigger',
		icon: { light: 'file:buildium.svg', dark: 'file:buildium.dark.svg' },
		group: ['trigger'],
		version: 1,
		subtitle: '={{ $parameter.events.length ? $parameter.events.join(", ") : "All Events" }}',
		description: 'Starts the workflow once for every change that Buildium reports, also after a restart',
		defaults: { name: 'Buildium Trigger' },
		eventTriggerDescription: 'Waiting for Buildium to report something to the test URL',
		activationMessage: "Buildium's reports to the production URL now run this workflow. Watch the executions.",
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [
			{ name: 'buildiumWebhookApi', displayName: 'Buildium Webhook', required: true, testedBy: 'hasSecrets' },
			{ name: 'buildiumApi', displayName: 'Buildium API (Optional)', required: false },
			{ name: 'leasingStoreApi', displayName: 'Leasing Store (Optional)', required: false, testedBy: 'storeOpens' },
		],
		webhooks: [{ name: 'default', httpMethod: 'POST', responseMode: 'onReceived', responseData: '', path: 'buildium' }],
		properties: triggerProperties,
	};

	methods = { credentialTest: { storeOpens, hasSecrets } };

	/** Buildium has no way to be told by software where to report: a person pastes our address there, and takes it out again. */
	webhookMethods = {
		default: {
			checkExists: async (): Promise<boolean> => await Promise.resolve(true),
			create: async (): Promise<boolean> => await Promise.resolve(true),
			delete: async (): Promise<boolean> => await Promise.resolve(true),
		},
	};

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		return await receive(this, buildiumInbox);
	}

	async trigger(this: ITriggerFunctions): Promise<ITriggerResponse> {
		const settings = () => triggerSettings((name, fallback) => this.getNodeParameter(name, fallback));
		return await startTrigger(this, {
			node: NODE,
			check: async () => await requireSetup(this, settings()),
			start: (store, consumer) => startEvents({ context: this, store, consumer, settings: settings() }),
		});
	}
}

/** n8n's "test" of a Buildium Webhook credential. What the secret is worth only a delivery can tell. */
async function hasSecrets(this: ICredentialTestFunctions, credential: ICredentialsDecrypted): Promise<INodeCredentialTestResult> {
	const count = secretsOf(credential.data).length;
	const result: INodeCredentialTestResult =
		count === 0
			? { status: 'Error', message: 'There is no secret key. Copy it from Settings > Developer Tools > Webhooks in Buildium.' }
			: { status: 'OK', message: `Saved. Whether ${count === 1 ? 'the key is' : 'the keys are'} right shows with the first event.` };
	return await Promise.resolve(result);
}
