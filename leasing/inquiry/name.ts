const TITLES = /^(mr|mrs|ms|miss|mx|dr|prof)\.?\s+/i;
const PLACEHOLDERS = new Set(['unknown', 'unknown caller', 'anonymous', 'test', 'test test', 'none', 'no name', 'n/a', 'na', 'null', 'undefined', 'first name', 'last name', 'name', '-', '.']);

/** Whether a name field holds filler or something that is no name at all, such as a phone number. */
export function isPlaceholderName(text: string): boolean {
	const plain = text.trim().replace(/\s+/g, ' ').toLowerCase();
	return PLACEHOLDERS.has(plain) || !/\p{L}/u.test(plain) || plain.includes('@');
}

/**
 * Splits a full name. `Ana Ruiz` and `Ruiz, Ana` give the same; everything after the first name is the last name,
 * because nothing tells a middle name from a double surname. Two people in one field (`Ana & Luis`) are not split.
 */
export function splitName(fullName: string): { firstName: string | null; lastName: string | null; severalPeople: boolean } {
	const plain = fullName.trim().replace(/\s+/g, ' ').replace(TITLES, '');
	if (/\s(&|\+|and|y|\/)\s/i.test(` ${plain} `)) return { firstName: null, lastName: null, severalPeople: true };
	const comma = /^([^,]+),\s*([^,]+)$/.exec(plain);
	const suffixed = comma !== null && /^(jr|sr|ii|iii|iv)\.?$/i.test(comma[2] ?? '');
	const ordered = comma !== null && !suffixed ? `${comma[2]} ${comma[1]}` : plain.replace(',', '');
	const [first, ...rest] = ordered.split(' ');
	return { firstName: first || null, lastName: rest.join(' ') || null, severalPeople: false };
}

/** `Ana` and `Ruiz` give `Ana Ruiz`; null when both are missing. */
export function joinName(firstName: string | null, lastName: string | null): string | null {
	return [firstName, lastName].filter((part) => part !== null).join(' ') || null;
}
