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
import { startInbox } from './background';
import { inboxProperties } from './description';
import { answerGet } from './handshake';
import { inboxSettings, NODE } from './parameters';
import { requireSetup } from './requireSetup';
import { inboxSecrets } from './secrets';
import { leadInbox } from './webhook';

/**
 * One item per lead that somebody delivers. `webhook()` is the inbox (prove, store, answer), `trigger()` runs the workflow from the
 * store; they may live in different processes and meet in the store only.
 */
export class LeadInboxTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Lead Inbox Trigger',
		name: 'leadInboxTrigger',
		icon: { light: 'file:leadInbox.svg', dark: 'file:leadInbox.dark.svg' },
		group: ['trigger'],
		version: 1,
		subtitle:
			'={{ { other: "Any Sender", public_form: "Website Form", cal_com: "Cal.com", callrail: "CallRail", google_ads: "Google Ads" }[$parameter.sender] ?? $parameter.sender.charAt(0).toUpperCase() + $parameter.sender.slice(1) }}',
		description:
			'Starts the workflow once for every lead that a form, listing site, ad, call tracker or scheduler sends, also after a restart',
		defaults: { name: 'Lead Inbox Trigger' },
		eventTriggerDescription: 'Waiting for the sender to post something to the test URL',
		activationMessage: 'Leads that are sent to the production URL now run this workflow. Watch the executions.',
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [
			{
				name: 'leadInboxApi',
				displayName: 'Lead Inbox',
				required: true,
				testedBy: 'hasSecret',
				displayOptions: { hide: { sender: ['public_form'] } },
			},
			{
				name: 'leadFormCaptchaApi',
				displayName: 'Form Captcha',
				required: true,
				testedBy: 'hasSecret',
				displayOptions: { show: { sender: ['public_form'], captcha: ['hcaptcha', 'recaptcha', 'turnstile'] } },
			},
			{ name: 'leasingStoreApi', displayName: 'Leasing Store (Optional)', required: false, testedBy: 'storeOpens' },
		],
		webhooks: [
			{ name: 'default', httpMethod: 'POST', responseMode: 'onReceived', responseData: '', path: 'leads' },
			{ name: 'setup', httpMethod: 'GET', responseMode: 'onReceived', responseData: '', path: 'leads', ndvHideUrl: true },
		],
		properties: inboxProperties,
	};

	methods = { credentialTest: { storeOpens, hasSecret } };

	/** The senders cannot be told by us where to send: a person pastes our address there, and takes it out again. */
	webhookMethods = {
		default: {
			checkExists: async (): Promise<boolean> => await Promise.resolve(true),
			create: async (): Promise<boolean> => await Promise.resolve(true),
			delete: async (): Promise<boolean> => await Promise.resolve(true),
		},
	};

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		if (this.getWebhookName() === 'setup')
			return await answerGet(
				this,
				inboxSettings((name, fallback) => this.getNodeParameter(name, fallback)),
			);
		return await receive(this, leadInbox);
	}

	async trigger(this: ITriggerFunctions): Promise<ITriggerResponse> {
		return await startTrigger(this, {
			node: NODE,
			check: async () => await requireSetup(this),
			start: (store, consumer) => startInbox(this, store, consumer),
		});
	}
}

/** n8n's "test" of our credentials. What a secret is worth only a delivery can tell. */
async function hasSecret(this: ICredentialTestFunctions, credential: ICredentialsDecrypted): Promise<INodeCredentialTestResult> {
	const data = credential.data ?? {};
	const count = 'secretKey' in data ? Number(String(data.secretKey).trim() !== '') : (inboxSecrets(data)?.secrets.length ?? 0);
	const result: INodeCredentialTestResult =
		count === 0
			? { status: 'Error', message: 'There is no secret.' }
			: { status: 'OK', message: `Saved. Whether ${count === 1 ? 'it is' : 'they are'} right shows with the first lead.` };
	return await Promise.resolve(result);
}
