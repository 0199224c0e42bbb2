import type { PortfolioSettings, Property } from '../portfolio/portfolio';
import { sameText } from '../portfolio/properties';
import { slug } from '../portfolio/slug';

/** A property's record in the directory; ids are the provider's. */
export interface PlaceRef {
	provider: string;
	id: string;
	name: string;
}

/** A property that leads can be about: typed into the settings, copied into the directory, or both. */
export interface KnownProperty extends Property {
	/** Its records in the directory; missing: it has none. */
	places?: readonly PlaceRef[] | undefined;
	/** Set when it stands in the directory only, so that nobody chose its name for renters. */
	copied?: true | undefined;
}

/** A company's settings with the properties of its directory among them. */
export interface KnownSettings extends PortfolioSettings {
	properties: KnownProperty[];
}

/** The state that an inquiry about the property carries along. What the settings alone say is read from them, as they are by then. */
export function carriedState(property: KnownProperty | undefined): string | undefined {
	return property?.places === undefined ? undefined : (property.state ?? undefined);
}

/** The properties that a text names by their exact name, or the one that has it as its key. Several may share a name. */
export function propertiesCalled(properties: readonly KnownProperty[], text: string): KnownProperty[] {
	const wanted = sameText(text);
	const keyed = properties.find(({ key }) => key === wanted);
	return keyed === undefined ? properties.filter(({ name }) => sameText(name) === wanted) : [keyed];
}

/** The property's record with a provider: the one that has its name, else the only one; null when it could be any of several. */
export function recordIn({ name, places = [] }: KnownProperty, provider: string): PlaceRef | null {
	const records = places.filter((place) => place.provider === provider);
	const named = records.filter((place) => slug(place.name) === slug(name));
	const [record, second] = named.length > 0 ? named : records;
	return record === undefined || second !== undefined ? null : record;
}
