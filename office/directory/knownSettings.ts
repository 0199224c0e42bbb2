import type { PortfolioSettings } from '../../leasing/portfolio/portfolio';
import { knownProperties } from '../../leasing/property/knownProperties';
import type { KnownProperty, KnownSettings } from '../../leasing/property/knownProperty';
import type { Store } from '../../store/port';
import { savedPortfolio } from '../portfolio/savedPortfolio';

/** The properties of a company as they were made last, and of what. */
interface Remembered {
	version: string;
	typed: string;
	properties: KnownProperty[];
}

/**
 * By store and portfolio, for all runs of this process: joining a thousand properties takes longer than everything else that is
 * done for one item, and they hardly ever change.
 */
const remembered = new Map<string, Remembered>();

/** The saved settings of a company with the properties of its directory among them. @throws UserMistake when none are saved under the key */
export async function knownSettings(store: Store, portfolio: string): Promise<KnownSettings> {
	return await withDirectory(store, (await savedPortfolio(store, portfolio)).settings);
}

/** Settings with the properties of the directory among them; as they are, for one index look-up, when nothing was copied. */
export async function withDirectory(store: Store, settings: PortfolioSettings): Promise<KnownSettings> {
	const portfolio = settings.key;
	const place = JSON.stringify([store.backend, store.location, portfolio]);
	// Read before the list: what changes in between makes the next run read again.
	const version = await store.directory.placesVersion(portfolio, 'property');
	if (version === null) {
		remembered.delete(place);
		return settings;
	}
	const typed = JSON.stringify(settings.properties);
	const last = remembered.get(place);
	if (last?.version === version && last.typed === typed) return { ...settings, properties: last.properties };
	const properties = knownProperties(settings.properties, await store.directory.listPlaces(portfolio, 'property'));
	remembered.set(place, { version, typed, properties });
	return { ...settings, properties };
}

/** Settings by portfolio for one run of a node, as SettingsCache has them, with the properties of the directory. */
export class KnownSettingsCache {
	private readonly known = new Map<string, KnownSettings>();

	/** @throws UserMistake when no settings are saved under the key */
	async get(store: Store, portfolio: string): Promise<KnownSettings> {
		const known = this.known.get(portfolio);
		if (known) return known;
		const made = await knownSettings(store, portfolio);
		this.known.set(portfolio, made);
		return made;
	}
}
