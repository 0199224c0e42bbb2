import type { Store } from '../../store/port';
import { withDirectory } from '../../office/directory/knownSettings';
import { NO_SETTINGS, type ItemSettings } from '../shared/items/leadItem';

/** Settings of a record's portfolio, for showing it. */
export async function settingsOf(store: Store, portfolio: string): Promise<ItemSettings> {
	const saved = await store.portfolios.get(portfolio);
	return saved === null ? NO_SETTINGS : await withDirectory(store, saved.settings);
}
