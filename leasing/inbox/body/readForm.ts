import { isUtf8 } from 'node:buffer';

/** No form has more fields; who sends more wants to keep us busy. */
export const MOST_FORM_FIELDS = 1_000;

/**
 * Reads a form-encoded body as n8n's own Webhook node does: one text for each name, or a list when a name is repeated.
 * @returns `left`: fields beyond the limit
 */
export function readForm(text: string): { fields: Record<string, string | string[]>; left: number } {
	const pairs = text.split('&', MOST_FORM_FIELDS).filter((pair) => pair !== '');
	const fields = fieldsOf(
		pairs.map((pair) => {
			const equals = pair.indexOf('=');
			return equals < 0 ? [decode(pair), ''] : [decode(pair.slice(0, equals)), decode(pair.slice(equals + 1))];
		}),
	);
	return { fields, left: countFrom(text, MOST_FORM_FIELDS) };
}

/** One text for each name, or a list when a name is repeated, in the order of their first appearance. */
export function fieldsOf(pairs: readonly (readonly [string, string])[]): Record<string, string | string[]> {
	const fields = new Map<string, string | string[]>();
	for (const [name, value] of pairs) {
		const before = fields.get(name);
		if (before === undefined) fields.set(name, value);
		else if (Array.isArray(before)) before.push(value);
		else fields.set(name, [before, value]);
	}
	return Object.fromEntries(fields);
}

/** How many pairs come after the first `most`. */
function countFrom(text: string, most: number): number {
	let count = 0;
	for (let at = text.indexOf('&'); at !== -1; at = text.indexOf('&', at + 1)) count++;
	return Math.max(0, count + 1 - most);
}

/** Escapes are bytes: of UTF-8 nearly always, of the Windows character set in old forms. A broken escape stays as it is. */
function decode(text: string): string {
	const spaced = text.replaceAll('+', ' ');
	if (!spaced.includes('%')) return spaced;
	try {
		return decodeURIComponent(spaced);
	} catch {
		const bytes = Buffer.from(
			Buffer.from(spaced, 'utf8')
				.toString('latin1')
				.replace(/%([0-9a-fA-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
			'latin1',
		);
		return isUtf8(bytes) ? bytes.toString('utf8') : new TextDecoder('windows-1252').decode(bytes);
	}
}
