import type { PortfolioSettings } from '../../leasing/portfolio/portfolio';
import type { Store } from '../../store/port';
import { savedPortfolio } from './savedPortfolio';

/**
 * Settings by portfolio for one run of a node: a thousand items read them once, and the next run sees what was saved
 * meanwhile.
 */
export class SettingsCache {
	private readonly known = new Map<string, PortfolioSettings>();

	/** @throws UserMistake when no settings are saved under the key */
	async get(store: Store, portfolio: string): Promise<PortfolioSettings> {
		const known = this.known.get(portfolio);
		if (known) return known;
		const { settings } = await savedPortfolio(store, portfolio);
		this.known.set(portfolio, settings);
		return settings;
	}
}
