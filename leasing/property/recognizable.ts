import { sameText } from '../portfolio/properties';
import { tellingWords } from './comparable';
import type { KnownProperty } from './knownProperty';
import { readStreet, streetsOf, type StreetAddress } from './streetAddress';

/** A property with everything it can be recognized by, made comparable once. */
export interface Recognizable {
	property: KnownProperty;
	/** Its name first, then other names. */
	names: ComparableName[];
	streets: StreetAddress[];
}

export interface ComparableName {
	/** As sameText gives it. */
	plain: string;
	words: string[];
	/** Comes from the directory: nobody looked whether it is an ordinary word. */
	copied: boolean;
}

/** Made once for each list of properties: a portfolio of a thousand is read for every lead. */
const prepared = new WeakMap<readonly KnownProperty[], Recognizable[]>();

/** The properties as evidence is compared with them. */
export function recognizable(properties: readonly KnownProperty[]): Recognizable[] {
	const made = prepared.get(properties) ?? properties.map(comparable);
	prepared.set(properties, made);
	return made;
}

function comparable(property: KnownProperty): Recognizable {
	const typed = property.copied === true ? [] : [property.name, ...(property.aliases ?? [])];
	const names = new Map(typed.map((name) => [sameText(name), nameOf(name, false)]));
	for (const { name } of property.places ?? []) {
		if (!names.has(sameText(name))) names.set(sameText(name), nameOf(name, true));
	}
	const otherNames = [...names.values()].slice(1).flatMap(({ plain }) => readStreet(plain) ?? []);
	return { property, names: [...names.values()], streets: [...streetsOf(property.name, property.address), ...otherNames] };
}

function nameOf(name: string, copied: boolean): ComparableName {
	return { plain: sameText(name), words: tellingWords(name), copied };
}
