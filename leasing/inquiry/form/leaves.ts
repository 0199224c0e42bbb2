import { READING } from '../../limits/limits';

/** One value of the input with where it stands. */
export interface Leaf {
	/** Keys from the outside in; positions in lists are digits. */
	path: readonly string[];
	value: string;
}

/** Of one list or group, those without a text included. */
const MOST_ENTRIES = 10_000;

/** Keys that name a field inside a list of questions and answers, and keys that hold its answer. */
const NAME_KEYS = ['label', 'column_id', 'columnId', 'name', 'title', 'question', 'key', 'field', 'ref'];
const VALUE_KEYS = ['value', 'answer', 'values', 'string_value', 'stringValue', 'raw_value'];

/**
 * All texts and numbers of any JSON, outer ones first. Rows such as `{label: 'Phone', value: '...'}` (most form tools)
 * and `{name: 'phone_number', values: ['...']}` (lead ads) are read as a field called `Phone`.
 */
export function leavesOf(input: unknown): Leaf[] {
	const leaves: Leaf[] = [];
	collect(input, [], leaves);
	const byDepth: Leaf[][] = [];
	for (const leaf of leaves) (byDepth[depth(leaf)] ??= []).push(leaf);
	return byDepth.flat();
}

function depth(leaf: Leaf): number {
	let groups = 0;
	for (const key of leaf.path) if (!/^\d+$/.test(key)) groups++;
	return groups;
}

function collect(value: unknown, path: readonly string[], leaves: Leaf[]): void {
	if (leaves.length >= READING.fields || path.length > READING.depth) return;
	const text = textOf(value);
	if (text !== null) {
		leaves.push({ path, value: text });
	} else if (Array.isArray(value)) {
		// A list may be a million entries long; beyond the last leaf nothing is looked at.
		for (let index = 0; index < value.length && leaves.length < READING.fields && index < MOST_ENTRIES; index++)
			collect(value[index], [...path, String(index)], leaves);
	} else if (typeof value === 'object' && value !== null) {
		const inList = /^\d+$/.test(path.at(-1) ?? '');
		const answer = inList ? questionAndAnswer(value) : null;
		if (answer !== null) collect(answer.value, [...path, answer.name], leaves);
		else {
			let seen = 0;
			for (const key in value) {
				if (leaves.length >= READING.fields || ++seen > MOST_ENTRIES) break;
				if (Object.hasOwn(value, key)) collect((value as Record<string, unknown>)[key], [...path, key], leaves);
			}
		}
	}
}

function questionAndAnswer(row: object): { name: string; value: unknown } | null {
	const entries = new Map<string, unknown>(Object.entries(row));
	const nameKey = NAME_KEYS.find((key) => typeof entries.get(key) === 'string');
	const valueKey = VALUE_KEYS.find((key) => entries.has(key));
	if (nameKey === undefined || valueKey === undefined) return null;
	return { name: String(entries.get(nameKey)), value: entries.get(valueKey) };
}

/** A value as trimmed text; null for groups, lists, flags and empty values. */
export function textOf(value: unknown): string | null {
	if (typeof value === 'number' && Number.isFinite(value)) return String(value);
	if (typeof value !== 'string') return null;
	return value.trim() || null;
}

/** A value as text of any kind, flags too. Groups give '': one from outside may carry a `toString` of its own. */
export function wordOf(value: unknown): string {
	return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}

/**
 * Reads a path such as `contact.phones[0].number`. A key that itself holds dots (`1.3`) is found too.
 * @returns undefined when nothing stands there
 */
export function valueAtPath(input: unknown, path: string): unknown {
	return follow(input, keysOf(path));
}

/** Paths come from tables and settings, so there are few; taking one apart costs more than following it. */
const split = new Map<string, readonly string[]>();
const MOST_PATHS = 2_000;

function keysOf(path: string): readonly string[] {
	const known = split.get(path);
	if (known !== undefined) return known;
	const keys = path
		.trim()
		.replace(/\[(?:'([^']*)'|"([^"]*)"|(\d+))\]/g, (_all, a?: string, b?: string, c?: string) => `.${a ?? b ?? c ?? ''}`)
		.replace(/^\./, '')
		.split('.');
	if (split.size < MOST_PATHS) split.set(path, keys);
	return keys;
}

function follow(value: unknown, keys: readonly string[]): unknown {
	if (keys.length === 0) return value;
	if (typeof value !== 'object' || value === null) return undefined;
	for (let length = keys.length; length > 0; length--) {
		const key = keys.slice(0, length).join('.');
		if (!Object.hasOwn(value, key)) continue;
		const found = follow((value as Record<string, unknown>)[key], keys.slice(length));
		if (found !== undefined) return found;
	}
	return undefined;
}
