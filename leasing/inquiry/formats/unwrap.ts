import { parse } from 'node:querystring';

import { READING } from '../../limits/limits';

/** What came in, without the envelope of the step that received it. */
export interface Payload {
	/** The whole item, for field maps and as evidence. */
	item: unknown;
	/** The group of fields; empty when the payload is a text. */
	body: Readonly<Record<string, unknown>>;
	/** The payload as text when it is one: XML, a raw mail, plain words. */
	text: string | null;
}

export const NOTHING: Readonly<Record<string, unknown>> = {};

/**
 * Takes an item out of its envelope: n8n's Webhook node (`body`, `query`), a JSON or form text.
 * @returns the group, the list or the text inside
 */
export function unwrap(item: unknown): unknown {
	const inner = fromWebhook(item);
	return typeof inner === 'string' ? fromText(inner) : inner;
}

/** @param item what the user's paths start from */
export function payloadOf(item: unknown, body: Readonly<Record<string, unknown>>): Payload {
	return { item, body, text: documentIn(body) };
}

export function isGroup(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function fromWebhook(item: unknown): unknown {
	if (!isGroup(item) || !('body' in item) || !(isGroup(item.headers) || 'webhookUrl' in item)) return item;
	const empty =
		item.body === undefined || item.body === null || item.body === '' || (isGroup(item.body) && Object.keys(item.body).length === 0);
	return empty && isGroup(item.query) && Object.keys(item.query).length > 0 ? item.query : item.body;
}

/** @returns the group or list that a text holds, or the text itself */
export function fromText(text: string): unknown {
	const plain = text
		.slice(0, READING.bytes)
		.replace(/^\uFEFF/, '')
		.trim();
	if (/^[{[]/.test(plain)) {
		try {
			return JSON.parse(plain) as unknown;
		} catch {
			return plain;
		}
	}
	if (/^[\w.[\]%+-]{1,80}=[^\s<>]{0,4000}(?:&|$)/.test(plain) && plain.includes('&'))
		return { ...parse(plain, undefined, undefined, { maxKeys: READING.fields }) };
	return plain;
}

/** Fields in which tools put a whole document: ResMan's `Xml`, a mail's `raw`. */
function documentIn(body: Readonly<Record<string, unknown>>): string | null {
	for (const [key, value] of Object.entries(body).slice(0, MOST_KEYS)) {
		if (typeof value !== 'string') continue;
		const start = value.slice(0, 200).trimStart();
		if (/^<(?:\?xml|\?adf|!doctype adf|adf|leadmanagement|prospects?)\b/i.test(start)) return value.slice(0, READING.bytes);
		if (
			/^(?:raw|eml|mime|message|source|email)$/i.test(key) &&
			/^[\w-]{2,40}:[^\n]*\r?\n/.test(value.slice(0, 2_000)) &&
			/^(?:from|received|return-path|mime-version|delivered-to):/im.test(value.slice(0, 20_000))
		)
			return value.slice(0, READING.bytes);
	}
	return null;
}

const MOST_KEYS = 200;
