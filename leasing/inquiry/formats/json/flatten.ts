import { textOf, valueAtPath } from '../../form/leaves';
import { isGroup } from '../unwrap';

type Group = Readonly<Record<string, unknown>>;

const MOST = 300;

function list(value: unknown): unknown[] {
	return Array.isArray(value) ? value.slice(0, MOST) : [];
}

/** Typeform's answers stand under a key named by their type, their names in the definition. @returns answers by ref and by title */
export function flattenTypeform(body: Group): Group {
	const response = isGroup(body.form_response) ? body.form_response : {};
	if (isGroup(response.answers)) return { ...response, ...response.answers, answers: null, definition: null };
	const titles = new Map(
		list(valueAtPath(response, 'definition.fields'))
			.filter(isGroup)
			.map((field) => [textOf(field.id), field]),
	);
	const flat: Record<string, unknown> = {};
	for (const answer of list(response.answers).filter(isGroup)) {
		const value = answerOf(answer);
		const field = titles.get(textOf(valueAtPath(answer, 'field.id')));
		// A ref that the form's maker chose says more than a title; one that Typeform made up says nothing, and harms nothing.
		const names = [
			textOf(valueAtPath(answer, 'field.ref')),
			textOf(field?.ref),
			textOf(field?.title),
			BY_TYPE[textOf(answer.type) ?? ''],
		];
		for (const name of names) if (typeof name === 'string' && value !== null) flat[name] ??= value;
	}
	return { ...flat, hidden: response.hidden, landed_at: null };
}

/** Two kinds of answers tell by their type what they are. */
const BY_TYPE: Readonly<Record<string, string>> = { email: 'email', phone_number: 'phone' };

function answerOf(answer: Group): string | null {
	const value = answer[textOf(answer.type) ?? ''];
	if (!isGroup(value)) return textOf(value) ?? (typeof value === 'boolean' ? (value ? 'yes' : 'no') : null);
	return (
		textOf(value.label) ??
		textOf(value.other) ??
		(list(value.labels)
			.flatMap((label) => textOf(label) ?? [])
			.join(', ') ||
			null)
	);
}

/** Gravity's fields are numbers, so what they are is told by what stands in them; `.3` and `.6` are the parts of a name. */
export function flattenGravity(body: Group): Group {
	const flat: Record<string, unknown> = { ...body, id: null, form_id: null, ip: null, user_agent: null };
	const numbered = Object.entries(body)
		.slice(0, MOST)
		.filter(([key]) => /^\d+(?:\.\d+)?$/.test(key));
	for (const [key, value] of numbered) {
		const text = textOf(value);
		if (text === null) continue;
		const [, field = '', part] = /^(\d+)(?:\.(\d+))?$/.exec(key) ?? [];
		if (part === '3' && !/\d/.test(text) && textOf(body[`${field}.6`]) !== null) flat.first_name ??= text;
		else if (part === '6' && !/\d/.test(text) && textOf(body[`${field}.3`]) !== null) flat.last_name ??= text;
		else if (/^\S{1,64}@\S{1,250}\.\S{2,63}$/.test(text)) flat.email ??= text;
		else if (/^\+?[\d\s().-]{10,20}$/.test(text) && text.replace(/\D/g, '').length >= 10) flat.phone ??= text;
		else if (part === undefined && text.length > LONG && text.includes(' ')) flat.message ??= text;
	}
	return flat;
}

/** Answers that are longer are somebody's words, not a choice. */
const LONG = 40;

/** Wufoo sends `Field1`, `Field2`; their titles stand in a JSON text beside them. */
export function flattenWufoo(body: Group): Group {
	const structure = fromJson(body.FieldStructure);
	const flat: Record<string, unknown> = { ...body, FieldStructure: null, HandshakeKey: null, IP: null };
	for (const field of list(valueAtPath(structure, 'Fields')).filter(isGroup)) {
		const parts = list(field.SubFields).filter(isGroup);
		const rows = parts.length > 0 ? parts.map((part) => [part.ID, part.Label, field.Title]) : [[field.ID, field.Title, field.Title]];
		for (const [id, label, title] of rows) {
			const value = textOf(body[textOf(id) ?? '']);
			const name = [textOf(label), textOf(title)].find((text) => text !== null);
			if (value !== null && typeof name === 'string') flat[name] ??= value;
		}
	}
	return flat;
}

/** Jotform sends `q3_fullName` in a JSON text, names in two parts. */
export function flattenJotform(body: Group): Group {
	const request = fromJson(body.rawRequest);
	const flat: Record<string, unknown> = { ...body, rawRequest: null, pretty: null, formID: null };
	if (isGroup(request))
		for (const [key, value] of Object.entries(request).slice(0, MOST)) flat[key.replace(/^q\d+_/, '')] ??= whole(value);
	return flat;
}

/** Jotform's parts of one answer: a number in `full`, a name in `first` and `last`. */
function whole(value: unknown): unknown {
	if (!isGroup(value)) return value;
	if ('full' in value) return value.full;
	const parts = [value.first, value.middle, value.last].flatMap((part) => textOf(part) ?? []);
	return parts.length > 0 ? parts.join(' ') : value;
}

function fromJson(value: unknown): unknown {
	if (typeof value !== 'string') return value;
	try {
		return JSON.parse(value) as unknown;
	} catch {
		return null;
	}
}
