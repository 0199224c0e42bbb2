/** What rigs that share an n8n owe each other: it is empty when the next one comes. */
import * as z from 'zod/v4';
import { callN8n } from './http';
import type { N8nSession } from './contract';

const Page = z.object({ data: z.array(z.object({ id: z.string(), name: z.string(), active: z.boolean().optional() })) });
type Entry = z.infer<typeof Page>['data'][number];

type At = { url: string; session: Pick<N8nSession, 'apiKey'> };

async function all({ url, session }: At, kind: 'workflows' | 'credentials'): Promise<Entry[]> {
	const path = `/api/v1/${kind}?limit=250`;
	return Page.parse((await callN8n(url, { method: 'GET', path, headers: { 'X-N8N-API-KEY': session.apiKey } })).body).data;
}

/** What a person would find on this n8n, as in `the workflow "Holding" (published)`; empty when it is as new. */
export async function leftOn(at: At): Promise<string[]> {
	const workflows = await all(at, 'workflows');
	const credentials = await all(at, 'credentials');
	return [
		...workflows.map(({ name, active }) => `the workflow "${name}"${active === true ? ' (published)' : ''}`),
		...credentials.map(({ name }) => `the credential "${name}"`),
	];
}

/** Unpublishes and deletes every workflow, so that triggers give back what they took, then deletes every credential. */
export async function leaveAsFound(url: string, session: N8nSession): Promise<void> {
	const at = { url, session };
	for (const { id, active } of await all(at, 'workflows')) {
		if (active === true) await session.unpublish(id);
		await session.deleteWorkflow(id);
	}
	for (const { id } of await all(at, 'credentials')) await session.rest('DELETE', `/rest/credentials/${id}`);
}
