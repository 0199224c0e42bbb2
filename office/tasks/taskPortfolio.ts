import type { StoreFamilies, StoredPortfolio } from '../../store/port';

/**
 * The company whose people get the task about something that failed: its own, or else any that is saved, so that the
 * failure is seen by somebody.
 * @returns null when no settings are saved at all
 */
export async function taskPortfolio(store: Pick<StoreFamilies, 'portfolios'>, wanted: string | null): Promise<StoredPortfolio | null> {
	const own = await store.portfolios.get(wanted ?? 'main');
	return own ?? (await store.portfolios.list())[0] ?? null;
}
