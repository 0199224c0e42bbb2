import * as z from 'zod/v4';
import type { N8nSession } from './contract';

type Rest = N8nSession['rest'];

const WithId = z.object({ id: z.string() });

export async function createCredential(
	rest: Rest,
	credential: { name: string; type: string; data: Record<string, unknown> },
): Promise<{ id: string }> {
	const { id } = WithId.parse(await rest('POST', '/rest/credentials', credential));
	return { id };
}

/** What the editor does when somebody opens a saved credential: n8n puts the secrets back in itself. */
export async function testCredential(rest: Rest, id: string): Promise<{ status: 'OK' | 'Error'; message: string }> {
	const credentials = await rest('GET', `/rest/credentials/${id}?includeData=true`);
	return z
		.object({ status: z.enum(['OK', 'Error']), message: z.string() })
		.parse(await rest('POST', '/rest/credentials/test', { credentials }));
}
