import type { PortfolioSettings, Property } from '../../../leasing/portfolio/portfolio';
import type { DirectoryProperty } from '../../../leasing/property/directoryProperty';
import type { MatchSettings } from '../../../leasing/property/evidence';
import { knownProperties } from '../../../leasing/property/knownProperties';
import { matchProperty } from '../../../leasing/property/matchProperty';
import type { FoundPlaces, PropertyEvidence, PropertyMatch } from '../../../leasing/property/propertyMatch';

/** A property as somebody typed it into the settings. */
export function typed(key: string, name: string, more: Partial<Property> = {}): Property {
	return { key, name, timeZone: null, state: null, tourUrl: null, owner: null, ...more };
}

/** A property as the sync copied it. @param address `line, city, state, code`; '' for none */
export function copied(providerId: string, name: string, address = '', more: Partial<DirectoryProperty> = {}): DirectoryProperty {
	const [line = '', city = '', state = '', postalCode = ''] = address.split(', ');
	return {
		provider: 'buildium',
		providerId,
		name,
		active: true,
		details: { manager: null, address: address === '' ? null : { line, city, state, postalCode }, units: 12 },
		...more,
	};
}

export function settingsOf(
	properties: readonly Property[],
	directory: readonly DirectoryProperty[],
	lines: PortfolioSettings['lines'] = [],
): MatchSettings {
	return { country: 'US', lines, properties: knownProperties(properties, directory) };
}

/** What is found, with the units that properties have by key; a property that is left out has none that are known. */
export function match(
	settings: MatchSettings,
	evidence: Partial<PropertyEvidence>,
	units: Record<string, boolean> = {},
	listings: FoundPlaces['listings'] = [],
): PropertyMatch {
	const said = { names: [], addresses: [], listingIds: [], calledNumbers: [], mailboxes: [], texts: [], unit: null, ...evidence };
	return matchProperty(said, settings, { listings, units: new Map(Object.entries(units)) });
}

export function codes({ reasons }: PropertyMatch): string[] {
	return reasons.map(({ code }) => code);
}
