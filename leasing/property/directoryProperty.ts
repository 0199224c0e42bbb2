import * as z from 'zod/v4';

import type { NewPlace } from '../directory/directory';
import { REGIONS } from '../portfolio/regions';

/** A property of the directory as the rules see it. */
export interface DirectoryProperty extends Pick<NewPlace, 'providerId' | 'name' | 'active' | 'details'> {
	provider: string;
}

const text = z
	.string()
	.nullish()
	.catch(null)
	.transform((value) => value?.trim() ?? '');
const addressDetails = z.object({ address: z.object({ line: text, city: text, state: text, postalCode: text }) });

/** Where a property of the directory stands, and its address on one line; null what is not said or cannot be read. */
export function addressOf({ details }: Pick<DirectoryProperty, 'details'>): { address: string | null; state: string | null } {
	const parsed = addressDetails.safeParse(details);
	if (!parsed.success) return { address: null, state: null };
	const { line, city, state: said, postalCode } = parsed.data.address;
	const state = stateOf(said);
	const behind = [city, `${state ?? said} ${postalCode}`.trim()].filter((part) => part !== '');
	// A semicolon would part two addresses.
	return { address: line === '' ? null : [line, ...behind].join(', ').replace(/\s*[;\n]\s*/g, ', '), state };
}

function stateOf(said: string): string | null {
	const code = REGIONS.get(said.toLowerCase()) ?? said.toUpperCase();
	return CODES.has(code) ? code : null;
}

const CODES: ReadonlySet<string> = new Set(REGIONS.values());

/** By provider, then as ids count up; the same whatever the order was. */
export function inOrder<T extends DirectoryProperty>(properties: readonly T[]): T[] {
	return [...properties].sort((a, b) => compareText(a.provider, b.provider) || compareIds(a.providerId, b.providerId));
}

/** Numbers by their value, then everything else. */
function compareIds(a: string, b: string): number {
	const [aCounts, bCounts] = [/^\d+$/.test(a), /^\d+$/.test(b)];
	if (aCounts !== bCounts) return aCounts ? -1 : 1;
	return (aCounts ? a.length - b.length : 0) || compareText(a, b);
}

function compareText(a: string, b: string): number {
	return a < b ? -1 : a > b ? 1 : 0;
}
