import { homedir } from 'node:os';
import { join } from 'node:path';

import type { ICredentialDataDecryptedObject, INode } from 'n8n-workflow';
import * as z from 'zod/v4';

import { openStore, type StoreLocation } from '../../../store/openStore';
import type { Store } from '../../../store/port';
import { systemClock, systemIds } from '../runtime';

/** What every n8n context (execute, webhook, trigger, hook, load options) offers of what we need here. */
export interface StoreContextFunctions {
	getNode(): INode;
	getCredentials<T extends object = ICredentialDataDecryptedObject>(type: string): Promise<T>;
}

const credentialSchema = z.object({
	backend: z.literal('sqlite').default('sqlite'),
	file: z.string().trim().default(''),
});

/**
 * One open store per location and process: all nodes share a bundle, so a module variable is enough. A store that
 * failed to open is forgotten, so that the next item tries again after somebody has mended the cause.
 */
const open = new Map<string, Promise<Store>>();

/**
 * The store this node works on: the one its Leasing Store credential names, or, without a credential, the file
 * `leasing/leasing.sqlite` beside n8n's own data.
 * @throws StoreError `cannot_open`, `newer_schema` with a sentence that says what to do
 */
export async function storeFor(context: StoreContextFunctions): Promise<Store> {
	const chosen = context.getNode().credentials?.leasingStoreApi !== undefined;
	return await storeAt(chosen ? await context.getCredentials('leasingStoreApi') : {});
}

/** The store that the fields of a Leasing Store credential name; `{}` is the default store. */
export async function storeAt(credential: object): Promise<Store> {
	const { file } = credentialSchema.parse(credential);
	const location: StoreLocation = { backend: 'sqlite', file: file === '' ? defaultFile() : file };
	const known = open.get(location.file);
	if (known) return await known;
	const opening = openStore(location, { clock: systemClock, ids: systemIds });
	open.set(location.file, opening);
	opening.catch(() => open.delete(location.file));
	return await opening;
}

/** n8n keeps its data in `.n8n` under N8N_USER_FOLDER, or under the home folder. */
export function defaultFile(): string {
	return join(process.env.N8N_USER_FOLDER ?? homedir(), '.n8n', 'leasing', 'leasing.sqlite');
}

/** Closes every store of this process. For tests and benchmarks; n8n itself never unloads a package while it runs. */
export async function closeStores(): Promise<void> {
	const all = [...open.values()];
	open.clear();
	for (const store of all) await (await store).close();
}
