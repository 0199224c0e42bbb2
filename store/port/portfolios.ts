import type { Line, PortfolioSettings, Property } from '../../leasing/portfolio/portfolio';
import type { Millis } from '../../leasing/time';

export interface StoredPortfolio {
	settings: PortfolioSettings;
	/** Counts up with every save that changed something. */
	revision: number;
	updatedAt: Millis;
}

export interface LineMatch {
	settings: PortfolioSettings;
	line: Line;
	property: Property | null;
}

export interface PortfolioFamily {
	/**
	 * Creates or replaces the settings under `settings.key`. A phone line belongs to one portfolio only.
	 * @throws StoreError `line_taken` naming the line and the other portfolio
	 */
	save(settings: PortfolioSettings): Promise<StoredPortfolio>;
	get(key: string): Promise<StoredPortfolio | null>;
	list(): Promise<StoredPortfolio[]>;
	/** Which portfolio, line and property a called number stands for. One index look-up. */
	findLine(phone: string): Promise<LineMatch | null>;
}
