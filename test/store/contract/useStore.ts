import type { Store } from '../../../store/port';
import type { HeldClock } from '../../helpers/clock';
import { settings } from './builders';

export interface OpenedStore {
	store: Store;
	clock: HeldClock;
	/** Another store on the same place, as another process would open it; the first one may still be open. */
	reopen(): Promise<Store>;
	/** Closes what is open and removes the place. */
	cleanup(): Promise<void>;
}

export type OpenContractStore = () => Promise<OpenedStore>;

/** The store of the running test; fresh for each. */
export interface StoreUnderTest {
	readonly store: Store;
	readonly clock: HeldClock;
	reopen(): Promise<Store>;
}

export function useStore(open: OpenContractStore): StoreUnderTest {
	let opened: OpenedStore | undefined;
	const current = (): OpenedStore => {
		if (opened === undefined) throw new Error('No test is running.');
		return opened;
	};

	beforeEach(async () => {
		opened = await open();
		await opened.store.portfolios.save(settings());
	});
	afterEach(async () => {
		await opened?.cleanup();
		opened = undefined;
	});

	return {
		get store() {
			return current().store;
		},
		get clock() {
			return current().clock;
		},
		reopen: async () => await current().reopen(),
	};
}
