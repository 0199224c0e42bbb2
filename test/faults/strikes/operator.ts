import { setTimeout as sleep } from 'node:timers/promises';
import * as z from 'zod/v4';
import type { N8nSession } from '../../../sandbox/n8n';
import type { TwilioSandbox } from '../../../sandbox/twilio/contract';
import type { Trouble } from '../deployment/contract';
import type { Random } from '../random';

const TWILIO = 'leasingTwilioApi';
const TEXT = 'n8n-nodes-leasing.leasingText';
/** Calls come meanwhile. */
const TYPO_FOR_MS = 4_000;
/** Between the third and the fourth try. */
const LONGEST_PAUSE_MS = 6 * 60_000;
const GIVEN_UP_WITHIN_MS = 60_000;
const TRY_TAKES_MS = 3_500;
/** A person needs a moment between two steps. */
const NEXT_CLICK_MS = 1_500;
const AGAIN_MS = 1_000;
const PATIENCE_MS = 90_000;

const Workflow = z.looseObject({
	nodes: z.array(
		z.looseObject({
			type: z.string(),
			parameters: z.record(z.string(), z.unknown()),
			credentials: z.record(z.string(), z.unknown()).optional(),
		}),
	),
});

/** What a person does on the canvas of a running n8n. */
export interface Operator {
	session: N8nSession;
	/** Changes when the workflow is imported anew. */
	workflowId: string;
	credentials: Record<string, { id: string; name: string }>;
	/** Of n8n. */
	setClock(offsetMs: number): void;
	/** How many events have failed at least once and are to be tried again. */
	failing(): Promise<number>;
}

/** What operators do in mid-run. Each is undone by what they do next, as a person would. */
export function operatorTroubles(operator: Operator, sandbox: TwilioSandbox): Trouble[] {
	return [
		{ name: 'workflow imported anew', weight: 2, strike: async () => await importAnew(operator) },
		{ name: 'run cancelled', weight: 3, strike: async (random) => await cancelRuns(operator, random) },
		{ name: 'typo published', weight: 1, strike: async () => await publishTypo(operator) },
		{ name: 'credential deleted', weight: 2, strike: async (random) => await deleteCredential(operator, sandbox, random) },
	];
}

/** The workflow is exported, unpublished, deleted, imported from the file and published. */
async function importAnew(operator: Operator): Promise<string> {
	const { session } = operator;
	const old = operator.workflowId;
	const exported = await patiently(async () => await exportOf(operator));
	await patiently(async () => await session.unpublish(old));
	await sleep(NEXT_CLICK_MS);
	await patiently(async () => await session.deleteWorkflow(old).catch(unlessGone));
	const { id } = await patiently(async () => await session.createWorkflow(exported));
	operator.workflowId = id;
	await patiently(async () => await session.publish(id));
	return 'the workflow is deleted, imported anew and published';
}

/**
 * A placeholder that nobody fills: each run fails, until somebody mends it. The clock is put on, so that the last try of six minutes
 * comes in seconds, and what failed for good becomes a person's.
 */
async function publishTypo(operator: Operator): Promise<string> {
	const { session, setClock, failing } = operator;
	const right = await patiently(async () => (await exportOf(operator)).nodes);
	const put = async (nodes: unknown[]) => {
		await patiently(async () => await session.rest('PATCH', `/rest/workflows/${operator.workflowId}`, { nodes }));
		await patiently(async () => await session.publish(operator.workflowId));
	};
	await put(
		right.map((node) => (node.type === TEXT ? { ...node, parameters: { ...node.parameters, message: 'Hi [fist name]' } } : node)),
	);
	await sleep(TYPO_FOR_MS);
	// Each try is put off anew, as seen from the clock of that moment; a clock that was set right too early would put it off by minutes.
	const until = Date.now() + GIVEN_UP_WITHIN_MS;
	for (let jumps = 1; Date.now() < until; jumps += 1) {
		setClock(jumps * LONGEST_PAUSE_MS);
		await sleep(TRY_TAKES_MS);
		if ((await failing()) === 0) break;
	}
	setClock(0);
	await put(right);
	return 'a workflow with a typo is published, fails until its runs are given up, and is mended';
}

/** @param random how many of those that run */
async function cancelRuns({ session, workflowId }: Operator, random: Random): Promise<string> {
	const most = random.pick([1, 1, 2, 4]);
	const until = Date.now() + 8_000;
	let stopped = 0;
	while (Date.now() < until && stopped < most) {
		// n8n may be down because of a strike of ours: then nobody presses anything.
		const running = await session
			.rest('GET', `/rest/executions?filter=${encodeURIComponent(JSON.stringify({ workflowId, status: ['running', 'new'] }))}`)
			.then((answer) => z.object({ results: z.array(z.object({ id: z.coerce.string(), status: z.string() })) }).parse(answer).results)
			.catch(() => []);
		for (const { id } of running.filter(({ status }) => status === 'running' || status === 'new').slice(0, most - stopped)) {
			const done = await session.rest('POST', `/rest/executions/${id}/stop`, {}).then(
				() => true,
				() => false,
			);
			if (done) stopped += 1;
		}
		await sleep(20);
	}
	return `${stopped} running executions are stopped by hand`;
}

/** Deleted by mistake; made again from the notes, chosen in every node, and published. */
async function deleteCredential(operator: Operator, sandbox: TwilioSandbox, random: Random): Promise<string> {
	const { session, credentials } = operator;
	const forMs = random.between(2_000, 15_000);
	const before = credentials[TWILIO];
	if (!before) throw new Error('There is no Twilio credential to delete.');
	await patiently(async () => await session.rest('DELETE', `/rest/credentials/${before.id}`).catch(unlessGone));
	await sleep(forMs);
	const { accountSid, authToken, apiKeySid, apiKeySecret, url } = sandbox;
	const data = { accountSid, authToken, apiKeySid, apiKeySecret, baseUrl: url };
	const { id } = await patiently(async () => await session.createCredential({ type: TWILIO, name: before.name, data }));
	credentials[TWILIO] = { id, name: before.name };
	const workflow = await patiently(async () => await exportOf(operator));
	const nodes = workflow.nodes.map((node) =>
		node.credentials?.[TWILIO] === undefined ? node : { ...node, credentials: { ...node.credentials, [TWILIO]: credentials[TWILIO] } },
	);
	await patiently(async () => await session.rest('PATCH', `/rest/workflows/${operator.workflowId}`, { nodes }));
	await patiently(async () => await session.publish(operator.workflowId));
	return `the Twilio credential is deleted, and made and chosen again after ${Math.round(forMs)} ms`;
}

async function exportOf({ session, workflowId }: Operator): Promise<z.infer<typeof Workflow>> {
	const { name, nodes, connections, settings } = z
		.looseObject({ ...Workflow.shape, name: z.unknown(), connections: z.unknown(), settings: z.unknown() })
		.parse(await session.rest('GET', `/rest/workflows/${workflowId}`));
	return { name, nodes, connections, settings };
}

/** n8n may be killed at any moment; whoever wanted something does it again when it is back. */
async function patiently<T>(step: () => Promise<T>): Promise<T> {
	const deadline = Date.now() + PATIENCE_MS;
	for (;;) {
		try {
			return await step();
		} catch (error) {
			if (Date.now() > deadline) throw error;
			await sleep(AGAIN_MS);
		}
	}
}

/** Done already, by a try whose answer was lost. */
function unlessGone(error: unknown): void {
	if (error instanceof Error && /\b404\b|not.?found/i.test(error.message)) return;
	throw error;
}
