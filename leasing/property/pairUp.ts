import type { Property } from '../portfolio/portfolio';
import { slug } from '../portfolio/slug';
import { sameHouse, streetKey, type House } from './house';
import { streetsOf, type StreetAddress } from './streetAddress';

/**
 * Which houses of the directory are which properties of the settings: by name, key or another name, else by address. Of several
 * houses with one name, the property is the one at its address, or the only one left.
 * @returns houses by the key of their property, and those that are none of them
 */
export function pairUp(typed: readonly Property[], houses: readonly House[]): { sameAs: Map<string, House[]>; others: House[] } {
	const called = keyByName(typed);
	const addresses = new Addresses(typed);
	const sameAs = new Map<string, House[]>();
	const others: House[] = [];
	const put = (key: string | null, house: House): void => {
		if (key === null) others.push(house);
		else sameAs.set(key, [...(sameAs.get(key) ?? []), house]);
	};
	const namesakes = new Map<string, House[]>();
	for (const house of houses) {
		const name = slug(house.name);
		if (called.has(name)) namesakes.set(name, [...(namesakes.get(name) ?? []), house]);
		else put(addresses.onlyKeyAt(house), house);
	}
	for (const [name, group] of namesakes) {
		const key = called.get(name) ?? '';
		const there = group.filter((house) => addresses.isAt(key, house));
		const rest = group
			.filter((house) => !there.includes(house))
			.map((house) => ({ house, other: group.length === 1 ? null : addresses.onlyKeyAt(house) }));
		const left = rest.filter(({ other }) => other === null);
		for (const house of there) put(key, house);
		for (const { house, other } of rest) put(other ?? (there.length === 0 && left.length === 1 ? key : null), house);
	}
	return { sameAs, others };
}

/** Names go before keys, keys before other names; what two properties share is the first one's. */
function keyByName(typed: readonly Property[]): Map<string, string> {
	const byName = new Map<string, string>();
	const add = (name: string, key: string): void => {
		if (name !== '' && !byName.has(name)) byName.set(name, key);
	};
	for (const { key, name } of typed) add(slug(name), key);
	for (const { key } of typed) add(key, key);
	// A mailbox is no name.
	for (const { key, aliases } of typed) for (const alias of aliases ?? []) if (!alias.includes('@')) add(slug(alias), key);
	return byName;
}

/** The properties of the settings by address. */
class Addresses {
	private readonly byStreet = new Map<string, Array<{ key: string; street: StreetAddress }>>();

	constructor(typed: readonly Property[]) {
		for (const { key, name, address } of typed) {
			for (const street of streetsOf(name, address)) {
				const there = this.byStreet.get(streetKey(street)) ?? [];
				this.byStreet.set(streetKey(street), [...there, { key, street }]);
			}
		}
	}

	isAt(key: string, house: House): boolean {
		return this.keysAt(house).has(key);
	}

	/** @returns null when none stands there, or more than one */
	onlyKeyAt(house: House): string | null {
		const [key, second] = this.keysAt(house);
		return key === undefined || second !== undefined ? null : key;
	}

	private keysAt({ street }: House): Set<string> {
		const near = street === null ? [] : (this.byStreet.get(streetKey(street)) ?? []);
		return new Set(near.filter((one) => sameHouse(one.street, street)).map(({ key }) => key));
	}
}
