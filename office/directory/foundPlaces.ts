import type { KnownProperty, KnownSettings, PlaceRef } from '../../leasing/property/knownProperty';
import { NOTHING_FOUND, type FoundPlaces, type PropertyEvidence, type PropertyMatch } from '../../leasing/property/propertyMatch';
import { unitKeys } from '../../leasing/property/unit';
import type { StoreFamilies } from '../../store/port';

/** What the directory is asked about one inquiry: the ids in it, and the unit at the properties that it may be about. */
export async function findPlaces(
	{ directory }: Pick<StoreFamilies, 'directory'>,
	{ key: portfolio, properties }: KnownSettings,
	said: PropertyEvidence,
	match: PropertyMatch,
): Promise<FoundPlaces> {
	const copied = properties.filter(({ places }) => places !== undefined);
	if (copied.length === 0) return NOTHING_FOUND;
	const listings = said.listingIds.length === 0 ? [] : await listingsIn(directory, portfolio, copied, said.listingIds);
	const asked = new Set([
		...(match.key === null ? [] : [match.key]),
		...match.candidates.map(({ key }) => key),
		...listings.map(({ key }) => key),
	]);
	const units =
		said.unit === null
			? new Map<string, boolean>()
			: await unitsAt(
					directory,
					portfolio,
					copied.filter(({ key }) => asked.has(key)),
					said.unit,
				);
	return { listings, units };
}

/** A listing has the id of its unit, in systems that have one for each. */
async function listingsIn(
	directory: StoreFamilies['directory'],
	portfolio: string,
	properties: readonly KnownProperty[],
	ids: readonly string[],
): Promise<FoundPlaces['listings']> {
	const keyOf = new Map(
		properties.flatMap(({ key, places = [] }) => places.map((place) => [recordOf(place.provider, place.id), key] as const)),
	);
	const found: Array<{ id: string; key: string }> = [];
	for (const provider of providersOf(properties)) {
		for (const id of ids) {
			for (const kind of ['listing', 'unit'] as const) {
				const place = await directory.place({ portfolio, provider }, kind, id.trim());
				const key = place?.active === true ? keyOf.get(recordOf(provider, place.propertyId)) : undefined;
				if (key !== undefined) found.push({ id, key });
			}
		}
	}
	return found;
}

async function unitsAt(
	directory: StoreFamilies['directory'],
	portfolio: string,
	properties: readonly KnownProperty[],
	unit: string,
): Promise<Map<string, boolean>> {
	const units = new Map<string, boolean>();
	for (const provider of providersOf(properties)) {
		const idsOf = ({ places = [] }: KnownProperty): string[] =>
			places.filter((place) => place.provider === provider).map(({ id }) => id);
		const having = await directory.havingUnit({ portfolio, provider }, properties.flatMap(idsOf), unitKeys(unit));
		for (const property of properties) {
			for (const id of idsOf(property)) {
				const has = having.get(id);
				if (has !== undefined) units.set(property.key, has || units.get(property.key) === true);
			}
		}
	}
	return units;
}

function providersOf(properties: readonly KnownProperty[]): string[] {
	return [...new Set(properties.flatMap(({ places = [] }) => places.map(({ provider }: PlaceRef) => provider)))];
}

function recordOf(provider: string, id: string): string {
	return `${provider} ${id}`;
}
