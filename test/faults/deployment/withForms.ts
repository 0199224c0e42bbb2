import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import path from 'node:path';
import type { N8nSession } from '../../../sandbox/n8n';
import { assignCredentials, type ChosenCredentials } from '../../../sandbox/n8n/assignCredentials';
import type { FormInbox } from '../renters/forms';

const TYPE = 'leadInboxApi';
const NAME = 'Senders of Forms';
const SECRET = 'secret-of-the-sender';

/** Publishes a workflow that takes in forms: our inbox, a lead and a call-back. @returns where to post; null: this package has no inbox */
export async function publishForms(
	packageFolder: string,
	n8nUrl: string,
	session: N8nSession,
	credentials: ChosenCredentials,
): Promise<FormInbox | null> {
	if (!existsSync(path.join(packageFolder, 'dist/nodes/LeadInboxTrigger'))) return null;
	const { id: credentialId } = await session.createCredential({ name: NAME, type: TYPE, data: { secret: SECRET } });
	const webhookId = randomUUID();
	const steps = [
		{ name: 'Lead Inbox Trigger', type: 'leadInboxTrigger', parameters: {}, webhookId },
		{ name: 'Normalize Lead', type: 'normalizeLead', parameters: {} },
		{ name: 'Deduplicate Lead', type: 'deduplicateLead', parameters: { callBackTask: 'all' } },
	];
	const nodes = steps.map((step, index) => ({
		...step,
		id: randomUUID(),
		type: `n8n-nodes-leasing.${step.type}`,
		typeVersion: 1,
		position: [index * 220, 0],
	}));
	const next = (name: string) => ({ main: [[{ node: name, type: 'main', index: 0 }]] });
	const connections = { 'Lead Inbox Trigger': next('Normalize Lead'), 'Normalize Lead': next('Deduplicate Lead') };
	const workflow = { name: 'Forms', nodes, connections, settings: { executionOrder: 'v1' } };
	const chosen = { ...credentials, [TYPE]: { id: credentialId, name: NAME } };
	const { id } = await session.createWorkflow(await assignCredentials(session, workflow, chosen));
	await session.publish(id);
	return { url: `${n8nUrl}/webhook/${webhookId}/leads`, headers: { 'x-lead-secret': SECRET } };
}
