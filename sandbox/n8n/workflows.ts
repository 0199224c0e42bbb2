import { setTimeout as sleep } from 'node:timers/promises';
import * as z from 'zod/v4';
import type { N8nSession } from './contract';

type Rest = N8nSession['rest'];

/** The only fields that n8n's public API takes; a template's `meta`, `tags`, `id` or `active` would be refused. */
const WRITABLE = ['name', 'nodes', 'connections', 'settings', 'pinData'];

const SETTLED_WITHIN_MS = 60_000;
const POLL_MS = 100;

const PublicationStatus = z.object({
	status: z.enum(['in_progress', 'not_published', 'published', 'partial', 'failed']),
	triggers: z.array(z.object({ status: z.string(), errorMessage: z.string().nullable() })),
});

export async function createWorkflow(publicApi: Rest, workflow: Record<string, unknown>): Promise<{ id: string }> {
	const body: Record<string, unknown> = { settings: { executionOrder: 'v1' } };
	for (const field of WRITABLE) {
		if (workflow[field] !== undefined && workflow[field] !== null) body[field] = workflow[field];
	}
	const { id } = z.object({ id: z.string() }).parse(await publicApi('POST', '/api/v1/workflows', body));
	return { id };
}

/** n8n registers triggers in the background; this waits until it has done so, or says why it could not. */
async function publicationSettled(rest: Rest, workflowId: string): Promise<z.infer<typeof PublicationStatus>> {
	const deadline = Date.now() + SETTLED_WITHIN_MS;
	for (;;) {
		const now = PublicationStatus.parse(await rest('GET', `/rest/workflows/${workflowId}/publication-status`));
		if (now.status !== 'in_progress') return now;
		if (Date.now() > deadline) {
			throw new Error(`n8n was still publishing workflow ${workflowId} after ${SETTLED_WITHIN_MS / 1000} seconds.`);
		}
		await sleep(POLL_MS);
	}
}

/** @throws with n8n's words for each trigger that could not be registered */
export async function publishWorkflow(publicApi: Rest, rest: Rest, workflowId: string): Promise<void> {
	await publicApi('POST', `/api/v1/workflows/${workflowId}/publish`, {});
	const { status, triggers } = await publicationSettled(rest, workflowId);
	if (status === 'published') return;
	const why = triggers.map((trigger) => trigger.errorMessage).filter((message) => message !== null);
	throw new Error(`n8n could not publish the workflow (${status}): ${why.join('; ') || 'it gave no reason'}`);
}

/** Resolves when the triggers are gone. */
export async function unpublishWorkflow(publicApi: Rest, rest: Rest, workflowId: string): Promise<void> {
	await publicApi('POST', `/api/v1/workflows/${workflowId}/unpublish`, {});
	await publicationSettled(rest, workflowId);
}

/** Starts a run from a trigger as the editor's button does. @returns the execution's id */
export async function startManualRun(rest: Rest, workflowId: string, startNode: string): Promise<string> {
	const answer = z
		.object({ executionId: z.string().optional() })
		.parse(await rest('POST', `/rest/workflows/${workflowId}/run`, { triggerToStartFrom: { name: startNode } }));
	if (answer.executionId === undefined) {
		throw new Error(`"${startNode}" waits for a request from outside, so it cannot be run by hand. Name a manual trigger.`);
	}
	return answer.executionId;
}
