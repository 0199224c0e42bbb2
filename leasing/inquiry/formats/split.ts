import { plainKey } from '../form/fieldMap';
import type { FieldNames } from '../form/fieldNames';
import { leadListsIn } from './leadLists';
import type { Format } from './format';
import { detectFormat, isFallback } from './registry';
import { fromText, isGroup, NOTHING, payloadOf, unwrap, type Payload } from './unwrap';

/** One inquiry-like thing of an item, or an entry of a list that is none. */
export type Part =
	| { kind: 'payload'; payload: Payload; format: Format; raw: unknown }
	/** A number, a word: nothing that could be read. */
	| { kind: 'no_fields'; raw: unknown }
	/** Somebody beside a list of inquiries: whoever sent it, or a renter. */
	| { kind: 'beside_list'; raw: unknown };

type Group = Readonly<Record<string, unknown>>;

/** Lists in lists in envelopes; what nests deeper is nobody's list of leads. */
const DEEPEST = 8;

/**
 * Takes an item apart: one part for each inquiry, whether they stand in a list, in lists within lists, as JSON text, or in an
 * envelope such as `{"leads": […]}`. Two renters never share a part; a household (`applicants`) stays together. Nothing is taken
 * apart before the next part is asked for.
 */
export function* partsOf(item: unknown, names: FieldNames): Generator<Part> {
	let any = false;
	for (const part of new Splitter(names).parts(unwrap(item), item, 0)) {
		any = true;
		yield part;
	}
	const payload = payloadOf(item, NOTHING);
	if (!any) yield { kind: 'payload', payload, format: detectFormat(payload), raw: item };
}

class Splitter {
	constructor(private readonly names: FieldNames) {}

	/** @param raw what is kept with the inquiry, and where the user's paths start */
	*parts(value: unknown, raw: unknown, depth: number): Generator<Part> {
		if (value === null || value === undefined || value === '') return;
		if (depth > DEEPEST) yield { kind: 'no_fields', raw };
		else if (typeof value === 'string') yield* this.ofText(value, raw, depth);
		else if (Array.isArray(value)) yield* this.ofList(value, raw, depth);
		else if (isGroup(value)) yield* this.ofGroup(value, raw, depth);
		else yield { kind: 'no_fields', raw };
	}

	private *ofText(text: string, raw: unknown, depth: number): Generator<Part> {
		const inside = depth === 0 ? text : fromText(text);
		if (typeof inside !== 'string') yield* this.parts(inside, inside, depth + 1);
		// A word in a list is nothing; a text that is the whole item may be anything, and its reader says what.
		else if (depth > 0 && !/^\s*<|^[\w-]{2,40}:[^\n]*\r?\n/.test(inside.slice(0, 2_000))) yield { kind: 'no_fields', raw };
		else yield this.payload({ item: raw, body: NOTHING, text: inside }, raw);
	}

	private *ofList(list: readonly unknown[], raw: unknown, depth: number): Generator<Part> {
		for (const one of list) yield* this.parts(one, list.length === 1 ? raw : one, depth + 1);
	}

	private *ofGroup(body: Group, raw: unknown, depth: number): Generator<Part> {
		const part = this.payload(payloadOf(raw, body), raw);
		if (part.kind !== 'payload' || !isFallback(part.format)) {
			yield part;
			return;
		}
		const opened = openedTexts(body);
		const found = leadListsIn(opened, this.names);
		if (found === null) {
			// The user's paths start at the item, and JSON inside of its texts can be reached then, too.
			const item = raw === body ? opened : isGroup(raw) && raw.body === body ? { ...raw, body: opened } : raw;
			yield opened === body ? part : this.payload(payloadOf(item, opened), raw);
			return;
		}
		if (found.somebodyBeside) yield { kind: 'beside_list', raw: found.rest };
		for (const { list, about } of found.lists) {
			for (const one of list) {
				const lead = isGroup(one) ? this.told(one, about) : one;
				yield* this.parts(lead, lead, depth + 1);
			}
		}
	}

	private payload(payload: Payload, raw: unknown): Part {
		return { kind: 'payload', payload, format: detectFormat(payload), raw };
	}

	/** What the envelope says of all its inquiries (the property, the source) belongs to each that does not say it itself. */
	private told(one: Group, about: Group): Group {
		const fields = new Set(Object.keys(one).map((key) => this.names.ofName(plainKey(key))?.field));
		const missing = Object.entries(about).filter(([key]) => !fields.has(this.names.ofName(plainKey(key))?.field));
		return missing.length === 0 ? one : { ...Object.fromEntries(missing), ...one };
	}
}

const MOST_KEYS = 200;

/** The same group with the groups and lists that stand in its texts as JSON; the group itself when there are none. */
function openedTexts(body: Group, depth = 0): Group {
	if (depth > DEEPEST) return body;
	let opened: Record<string, unknown> | null = null;
	for (const [key, value] of Object.entries(body).slice(0, MOST_KEYS)) {
		const inner = typeof value === 'string' ? groupsInText(value) : isGroup(value) ? openedTexts(value, depth + 1) : value;
		if (inner !== value) (opened ??= { ...body })[key] = inner;
	}
	return opened ?? body;
}

function groupsInText(text: string): unknown {
	if (!/^\s*(?:\{|\[\s*[{["])/.test(text.slice(0, 200)) || !/[\]}]\s*$/.test(text.slice(-200))) return text;
	return fromText(text);
}
