import { randomUUID } from 'node:crypto';

/** A form's address, and what makes a lead and a text of each delivery: the middle of template 20. */
export function workflowOfSteps(line: string) {
	const path = `doors-${randomUUID()}`;
	const steps = [
		{ name: 'Form', type: 'n8n-nodes-base.webhook', typeVersion: 2, parameters: { httpMethod: 'POST', path, options: {} } },
		{ name: 'Normalize Lead', type: 'n8n-nodes-leasing.normalizeLead', typeVersion: 1, parameters: {} },
		{ name: 'Deduplicate Lead', type: 'n8n-nodes-leasing.deduplicateLead', typeVersion: 1, parameters: { callBackTask: 'all' } },
		{
			name: 'Acknowledge by Text',
			type: 'n8n-nodes-leasing.leasingText',
			typeVersion: 1,
			parameters: {
				message: 'Hi [first name], this is [brand]. We got your message. Reply STOP to opt out.',
				purpose: 'lead_acknowledgement',
				afterHours: 'send',
				maxEventAgeMinutes: 10_080,
				options: { from: line },
			},
		},
	];
	const nodes = steps.map((step, at) => ({ ...step, id: randomUUID(), webhookId: randomUUID(), position: [at * 220, 0] }));
	const connections = Object.fromEntries(
		steps.slice(1).map(({ name }, at) => [steps[at]?.name ?? '', { main: [[{ node: name, type: 'main', index: 0 }]] }]),
	);
	return { path, workflow: { name: 'Doors', nodes, connections, settings: { executionOrder: 'v1' } } };
}
