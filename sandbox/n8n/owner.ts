/** The owner account of a rig's n8n: made once per user folder and remembered beside n8n's data. */
import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import * as z from 'zod/v4';
import { callN8n, unwrap } from './http';
import { SetupError } from './setupError';

const Owner = z.object({ email: z.string(), password: z.string(), apiKey: z.string() });
export type Owner = z.infer<typeof Owner>;

function ownerFile(folder: string): string {
	return path.join(folder, 'owner.json');
}

function rememberedOwner(folder: string): Owner | null {
	try {
		return Owner.parse(JSON.parse(readFileSync(ownerFile(folder), 'utf8')));
	} catch {
		return null;
	}
}

async function createOwner(url: string): Promise<{ owner: Owner; cookie: string }> {
	const email = 'owner@leasing.example';
	// n8n wants a capital letter and a digit.
	const password = `Leasing-${randomBytes(4).toString('hex')}-1`;
	const { cookie } = await callN8n(url, {
		method: 'POST',
		path: '/rest/owner/setup',
		body: { email, password, firstName: 'Leasing', lastName: 'Owner' },
	}).catch((error: unknown) => {
		throw new SetupError(
			`This n8n has an owner already, but its owner.json is missing or damaged, so nobody knows the password. Delete the folder of this n8n and start again. (${String(error)})`,
		);
	});
	const headers = { Cookie: cookie };
	const scopes = await callN8n(url, { method: 'GET', path: '/rest/api-keys/scopes', headers });
	const key = await callN8n(url, {
		method: 'POST',
		path: '/rest/api-keys',
		headers,
		body: { label: 'leasing', scopes: unwrap(scopes.body), expiresAt: null },
	});
	const { rawApiKey } = z.object({ rawApiKey: z.string() }).parse(unwrap(key.body));
	return { owner: { email, password, apiKey: rawApiKey }, cookie };
}

/** Creates the owner, or logs in as the one created before. */
export async function signInOwner(url: string, folder: string): Promise<{ owner: Owner; cookie: string }> {
	const known = rememberedOwner(folder);
	if (known !== null) {
		const { cookie } = await callN8n(url, {
			method: 'POST',
			path: '/rest/login',
			body: { emailOrLdapLoginId: known.email, password: known.password },
		});
		return { owner: known, cookie };
	}
	const created = await createOwner(url);
	writeFileSync(ownerFile(folder), `${JSON.stringify(created.owner, null, '\t')}\n`, { mode: 0o600 });
	return created;
}
