import type { Property } from '../portfolio/portfolio';
import { slug } from '../portfolio/slug';
import { inOrder, type DirectoryProperty } from './directoryProperty';
import { housesOf, type House } from './house';
import type { KnownProperty, PlaceRef } from './knownProperty';
import { pairUp } from './pairUp';

/**
 * The properties that leads can be about: those of the settings, each with what the directory adds to it, then those that stand
 * in the directory only. What somebody typed wins over what was copied. The order of the records does not matter.
 */
export function knownProperties(typed: readonly Property[], copied: readonly DirectoryProperty[]): KnownProperty[] {
	const houses = housesOf(inOrder(copied.filter(({ active }) => active)));
	const { sameAs, others } = pairUp(typed, houses);
	return [
		...typed.map((property) => enriched(property, sameAs.get(property.key) ?? [])),
		...onTheirOwn(others, new Set(typed.map(({ key }) => key))),
	];
}

function enriched(property: Property, houses: readonly House[]): KnownProperty {
	if (houses.length === 0) return property;
	const states = new Set(houses.map(({ state }) => state));
	const addresses = [...new Set(houses.flatMap(({ address }) => address ?? []))].sort();
	return {
		...property,
		address: property.address ?? (addresses.length === 0 ? null : addresses.join('; ')),
		state: property.state ?? (states.size === 1 ? (houses[0]?.state ?? null) : null),
		places: houses.flatMap(placesOf),
	};
}

/**
 * Properties that nobody typed. The first one of a name has the name as its key, as if it were the only one; the others are told
 * apart by the provider's id.
 */
function onTheirOwn(houses: readonly House[], taken: Set<string>): KnownProperty[] {
	const ordered = inOrder(houses.map((house) => ({ ...house.records[0], house })));
	const firsts = new Map<string, House>();
	for (const { name, house } of ordered) {
		const key = slug(name);
		if (key !== '' && !taken.has(key) && !firsts.has(key)) firsts.set(key, house);
	}
	for (const key of firsts.keys()) taken.add(key);
	return ordered.map(({ provider, providerId, name, house }) => {
		let key = slug(name);
		if (firsts.get(key) !== house) {
			key = slug(`${name} ${provider} ${providerId}`);
			while (taken.has(key)) key += `-${slug(providerId)}`;
			taken.add(key);
		}
		return {
			key,
			name,
			timeZone: null,
			state: house.state,
			tourUrl: null,
			owner: null,
			address: house.address,
			places: placesOf(house),
			copied: true,
		};
	});
}

function placesOf({ records }: House): PlaceRef[] {
	return records.map(({ provider, providerId, name }) => ({ provider, id: providerId, name }));
}
