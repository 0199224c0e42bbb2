import { READING } from '../../limits/limits';
import { narrowed } from '../../limits/survey';
import { plainKey } from '../form/fieldMap';
import type { FieldNames } from '../form/fieldNames';
import { leadListsIn } from './leadLists';
import type { Format } from './format';
import { detectFormat, isFallback } from './registry';
import { fromText, isGroup, NOTHING, payloadOf, unwrap, type Payload } from './unwrap';

/** One inquiry-like thing of an item, or an entry of a list that is none. */
export type Part =
	| { kind: 'payload'; payload: Payload; format: Format; raw: unknown; cut: boolean }
	/** So many that were not looked at, because nobody reads them any more. */
	| { kind: 'rest'; count: number }
	/** A number, a word: nothing that could be read. */
	| { kind: 'no_fields'; raw: unknown }
	/** Somebody beside a list of inquiries: whoever sent it, or a renter. */
	| { kind: 'beside_list'; raw: unknown };

export type PayloadPart = Extract<Part, { kind: 'payload' }>;

type Group = Readonly<Record<string, unknown>>;

/** Lists in lists in envelopes; what nests deeper is nobody's list of leads. */
const DEEPEST = 8;

/**
 * Takes an item apart: one part for each inquiry, whether they stand in a list, in lists within lists, as JSON text, or in an
 * envelope such as `{"leads": […]}`. Two renters never share a part; a household (`applicants`) stays together. Nothing is taken
 * apart before the next part is asked for.
 */
export class Splitter {
	/** Set when enough was read: what is left is counted, not looked at. */
	onlyCount = false;

	constructor(private readonly names: FieldNames) {}

	*partsOf(item: unknown): Generator<Part> {
		let any = false;
		const inside = unwrap(item);
		for (const part of this.parts(inside, withBodyRead(item, inside), 0)) {
			any = true;
			yield part;
		}
		if (!any) yield this.payload(payloadOf(item, NOTHING), item);
	}

	/** @param raw what is kept with the inquiry, and where the user's paths start */
	private *parts(value: unknown, raw: unknown, depth: number): Generator<Part> {
		if (value === null || value === undefined || value === '') return;
		if (this.onlyCount) yield { kind: 'rest', count: 1 };
		else if (depth > DEEPEST) yield { kind: 'no_fields', raw };
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

	/** @param about what an envelope says of all entries */
	private *ofList(list: readonly unknown[], raw: unknown, depth: number, about: Group = NOTHING): Generator<Part> {
		for (let index = 0; index < list.length; index++) {
			if (this.onlyCount) {
				yield { kind: 'rest', count: list.length - index };
				return;
			}
			const entry = list[index];
			const one = about !== NOTHING && isGroup(entry) ? this.told(entry, about) : entry;
			yield* this.parts(one, list.length === 1 && raw !== null ? raw : one, depth + 1);
		}
	}

	private *ofGroup(group: Group, given: unknown, depth: number): Generator<Part> {
		const body = narrowed(group, READING.fields);
		const raw = within(given, group, body);
		const part = this.payload(payloadOf(raw, body), raw, body !== group);
		if (!isFallback(part.format)) {
			yield part;
			return;
		}
		const opened = openedTexts(body);
		const found = leadListsIn(opened, this.names);
		if (found === null) {
			// The user's paths start at the item, and JSON inside of its texts can be reached then, too.
			yield opened === body ? part : this.payload(payloadOf(within(raw, body, opened), opened), raw, part.cut);
			return;
		}
		if (found.somebodyBeside) yield { kind: 'beside_list', raw: found.rest };
		for (const { list, about } of found.lists) {
			yield* this.ofList(list, null, depth, about);
		}
	}

	private payload(payload: Payload, raw: unknown, cut = false): PayloadPart {
		return { kind: 'payload', payload, format: detectFormat(payload), raw, cut };
	}

	/** What the envelope says of all its inquiries (the property, the source) belongs to each that does not say it itself. */
	private told(one: Group, about: Group): Group {
		const fields = new Set(Object.keys(one).map((key) => this.names.ofName(plainKey(key))?.field));
		const missing = Object.entries(about).filter(([key]) => !fields.has(this.names.ofName(plainKey(key))?.field));
		return missing.length === 0 ? one : { ...Object.fromEntries(missing), ...one };
	}
}

/**
 * n8n leaves a body that comes as `text/plain` as it is, and so do pages send JSON or a form that must not ask the browser for leave
 * (`sendBeacon`, `no-cors`): the item then has to hold what was read of it, or nobody is found in it.
 */
function withBodyRead(item: unknown, inside: unknown): unknown {
	return isGroup(item) && typeof item.body === 'string' && inside !== item && isGroup(inside) && inside !== item.query
		? { ...item, body: inside }
		: item;
}

/** The same item with another group in the place of one: as a whole, or as the body that n8n's Webhook node gives. */
function within(item: unknown, group: Group, other: Group): unknown {
	if (group === other) return item;
	if (item === group) return other;
	return isGroup(item) && item.body === group ? { ...item, body: other } : item;
}

const MOST_KEYS = 200;

/** The same group with the groups and lists that stand in its texts as JSON; the group itself when there are none. */
function openedTexts(body: Group, depth = 0): Group {
	if (depth > DEEPEST) return body;
	let opened: Record<string, unknown> | null = null;
	for (const [key, value] of Object.entries(body).slice(0, MOST_KEYS)) {
		const parsed = typeof value === 'string' ? groupsInText(value) : value;
		const inner = isGroup(parsed) ? openedTexts(parsed, depth + 1) : parsed;
		if (inner !== value) (opened ??= { ...body })[key] = inner;
	}
	return opened ?? body;
}

function groupsInText(text: string): unknown {
	if (!/^\s*(?:\{|\[\s*[{["])/.test(text.slice(0, 200)) || !/[\]}]\s*$/.test(text.slice(-200))) return text;
	return fromText(text);
}
