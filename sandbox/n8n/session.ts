import type { N8nSession } from './contract';
import { createCredential, testCredential } from './credentials';
import { executionEnd, listExecutions, waitForExecution } from './executions';
import { callN8n, unwrap } from './http';
import { signInOwner } from './owner';
import { createWorkflow, publishWorkflow, startManualRun, unpublishWorkflow } from './workflows';

const MANUAL_RUN_MS = 60_000;
const EXECUTION_MS = 30_000;

/** Signs in to a running n8n. Two doors: the editor's own API (cookie) and the public API (key). */
export async function openSession(url: string, folder: string): Promise<N8nSession> {
	const { owner, cookie } = await signInOwner(url, folder);

	// The caller of `rest` names the type it expects; every call in this folder checks the answer with zod instead.
	const rest: N8nSession['rest'] = async <T>(...[method, path, body]: Parameters<N8nSession['rest']>) =>
		unwrap((await callN8n(url, { method, path, body, headers: { Cookie: cookie } })).body) as T;
	const publicApi: N8nSession['rest'] = async <T>(...[method, path, body]: Parameters<N8nSession['rest']>) =>
		(await callN8n(url, { method, path, body, headers: { 'X-N8N-API-KEY': owner.apiKey } })).body as T;

	return {
		...owner,
		cookie,
		rest,
		createCredential: async (credential) => await createCredential(rest, credential),
		testCredential: async (id) => await testCredential(rest, id),
		createWorkflow: async (workflow) => await createWorkflow(publicApi, workflow),
		publish: async (id) => await publishWorkflow(publicApi, rest, id),
		unpublish: async (id) => await unpublishWorkflow(publicApi, rest, id),
		deleteWorkflow: async (id) => {
			await publicApi('DELETE', `/api/v1/workflows/${id}`);
		},
		runManually: async (id, startNode) => {
			const executionId = await startManualRun(rest, id, startNode);
			return await executionEnd(publicApi, executionId, MANUAL_RUN_MS);
		},
		executions: async (id) => await listExecutions(publicApi, id),
		waitForExecution: async (id, fits = () => true, timeoutMs = EXECUTION_MS) => await waitForExecution(publicApi, id, fits, timeoutMs),
	};
}
