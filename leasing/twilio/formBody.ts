import { unescape } from 'node:querystring';

/**
 * Decodes a form-encoded body or query string into name-value pairs, in order, exactly as sent: nothing is trimmed and
 * repeated and empty fields stay. `+` is a space; a broken `%` escape stays as it is instead of failing.
 */
export function formPairs(raw: Buffer | string): [name: string, value: string][] {
	const text = typeof raw === 'string' ? raw : raw.toString('utf8');
	return text
		.split('&')
		.filter((pair) => pair !== '')
		.map((pair) => {
			const equals = pair.indexOf('=');
			return equals < 0 ? [decode(pair), ''] : [decode(pair.slice(0, equals)), decode(pair.slice(equals + 1))];
		});
}

/** Whether a body may hold more fields than asked, by counting what parts them: quick, and nothing is decoded. */
export function hasMoreFields(raw: Buffer | string, most: number): boolean {
	let count = 1;
	for (let at = raw.indexOf('&'); at !== -1; at = raw.indexOf('&', at + 1)) if (++count > most) return true;
	return false;
}

/** Reads a form-encoded body for use by the rules. The first value of a repeated field wins. Values are not trimmed. */
export function parseFormBody(raw: Buffer | string): Record<string, string> {
	const fields = new Map<string, string>();
	for (const [name, value] of formPairs(raw)) if (!fields.has(name)) fields.set(name, value);
	return Object.fromEntries(fields);
}

function decode(text: string): string {
	return unescape(text.replaceAll('+', ' '));
}
