import './environment';

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { closeStores, storeFor } from '../../../nodes/shared/store/storeFor';
import type { Store } from '../../../store/port';
import type { TestCredentials } from './credentials';

export interface TempStore {
	/** Give it to `runNode` so that the node works on this store. */
	credentials: TestCredentials;
	/** The same store, to prepare and to look at what a node left behind. */
	store(): Promise<Store>;
}

/** A real SQLite store in a folder of its own for each test of the file; call it at the top of the file or a describe. */
export function useTempStore(): TempStore {
	let folder = '';
	const credentials: TestCredentials = { leasingStoreApi: {} };
	beforeEach(() => {
		folder = mkdtempSync(join(tmpdir(), 'leasing-store-test-'));
		credentials.leasingStoreApi = { backend: 'sqlite', file: join(folder, 'leasing.sqlite') };
	});
	afterEach(async () => {
		await closeStores();
		rmSync(folder, { recursive: true, force: true });
	});
	return {
		credentials,
		async store() {
			const credential = credentials.leasingStoreApi;
			return await storeFor({
				getNode: () => ({
					id: 'test',
					name: 'Test',
					type: 'test',
					typeVersion: 1,
					position: [0, 0],
					parameters: {},
					credentials: { leasingStoreApi: { id: 'test', name: 'test' } },
				}),
				// The caller knows the type it asks for, exactly as with n8n's own getCredentials.
				getCredentials: async <T extends object>() => credential as T,
			});
		},
	};
}
