import { sameText } from '../portfolio/properties';
import { addressOf, type DirectoryProperty } from './directoryProperty';
import { compareStreets, streetsOf, type StreetAddress } from './streetAddress';

/** One house of the directory; it has several records when several providers keep it. */
export interface House {
	records: [DirectoryProperty, ...DirectoryProperty[]];
	/** As the record calls it that comes first. */
	name: string;
	address: string | null;
	state: string | null;
	street: StreetAddress | null;
}

/** Records of two providers with one name and one address are one house. Two of one provider are two, whatever they are called. */
export function housesOf(records: readonly DirectoryProperty[]): House[] {
	const byName = new Map<string, House[]>();
	for (const record of records) {
		const house = houseOf(record);
		const namesakes = byName.get(sameText(record.name)) ?? [];
		const same = namesakes.find(
			(other) => other.records.every(({ provider }) => provider !== record.provider) && sameHouse(other.street, house.street),
		);
		if (same === undefined) byName.set(sameText(record.name), [...namesakes, house]);
		else same.records.push(record);
	}
	return [...byName.values()].flat();
}

function houseOf(record: DirectoryProperty): House {
	const { address, state } = addressOf(record);
	return { records: [record], name: record.name, address, state, street: streetsOf(record.name, address)[0] ?? null };
}

/** Whether two addresses are of one house; false when one is not known. */
export function sameHouse(one: StreetAddress | null, other: StreetAddress | null): boolean {
	return one !== null && other !== null && streetKey(one) === streetKey(other) && compareStreets(one, other) === 'address';
}

export function streetKey({ number, street }: StreetAddress): string {
	return `${number} ${street}`;
}
