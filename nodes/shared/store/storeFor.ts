import type { ICredentialDataDecryptedObject, INode } from 'n8n-workflow';

import { openStore } from '../../../store/openStore';
import type { Store } from '../../../store/port';
import { systemClock, systemIds } from '../runtime';
import { locationOf } from './location';

/** What every n8n context (execute, webhook, trigger, hook, load options) offers of what we need here. */
export interface StoreContextFunctions {
	getNode(): INode;
	getCredentials<T extends object = ICredentialDataDecryptedObject>(type: string): Promise<T>;
}

/**
 * One open store (and so one file or one small pool of connections) per location and process: all nodes share a bundle, so a module variable is enough. A store that
 * failed to open is forgotten, so that the next item tries again after somebody has mended the cause.
 */
const open = new Map<string, Promise<Store>>();

/**
 * The store this node works on: the one its Leasing Store credential names, or, without a credential, the file
 * `leasing/leasing.sqlite` beside n8n's own data.
 * @throws StoreError `cannot_open`, `newer_schema`, `store_unavailable` with a sentence that says what to do
 */
export async function storeFor(context: StoreContextFunctions): Promise<Store> {
	const chosen = context.getNode().credentials?.leasingStoreApi !== undefined;
	return await storeAt(chosen ? await context.getCredentials('leasingStoreApi') : {});
}

/**
 * The store for one run of a node, for each of its items to ask for: n8n reads and decrypts the credential at every call, which takes longer
 * than most of what is done with an item. What failed is tried again for the next item.
 */
export function storeOfRun(context: StoreContextFunctions): () => Promise<Store> {
	let opened: Promise<Store> | null = null;
	return async () => {
		const opening = (opened ??= storeFor(context));
		opening.catch(() => (opened = null));
		return await opening;
	};
}

/**
 * The store that the fields of a Leasing Store credential name; `{}` is the default store.
 * @throws UserMistake when a field does not fit
 */
export async function storeAt(credential: object): Promise<Store> {
	const location = locationOf(credential);
	// The password is part of the key: after it was corrected, the store is opened anew.
	const key = JSON.stringify(location);
	const known = open.get(key);
	if (known) return await known;
	const opening = openStore(location, { clock: systemClock, ids: systemIds });
	open.set(key, opening);
	opening.catch(() => open.delete(key));
	return await opening;
}

/** Closes every store of this process. For tests and benchmarks; n8n itself never unloads a package while it runs. */
export async function closeStores(): Promise<void> {
	const all = [...open.values()];
	open.clear();
	for (const store of all) await (await store).close();
}
