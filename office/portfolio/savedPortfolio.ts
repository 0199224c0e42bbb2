import type { Store, StoredPortfolio } from '../../store/port';
import { UserMistake } from '../../leasing/userMistake';

/** The saved settings of a company. @throws UserMistake that says how to save them */
export async function savedPortfolio(store: Store, key: string): Promise<StoredPortfolio> {
	const saved = await store.portfolios.get(key);
	if (saved) return saved;
	const known = (await store.portfolios.list()).map(({ settings }) => settings.key);
	const advice =
		known.length === 0
			? 'Run the Portfolio node once with the operation Save Settings, then run this again.'
			: `Saved so far: ${known.join(', ')}. Enter one of these under Portfolio, or run the Portfolio node once with Save Settings.`;
	throw new UserMistake(`No company settings are saved under "${key}".`, `${advice} Store: ${store.location}`);
}
