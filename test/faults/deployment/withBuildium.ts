import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { markerOf } from '../../../leasing/writeBack/marker';
import { startBuildiumSandbox, type BuildiumSandbox } from '../../../sandbox/buildium';
import type { N8nSession } from '../../../sandbox/n8n';
import { assignCredentials, type ChosenCredentials } from '../../../sandbox/n8n/assignCredentials';
import { fillTemplate, Template } from '../../../sandbox/start/fillTemplate';
import type { Random } from '../random';
import type { Trouble } from './contract';

const TYPE = 'buildiumApi';
const NAME = 'Pretend Buildium Account';
/** Where a mark stands, by kind of record. */
const MARKED = { phoneLogs: 'Subject', contactRequests: 'Title', notes: 'Note', taskHistory: 'Message' } as const;

/** A property-management system that every call is written to. */
export interface ConnectedBuildium {
	/** Records that carry the mark of an event. */
	count(key: string): number;
	trouble: Trouble;
	stop(): Promise<void>;
}

/** Imports the template that also writes to Buildium, instead of the plain one, and publishes it. @returns its id */
export async function publishWithBuildium(
	project: string,
	session: N8nSession,
	credentials: ChosenCredentials,
): Promise<{ workflowId: string; buildium: ConnectedBuildium }> {
	const buildium = await startBuildiumSandbox({ requestsPerSecond: null });
	try {
		const { url: baseUrl, clientId, clientSecret, people } = buildium;
		const data = { environment: 'custom', baseUrl, clientId, clientSecret };
		credentials[TYPE] = { id: (await session.createCredential({ type: TYPE, name: NAME, data })).id, name: NAME };
		const file = path.join(project, 'workflows-templates', '11-missed-call-text-back-buildium', 'workflow.json');
		const { workflow, settingsStart } = fillTemplate(Template.parse(JSON.parse(readFileSync(file, 'utf8'))), randomUUID);
		const changes: Record<string, Record<string, unknown>> = {
			'Queue for Buildium': { assignTo: { __rl: true, mode: 'id', value: String(people.staff.id) } },
			// The pauses of a day in seconds: what is waited for is the same.
			'Leasing Work Trigger': { options: { attempts: 20, firstPauseSeconds: 1, longestPauseMinutes: 1 } },
		};
		const nodes = workflow.nodes.map((node) => ({ ...node, parameters: { ...node.parameters, ...changes[node.name] } }));
		const { id: workflowId } = await session.createWorkflow(await assignCredentials(session, { ...workflow, nodes }, credentials));
		const settings = await session.runManually(workflowId, settingsStart);
		if (settings.status !== 'success') throw new Error(`The settings could not be saved: ${settings.error ?? settings.status}`);
		await session.publish(workflowId);
		return {
			workflowId,
			buildium: { count: (key) => countOf(buildium, key), trouble: buildiumTrouble(buildium), stop: buildium.stop },
		};
	} catch (error) {
		await buildium.stop();
		throw error;
	}
}

function countOf({ data }: BuildiumSandbox, key: string): number {
	const mark = markerOf(key);
	const kinds = Object.entries(MARKED) as Array<[keyof typeof MARKED, string]>;
	return kinds.reduce((sum, [kind, field]) => sum + data[kind].all().filter((record) => String(record[field]).includes(mark)).length, 0);
}

function buildiumTrouble({ faults }: BuildiumSandbox): Trouble {
	return {
		name: 'buildium trouble',
		weight: 3,
		async strike(random: Random) {
			const status = random.pick(['timeout_after_write', 'error_after_write', 'drop_after_write', 'drop', 503, 429] as const);
			const times = random.pick([1, 1, 2, 4]);
			if (random.chance(0.2)) {
				const forMs = random.between(2_000, 15_000);
				faults.downFor(forMs, 'unreachable');
				return `Buildium cannot be reached for ${Math.round(forMs)} ms`;
			}
			faults.failNext({ match: /^(POST|PUT) /, status, times });
			return `the next ${times} writes to Buildium: ${status}`;
		},
	};
}
