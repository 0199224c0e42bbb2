/** What the North American plan says about ten digits. `unassigned` codes can never reach a person's phone. */
export type NanpKind = 'geographic' | 'toll_free' | 'premium' | 'unassigned';

const TOLL_FREE = /^8(?:00|33|44|55|66|77|88)$/;
/** Reserved for future toll-free use. */
const TOLL_FREE_RESERVED = /^8(?:22|8[0-79])$/;
/** 5XX personal and machine numbers, 700, 710 and the Canadian 6XX services: no renter texts from them. */
const NON_GEOGRAPHIC = /^(?:5(?:00|2[1-9]|33|44|66|77|88)|600|622|633|644|655|677|688|700|710)$/;
/** N11 services, N9X held back for longer numbers, 37X and 96X set aside. */
const NEVER_AN_AREA_CODE = /^(?:\d11|\d9\d|37\d|96\d)$/;

/**
 * Reads ten national digits by rule, not from a list of valid numbers: a list made last year would refuse renters with
 * new area codes, and example numbers (555-01xx) must work in demonstrations.
 */
export function nanpKind(national: string): NanpKind {
	if (!/^[2-9]\d{2}[2-9]\d{6}$/.test(national)) return 'unassigned';
	const area = national.slice(0, 3);
	if (TOLL_FREE.test(area) || TOLL_FREE_RESERVED.test(area)) return 'toll_free';
	if (area === '900') return 'premium';
	if (NON_GEOGRAPHIC.test(area) || NEVER_AN_AREA_CODE.test(area)) return 'unassigned';
	return 'geographic';
}

/** @returns true for a number of the United States, Canada or the Caribbean that may be somebody's own phone */
export function isNorthAmerican(e164: string): boolean {
	const national = /^\+1(\d{10})$/.exec(e164)?.[1];
	return national !== undefined && nanpKind(national) === 'geographic';
}

/** @returns true for a number that is free for whoever calls it, such as one of 888 */
export function isTollFree(e164: string): boolean {
	const national = /^\+1(\d{10})$/.exec(e164)?.[1];
	return national !== undefined && nanpKind(national) === 'toll_free';
}
