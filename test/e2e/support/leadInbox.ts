/** Workflows that begin with a Lead Inbox Trigger, for the tests on a real n8n. */
import { randomUUID } from 'node:crypto';
import { assignCredentials } from '../../../sandbox/n8n/assignCredentials';
import type { Rig } from './rig';

export const SECRET = 'secret-of-the-sender';

export interface PublishedInbox {
	workflowId: string;
	/** Where leads are posted. */
	url: string;
	/** Names the trigger in the store. */
	consumer: string;
	credentialId: string;
}

interface Step {
	name: string;
	type: string;
	parameters: Record<string, unknown>;
}

/** Normalize, deduplicate and, if it is wanted, text whoever is new. */
function steps(textFrom: string | null): Step[] {
	const ours = 'n8n-nodes-leasing.';
	const reading = [
		{ name: 'Normalize Lead', type: `${ours}normalizeLead`, parameters: {} },
		{ name: 'Deduplicate Lead', type: `${ours}deduplicateLead`, parameters: {} },
	];
	const parameters = {
		message: 'Hi [first name], this is [brand]. Reply STOP to opt out.',
		purpose: 'lead_acknowledgement',
		maxEventAgeMinutes: 60,
		afterHours: 'send',
		options: { from: textFrom, stateRules: false },
	};
	return textFrom === null ? reading : [...reading, { name: 'Leasing Text', type: `${ours}leasingText`, parameters }];
}

/** Creates and publishes such a workflow, with a credential of its own. */
export async function publishInbox(
	rig: Rig,
	name: string,
	parameters: Record<string, unknown>,
	{ textFrom = null, credential = {} }: { textFrom?: string | null; credential?: Record<string, unknown> } = {},
): Promise<PublishedInbox> {
	const { id: credentialId } = await rig.session.createCredential({
		name: `Senders of ${name}`,
		type: 'leadInboxApi',
		data: { secret: SECRET, ...credential },
	});
	const [webhookId, triggerId] = [randomUUID(), randomUUID()];
	const trigger = { id: triggerId, name: 'Lead Inbox Trigger', type: 'n8n-nodes-leasing.leadInboxTrigger', parameters, webhookId };
	const nodes = [trigger, ...steps(textFrom).map((step) => ({ ...step, id: randomUUID() }))].map((node, index) => ({
		...node,
		typeVersion: 1,
		position: [index * 220, 0],
	}));
	const connections = Object.fromEntries(
		nodes.slice(1).map(({ name: next }, index) => [nodes[index]?.name, { main: [[{ node: next, type: 'main', index: 0 }]] }]),
	);
	const chosen = { ...rig.credentials, leadInboxApi: { id: credentialId, name: `Senders of ${name}` } };
	const workflow = await assignCredentials(rig.session, { name, nodes, connections, settings: { executionOrder: 'v1' } }, chosen);
	const { id: workflowId } = await rig.session.createWorkflow(workflow);
	await rig.session.publish(workflowId);
	return { workflowId, url: `${rig.n8n.url}/webhook/${webhookId}/leads`, consumer: `${workflowId}:${triggerId}`, credentialId };
}
