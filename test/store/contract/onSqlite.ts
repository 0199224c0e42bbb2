import { openStore } from '../../../store/openStore';
import type { Store } from '../../../store/port';
import { heldClock } from '../../helpers/clock';
import { countingIds } from '../../helpers/ids';
import { tempFolder } from '../../helpers/tempFolder';
import { NOON } from './builders';
import type { OpenContractStore } from './useStore';

/** A SQLite file of its own for each test. @param seen what the test sees of a store */
export function onSqlite(seen: (store: Store) => Store = (store) => store): OpenContractStore {
	return async () => {
		const folder = tempFolder();
		const clock = heldClock(NOON);
		const ids = countingIds();
		const stores: Store[] = [];
		const reopen = async () => {
			const store = await openStore({ backend: 'sqlite', file: folder.file('leasing.sqlite') }, { clock, ids });
			stores.push(store);
			return seen(store);
		};
		const cleanup = async () => {
			for (const store of stores) await store.close();
			folder.remove();
		};
		return { store: await reopen(), clock, reopen, cleanup };
	};
}
