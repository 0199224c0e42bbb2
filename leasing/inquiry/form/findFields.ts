import { FORM_FIELDS, plainKey, WRAPPERS, type FieldMap, type FieldTexts, type FormField } from './fieldMap';
import { USUAL_NAMES, type FieldNames, type NamedField } from './fieldNames';
import { leavesOf, textOf, valueAtPath, type Leaf } from './leaves';

/** Texts found for each field. */
export type FoundFields = Readonly<Record<FormField, readonly string[]>>;

export interface FormContent {
	found: FoundFields;
	/** Names of everything that stands in the input, to tell a person what could be mapped. */
	present: string[];
	/** Mapped fields whose path leads nowhere. */
	mappedToNothing: { field: FormField; path: string }[];
}

/** Finds our fields in any JSON object: by the map where it names a path, otherwise by their usual names. */
export function findFields(input: object, map: FieldMap, names: FieldNames = USUAL_NAMES): FormContent {
	const leaves = leavesOf(input);
	const named = byName(leaves, names);
	const mappedToNothing: { field: FormField; path: string }[] = [];
	const found = new Map<FormField, readonly string[]>();
	for (const field of FORM_FIELDS) {
		const path = map[field]?.trim();
		if (!path) {
			found.set(field, named.get(field) ?? []);
			continue;
		}
		const texts = textsIn(valueAtPath(input, path));
		if (texts.length === 0) mappedToNothing.push({ field, path });
		found.set(field, texts);
	}
	const present = [...new Set(leaves.slice(0, MOST_SHOWN).map((leaf) => leaf.path.join('.')))];
	return { found: allFields(Object.fromEntries(found)), present, mappedToNothing };
}

const MOST_SHOWN = 40;

/** The same texts with every field present. */
export function allFields(texts: FieldTexts): FoundFields {
	return Object.fromEntries(FORM_FIELDS.map((field) => [field, texts[field] ?? []])) as unknown as FoundFields;
}

/** Names are tried in the order of the table, so that `phone` wins over `whatsapp` wherever they stand. */
function byName(leaves: readonly Leaf[], names: FieldNames): Map<FormField, string[]> {
	const hits: (NamedField & { value: string })[] = [];
	for (const leaf of leaves) {
		const hit = names.ofName(nameOf(leaf)) ?? names.ofQuestion(questionOf(leaf));
		if (hit !== null) hits.push({ ...hit, value: leaf.value });
	}
	hits.sort((a, b) => a.rank - b.rank);
	const found = new Map<FormField, string[]>();
	for (const { field, rank, value } of hits) {
		const texts = found.get(field) ?? [];
		// A question is only asked where no name gave an answer.
		if (texts.includes(value) || (rank >= 1_000 && texts.length > 0)) continue;
		texts.push(value);
		found.set(field, texts);
	}
	return found;
}

/** The last key that is no position in a list: the question, where the key is one. */
function questionOf({ path }: Leaf): string {
	return path.findLast((key) => !/^\d+$/.test(key)) ?? '';
}

/** A leaf's name without list positions and groups that only wrap; other groups stay: `agent.name` is `agentname`. */
function nameOf({ path }: Leaf): string {
	const keys = path.filter((key) => !/^\d+$/.test(key)).map(plainKey);
	if (keys.length > 1 && keys.at(-1) === 'value') keys.pop();
	const last = keys.pop() ?? '';
	const kept = keys.filter(
		(key, index) => !WRAPPERS.has(key) || (last === 'name' && index === keys.length - 1 && !NAMED_PEOPLE.has(key)),
	);
	return [...kept, last].join('');
}

/** Wrapping groups whose `name` is a person's. The name of a form or an event is not. */
const NAMED_PEOPLE = new Set([
	'body',
	'data',
	'lead',
	'leads',
	'contact',
	'person',
	'people',
	'renter',
	'prospect',
	'applicant',
	'customer',
	'user',
	'guest',
	'guestcard',
	'fields',
	'formfields',
	'fielddata',
	'usercolumndata',
	'formdata',
	'answers',
	'payload',
	'inquiry',
	'enquiry',
	'query',
	'json',
	'values',
	'hidden',
	'visitor',
]);

/** A mapped value may be a list (of phones, of ticked boxes); its texts are taken one by one. */
function textsIn(value: unknown): string[] {
	if (Array.isArray(value)) return value.slice(0, MOST_TEXTS).flatMap(textsIn);
	const text = textOf(value);
	return text === null ? [] : [text];
}

const MOST_TEXTS = 50;
