import { unusable } from '../refusal';
import type { BuildiumHabits, Fields } from '../contract';

const DEFAULT_LIMIT = 50;
const LARGEST_LIMIT = 1000;

export interface Page {
	offset: number;
	limit: number;
}

/** @throws Refusal 422 */
export function readPage(query: URLSearchParams, habits: BuildiumHabits): Page {
	const limit = wholeNumber(query, 'limit', DEFAULT_LIMIT, 1);
	if (limit > LARGEST_LIMIT && habits.largeLimit === 'refuse') throw unusable('limit', `limit must be between 1 and ${LARGEST_LIMIT}.`);
	return { offset: wholeNumber(query, 'offset', 0, 0), limit: Math.min(limit, LARGEST_LIMIT) };
}

function wholeNumber(query: URLSearchParams, name: string, otherwise: number, least: number): number {
	const value = query.get(name);
	if (value === null) return otherwise;
	if (!/^\d{1,9}$/.test(value) || Number(value) < least) throw unusable(name, `The value '${value}' is not valid.`);
	return Number(value);
}

export interface SortKey {
	field: string;
	descending: boolean;
}

/** Reads `LastName asc,Id desc`. A leading minus is not understood. @throws Refusal 422 */
export function readOrder(query: URLSearchParams): SortKey[] {
	const asked = query.get('orderby');
	if (asked === null || asked.trim() === '') return [];
	return asked.split(',').map((part) => {
		const match = /^\s*([A-Za-z]+)(?:\s+(asc|desc))?\s*$/i.exec(part);
		if (match === null) throw unusable('orderby', `'${part}' is not valid.`);
		return { field: match[1] ?? '', descending: match[2]?.toLowerCase() === 'desc' };
	});
}

/** Whether the order is that of the ids, up or down; null when it is another one. */
export function idOrder(keys: SortKey[]): 'up' | 'down' | null {
	const [first] = keys;
	if (first === undefined) return 'up';
	if (first.field.toLowerCase() !== 'id') return null;
	return first.descending ? 'down' : 'up';
}

/** Sorts by top-level fields of what the API shows. @throws Refusal 422 for fields that records of this kind do not have */
export function sorted<T>(items: T[], keys: SortKey[], view: (item: T) => Fields): T[] {
	const shown = items.map((item) => ({ item, view: view(item) }));
	const names = Object.keys(shown[0]?.view ?? {});
	const columns = keys.map(({ field, descending }) => {
		const name = names.find((candidate) => candidate.toLowerCase() === field.toLowerCase());
		if (name === undefined && names.length > 0) throw unusable('orderby', `'${field}' is not a field to sort by.`);
		return { name: name ?? field, sign: descending ? -1 : 1 };
	});
	shown.sort((a, b) => {
		for (const { name, sign } of columns) {
			const difference = compare(a.view[name], b.view[name]);
			if (difference !== 0) return sign * difference;
		}
		return 0;
	});
	return shown.map(({ item }) => item);
}

/** Nothing comes before something; words go without regard to case. */
function compare(a: unknown, b: unknown): number {
	if (typeof a === 'number' && typeof b === 'number') return a - b;
	const [left, right] = [sortText(a), sortText(b)];
	return left < right ? -1 : left > right ? 1 : 0;
}

function sortText(value: unknown): string {
	return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value).toLowerCase() : '';
}
