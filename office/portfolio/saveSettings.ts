import type { PortfolioSettings } from '../../leasing/portfolio/portfolio';
import type { Store, StoredPortfolio } from '../../store/port';

/** Keeps the settings of a company for all nodes. @returns what is in force now, and whether this changed anything */
export async function saveSettings(store: Store, settings: PortfolioSettings): Promise<{ saved: StoredPortfolio; changed: boolean }> {
	return await store.transaction(async (tx) => {
		const before = await tx.portfolios.get(settings.key);
		const saved = await tx.portfolios.save(settings);
		return { saved, changed: before?.revision !== saved.revision };
	});
}
