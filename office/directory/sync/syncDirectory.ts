import { knownNumbers } from '../../../leasing/portfolio/knownNumbers';
import type { PortfolioSettings } from '../../../leasing/portfolio/portfolio';
import { toIso, type Clock, type Millis } from '../../../leasing/time';
import type { DirectoryOf, Store } from '../../../store/port';
import type { DirectorySource } from './source';
import { syncList, type ListReport } from './syncList';

export interface DirectorySync {
	store: Store;
	clock: Clock;
	settings: PortfolioSettings;
	/** Whose records they are: `buildium`, … */
	provider: string;
	/** In the order in which they are to be read. */
	sources: readonly DirectorySource[];
	/** Read everything now instead of what changed. */
	whole: boolean;
	wholeEvery: Millis;
	/** Leave the rest to the next run after so long. */
	stopAfter: Millis;
}

export interface DirectoryReport {
	portfolio: string;
	/** Whether every list is up to date. */
	complete: boolean;
	/** ISO 8601. */
	startedAt: string;
	seconds: number;
	resources: ListReport[];
	/** Active people and places by kind. */
	directory: Awaited<ReturnType<Store['directory']['counts']>>;
}

/**
 * Copies whom a provider knows into the store, list by list, so that callers are recognized without asking the provider.
 * @throws RefusedError for wrong keys or an outage; what was copied until then stays
 */
export async function syncDirectory({
	settings,
	provider,
	sources,
	whole,
	wholeEvery,
	stopAfter,
	store,
	clock,
}: DirectorySync): Promise<DirectoryReport> {
	const began = clock.now();
	const of: DirectoryOf = { portfolio: settings.key, provider };
	const read = { country: settings.country, known: knownNumbers(settings) };
	const resources: ListReport[] = [];
	for (const source of sources) {
		resources.push(await syncList(source, { store, clock, of, read, whole, wholeEvery, stopAt: began + stopAfter }));
	}
	return {
		portfolio: settings.key,
		complete: resources.every(({ state }) => state === 'done'),
		startedAt: toIso(began),
		seconds: Math.round((clock.now() - began) / 100) / 10,
		resources,
		directory: await store.directory.counts(of),
	};
}
