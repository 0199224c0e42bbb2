import { FIELD_ALIASES, FORM_FIELDS, plainKey, WRAPPERS, type FieldMap, type FormField } from './fieldMap';
import { leavesOf, textOf, valueAtPath, type Leaf } from './leaves';

/** Texts found for each field, in order; phones and e-mails may be several, of the others the first counts. */
export type FoundFields = Readonly<Record<FormField, readonly string[]>>;

export interface FormContent {
	found: FoundFields;
	/** Names of everything that stands in the input, to tell a person what could be mapped. */
	present: string[];
	/** Mapped fields whose path leads nowhere. */
	mappedToNothing: { field: FormField; path: string }[];
}

/** Finds our fields in any JSON object: by the map where it names a path, otherwise by their usual names. */
export function findFields(input: object, map: FieldMap): FormContent {
	const leaves = leavesOf(input);
	const mappedToNothing: { field: FormField; path: string }[] = [];
	const found = new Map<FormField, string[]>();
	for (const field of FORM_FIELDS) {
		const path = map[field]?.trim();
		if (!path) {
			found.set(field, byAlias(leaves, field));
			continue;
		}
		const texts = textsIn(valueAtPath(input, path));
		if (texts.length === 0) mappedToNothing.push({ field, path });
		found.set(field, texts);
	}
	const present = [...new Set(leaves.map((leaf) => leaf.path.join('.')))];
	return { found: Object.fromEntries(found) as unknown as FoundFields, present, mappedToNothing };
}

/** Aliases are tried in the order of the table, so that `phone` wins over `whatsapp` wherever they stand. */
function byAlias(leaves: readonly Leaf[], field: FormField): string[] {
	const named = leaves.map((leaf) => ({ value: leaf.value, name: nameOf(leaf) }));
	return [...new Set(FIELD_ALIASES[field].flatMap((alias) => named.filter((leaf) => leaf.name === alias).map((leaf) => leaf.value)))];
}

/** A leaf's name without list positions and groups that only wrap; other groups stay: `agent.name` is `agentname`. */
function nameOf({ path }: Leaf): string {
	const keys = path.filter((key) => !/^\d+$/.test(key)).map(plainKey);
	if (keys.length > 1 && keys.at(-1) === 'value') keys.pop();
	const last = keys.pop() ?? '';
	const kept = keys.filter((key, index) => !WRAPPERS.has(key) || (last === 'name' && index === keys.length - 1 && !NAMED_PEOPLE.has(key)));
	return [...kept, last].join('');
}

/** Wrapping groups whose `name` is a person's. The name of a form or an event is not. */
const NAMED_PEOPLE = new Set([
	'body', 'data', 'lead', 'leads', 'contact', 'person', 'people', 'renter', 'prospect', 'applicant', 'customer', 'user', 'guest', 'guestcard',
	'fields', 'formdata', 'answers', 'payload', 'inquiry', 'enquiry', 'query', 'json', 'values', 'hidden',
]);

/** A mapped value may be a list (of phones, of ticked boxes); its texts are taken one by one. */
function textsIn(value: unknown): string[] {
	if (Array.isArray(value)) return value.flatMap(textsIn);
	const text = textOf(value);
	return text === null ? [] : [text];
}
