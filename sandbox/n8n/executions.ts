import { setTimeout as sleep } from 'node:timers/promises';
import * as z from 'zod/v4';
import type { N8nExecution, N8nSession } from './contract';

type Rest = N8nSession['rest'];

const POLL_MS = 150;
const UNFINISHED = new Set(['new', 'running', 'waiting']);

const Failure = z.object({ message: z.string(), description: z.string().nullish() });
const Items = z.array(z.object({ json: z.unknown() })).nullable();
const NodeRun = z.object({ data: z.object({ main: z.array(Items).optional() }).optional() });
const RunData = z.object({
	resultData: z.object({ runData: z.record(z.string(), z.array(NodeRun)).optional(), error: Failure.optional() }).optional(),
});

const Row = z.object({
	id: z.coerce.string(),
	status: z.string(),
	mode: z.string(),
	startedAt: z.string().nullish(),
	stoppedAt: z.string().nullish(),
	data: RunData.nullish(),
});
const Page = z.object({ data: z.array(Row), nextCursor: z.string().nullish() });

/** Items of every output, in the order of the node's runs when it ran more than once. */
function outputsOf(runs: Array<z.infer<typeof NodeRun>>): unknown[][] {
	const outputs: unknown[][] = [];
	for (const run of runs) {
		(run.data?.main ?? []).forEach((items, output) => {
			const collected = (outputs[output] ??= []);
			for (const item of items ?? []) collected.push(item.json);
		});
	}
	return outputs;
}

function toExecution(row: z.infer<typeof Row>): N8nExecution {
	const result = row.data?.resultData;
	const outputs: Record<string, unknown[][]> = {};
	for (const [node, runs] of Object.entries(result?.runData ?? {})) outputs[node] = outputsOf(runs);
	const error = result?.error;
	return {
		id: row.id,
		status: row.status,
		mode: row.mode,
		startedAt: row.startedAt ?? '',
		stoppedAt: row.stoppedAt ?? null,
		outputs,
		error: error === undefined ? null : [error.message, error.description].filter(Boolean).join(' '),
	};
}

/** Newest first. n8n lists running executions only when asked for them. */
async function list(publicApi: Rest, workflowId: string, query: string): Promise<Array<z.infer<typeof Row>>> {
	const rows: Array<z.infer<typeof Row>> = [];
	let cursor = '';
	do {
		const path = `/api/v1/executions?workflowId=${workflowId}&limit=250${query}${cursor}`;
		const page = Page.parse(await publicApi('GET', path));
		rows.push(...page.data);
		cursor = page.nextCursor ? `&cursor=${encodeURIComponent(page.nextCursor)}` : '';
	} while (cursor !== '');
	return rows;
}

/** All executions of a workflow with their data, running ones included, newest first. */
export async function listExecutions(publicApi: Rest, workflowId: string): Promise<N8nExecution[]> {
	const running = await list(publicApi, workflowId, '&status=running');
	const others = await list(publicApi, workflowId, '&includeData=true');
	return [...running, ...others].map(toExecution).sort((a, b) => Number(b.id) - Number(a.id));
}

export async function readExecution(publicApi: Rest, id: string): Promise<N8nExecution> {
	return toExecution(Row.parse(await publicApi('GET', `/api/v1/executions/${id}?includeData=true`)));
}

/** @throws when the execution has not ended after `timeoutMs` */
export async function executionEnd(publicApi: Rest, id: string, timeoutMs: number): Promise<N8nExecution> {
	const deadline = Date.now() + timeoutMs;
	for (;;) {
		const execution = await readExecution(publicApi, id);
		if (!UNFINISHED.has(execution.status)) return execution;
		if (Date.now() > deadline) {
			throw new Error(`Execution ${id} was still "${execution.status}" after ${timeoutMs / 1000} seconds.`);
		}
		await sleep(POLL_MS);
	}
}

/** The first execution that has ended and fits, oldest first. Reads the data of each execution once. */
export async function waitForExecution(
	publicApi: Rest,
	workflowId: string,
	fits: (execution: N8nExecution) => boolean,
	timeoutMs: number,
): Promise<N8nExecution> {
	const deadline = Date.now() + timeoutMs;
	const seen = new Map<string, N8nExecution>();
	for (;;) {
		const ended = (await list(publicApi, workflowId, '')).filter((row) => !UNFINISHED.has(row.status)).reverse();
		for (const { id } of ended) {
			if (seen.has(id)) continue;
			const execution = await readExecution(publicApi, id);
			seen.set(id, execution);
			if (fits(execution)) return execution;
		}
		if (Date.now() > deadline) {
			const others = [...seen.values()].map((one) => `${one.id} ${one.status}${one.error === null ? '' : `: ${one.error}`}`);
			throw new Error(
				`No execution of workflow ${workflowId} fitted within ${timeoutMs / 1000} seconds. Ended so far: ${others.join('; ') || 'none'}.`,
			);
		}
		await sleep(POLL_MS);
	}
}
