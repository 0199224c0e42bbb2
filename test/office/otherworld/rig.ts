import type { Ids } from '../../../leasing/time';
import { openStore } from '../../../store/openStore';
import type { Store } from '../../../store/port';
import { heldClock, type HeldClock } from '../../helpers/clock';
import { countingIds } from '../../helpers/ids';
import { tempFolder } from '../../helpers/tempFolder';
import { company } from '../../nodes/shared/company';
import { OtherClient } from './client';
import { startOtherworld, type Otherworld } from './server';

export interface Rig {
	readonly world: Otherworld;
	readonly store: Store;
	readonly clock: HeldClock;
	readonly client: OtherClient;
	/** Every pause of the transport, in ms. */
	readonly pauses: number[];
	/** As after a process that was killed: the store is opened again, and nothing that was in memory is left. */
	restart(): Promise<void>;
}

/** Otherworld on loopback, a real SQLite store, and time that passes only by pauses; all of them new for each test. */
export function useOtherworld(): Rig {
	let world: Otherworld;
	let store: Store;
	let clock: HeldClock;
	let ids: Ids;
	let client: OtherClient;
	let folder: ReturnType<typeof tempFolder>;
	const pauses: number[] = [];
	const open = async (): Promise<void> => {
		store = await openStore({ backend: 'sqlite', file: folder.file('store.sqlite') }, { clock, ids });
		const sleep = async (pause: number): Promise<void> => {
			pauses.push(pause);
			clock.advance(pause);
			await Promise.resolve();
		};
		client = new OtherClient(world.url, { clock, random: () => 0.5, sleep });
	};
	beforeEach(async () => {
		folder = tempFolder();
		clock = heldClock();
		ids = countingIds();
		pauses.length = 0;
		world = await startOtherworld();
		await open();
		await store.portfolios.save(company);
	});
	afterEach(async () => {
		await store.close();
		await world.stop();
		folder.remove();
	});
	return {
		get world() {
			return world;
		},
		get store() {
			return store;
		},
		get clock() {
			return clock;
		},
		get client() {
			return client;
		},
		pauses,
		async restart() {
			await store.close();
			await open();
		},
	};
}
