/** Workflows of a few steps in a row, for tests of triggers. */
import { randomUUID } from 'node:crypto';
import { assignCredentials } from '../../../sandbox/n8n/assignCredentials';
import type { RegularSqlite } from '../../faults/deployment/regularSqlite';

export interface Step {
	name: string;
	type: string;
	typeVersion: number;
	parameters: Record<string, unknown>;
}

/** Every call to the line is a missed one. */
export function missedCalls(line: string): Step {
	return {
		name: 'Missed Call',
		type: 'n8n-nodes-leasing.twilioMissedCallTrigger',
		typeVersion: 1,
		parameters: { mode: 'forwarded', lines: [line] },
	};
}

/** Creates and publishes a workflow of steps one after another, with the deployment's credentials. @returns its id */
export async function publishSteps({ session, credentials }: RegularSqlite, name: string, steps: Step[]): Promise<string> {
	const nodes = steps.map((step, index) => ({ ...step, id: randomUUID(), webhookId: randomUUID(), position: [index * 200, 0] }));
	const connections = Object.fromEntries(
		steps.slice(1).map((step, index) => [steps[index]?.name, { main: [[{ node: step.name, type: 'main', index: 0 }]] }]),
	);
	const { id } = await session.createWorkflow(await assignCredentials(session, { name, nodes, connections }, credentials));
	await session.publish(id);
	return id;
}
