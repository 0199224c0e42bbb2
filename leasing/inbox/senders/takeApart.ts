import { createHash } from 'node:crypto';

import type { Sameness } from '../deliveryKey';
import type { Millis } from '../../time';
import type { SenderRecipe } from './sender';

/** One delivery of a request; nearly every request brings one. */
export interface OneDelivery {
	bytes: Buffer;
	sameness: Sameness;
}

/** What tells a request of a sender from the next, and what it holds. */
export interface Telling {
	recipe: SenderRecipe;
	/** Paths that the user named, for a sender that we do not know. */
	ids: readonly string[];
	sameWithin: Millis;
}

/**
 * Takes a request apart where a sender puts several leads into one (and would put them together otherwise when it repeats), and says
 * what tells each delivery from the next.
 * @param body as it was read; a text has no ids
 */
export function takeApart(bytes: Buffer, body: unknown, telling: Telling): OneDelivery[] {
	const { recipe } = telling;
	const pieces = recipe.each === undefined ? null : piecesIn(body, recipe.each);
	if (pieces !== null && pieces.length > 0)
		return pieces.map(({ piece, id }) => ({
			bytes: pieces.length === 1 ? bytes : Buffer.from(JSON.stringify(piece)),
			sameness:
				id === null ? { bytes: Buffer.from(JSON.stringify(piece)), within: telling.sameWithin } : { id: `${recipe.id}:${id}` },
		}));
	const id = idIn(body, telling.ids.length > 0 ? telling.ids : recipe.ids);
	if (id === null) return [{ bytes, sameness: { bytes, within: telling.sameWithin } }];
	const digest = recipe.changes === true ? `:${createHash('sha256').update(bytes).digest('hex')}` : '';
	return [{ bytes, sameness: { id: `${recipe.id}:${id}${digest}` } }];
}

function idIn(body: unknown, ids: readonly string[]): string | null {
	for (const wanted of ids) {
		const parts = wanted.split('+').map((path) => textAt(body, path.trim()));
		if (parts.every((part) => part !== null)) return parts.join(':');
	}
	return null;
}

function textAt(value: unknown, path: string): string | null {
	let at: unknown = value;
	for (const key of path.split('.')) {
		if (typeof at !== 'object' || at === null || !Object.hasOwn(at, key)) return null;
		at = (at as Record<string, unknown>)[key];
	}
	if (typeof at === 'number') return String(at);
	return typeof at === 'string' && at.trim() !== '' ? at.trim() : null;
}

/** The sender's largest batch; more would be somebody else's. */
const MOST_PIECES = 1_000;

function piecesIn(body: unknown, { batches, list, id }: NonNullable<SenderRecipe['each']>): { piece: object; id: string | null }[] | null {
	if (typeof body !== 'object' || body === null) return null;
	const outer: unknown = (body as Record<string, unknown>)[batches];
	if (!Array.isArray(outer)) return null;
	const pieces: { piece: object; id: string | null }[] = [];
	for (const batch of outer as unknown[]) {
		const inner: unknown = typeof batch === 'object' && batch !== null ? (batch as Record<string, unknown>)[list] : undefined;
		if (!Array.isArray(inner)) return null;
		for (const one of inner as unknown[])
			pieces.push({ piece: { ...body, [batches]: [{ ...(batch as object), [list]: [one] }] }, id: textAt(one, id) });
	}
	return pieces.length > MOST_PIECES ? null : pieces;
}
