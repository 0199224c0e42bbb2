import { randomUUID } from 'node:crypto';
import { mkdirSync, rmdirSync } from 'node:fs';
import { tempFolder } from '../../../helpers/tempFolder';
import { closeStores, storeOfRun, type StoreContextFunctions } from '../../../../nodes/shared/store/storeFor';

describe('the store of one run', () => {
	const folder = tempFolder();
	afterAll(async () => {
		await closeStores();
		folder.remove();
	});

	/** A node with a credential; counts how often n8n is asked for it. */
	function node(file: string) {
		const asked = { times: 0 };
		const context = {
			getNode: () => ({
				id: '1',
				name: 'Node',
				type: 'x',
				typeVersion: 1,
				position: [0, 0] as [number, number],
				parameters: {},
				credentials: { leasingStoreApi: { id: '1', name: 'Store' } },
			}),
			getCredentials: async <T extends object>() => {
				asked.times++;
				return await Promise.resolve({ backend: 'sqlite', file } as T);
			},
		} satisfies StoreContextFunctions;
		return { asked, context };
	}

	it('reads the credential once, however many items ask', async () => {
		const { asked, context } = node(folder.file(`${randomUUID()}.sqlite`));
		const store = storeOfRun(context);
		expect(await store()).toBe(await store());
		expect(asked.times).toBe(1);
	});

	it('tries again for the next item after it could not be opened', async () => {
		const file = folder.file(`${randomUUID()}.sqlite`);
		// A folder stands where the file should be.
		mkdirSync(file);
		const { asked, context } = node(file);
		const store = storeOfRun(context);
		await expect(store()).rejects.toMatchObject({ code: 'cannot_open' });
		rmdirSync(file);
		expect((await store()).backend).toBe('sqlite');
		expect(asked.times).toBe(2);
	});
});
