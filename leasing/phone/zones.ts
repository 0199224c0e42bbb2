import { NANP_REGIONS } from './nanpAreaCodes';

/** Where a phone's area code lies. People keep numbers when they move, so this is a guess, and hours are checked in every zone. */
export interface PhonePlace {
	/** IANA zones, at least one. */
	zones: string[];
	/** Two letters of the US state or territory or Canadian province; null when unknown or abroad. */
	region: string | null;
	/** ISO 3166; null when the area code is unknown. */
	country: string | null;
}

/** What to assume when nothing tells where somebody is: hours must then suit the whole continent. */
export const CONTINENTAL_US_ZONES: readonly string[] = ['America/New_York', 'America/Chicago', 'America/Denver', 'America/Los_Angeles'];

const BY_CODE: ReadonlyMap<string, PhonePlace> = new Map(
	NANP_REGIONS.flatMap(({ country, region, zones, codes, also }) =>
		codes.split(' ').map((code): [string, PhonePlace] => [code, { country, region, zones: [...zones, ...(also?.[code] ?? [])] }]),
	),
);

/** @returns the place of a three-digit North American area code, or null when it is not in the table */
export function placeOfAreaCode(code: string): PhonePlace | null {
	return BY_CODE.get(code) ?? null;
}

/**
 * Time zones and state of a phone by its area code.
 * @param e164 any E.164 number; unknown area codes and numbers from elsewhere get all continental US zones
 */
export function zonesOfPhone(e164: string): PhonePlace {
	const code = /^\+1(\d{3})\d{7}$/.exec(e164)?.[1];
	const place = code === undefined ? null : placeOfAreaCode(code);
	return place === null ? { zones: [...CONTINENTAL_US_ZONES], region: null, country: null } : { ...place, zones: [...place.zones] };
}

/** Every zone in which a part of a state or province lies, as far as area codes tell. @param region two letters; [] for an unknown one */
export function zonesOfRegion(region: string): string[] {
	return [
		...new Set(
			NANP_REGIONS.filter((row) => row.region === region).flatMap(({ zones, also }) => [
				...zones,
				...Object.values(also ?? {}).flat(),
			]),
		),
	];
}
