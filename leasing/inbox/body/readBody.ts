import { decodeText } from './decodeText';
import { readForm } from './readForm';
import { readJson } from './readJson';
import { boundaryOf, readMultipart, type ReadBody } from './readMultipart';

export type { ReadBody } from './readMultipart';

/**
 * Reads a body by what it is: the content type is believed where the body agrees, because senders write JSON under text/plain and
 * forms without any. What cannot be read stays a text. Never throws.
 */
export function readBody(bytes: Buffer, contentType: string | null): ReadBody {
	const type = (contentType ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
	const boundary = type === 'multipart/form-data' ? boundaryOf(contentType ?? '') : null;
	if (boundary !== null) return readMultipart(bytes, boundary);
	const nothingMore = { files: [], fieldsLeft: 0 };
	const text = decodeText(bytes, charsetOf(contentType));
	const start = text.slice(0, 200).trimStart();
	if (/^[{[]/.test(start)) {
		const parsed = readJson(text);
		if (parsed.ok) return { body: parsed.value, ...nothingMore };
	}
	if (type === 'application/x-www-form-urlencoded' || (!isDocument(type, start) && looksLikeForm(text))) {
		// A JSON body under a form's content type has no `=` in front.
		const form = readForm(text);
		return { body: form.fields, files: [], fieldsLeft: form.left };
	}
	return { body: text, ...nothingMore };
}

function charsetOf(contentType: string | null): string | null {
	return /charset\s*=\s*"?([\w.:-]{1,40})/i.exec(contentType ?? '')?.[1] ?? null;
}

function isDocument(type: string, start: string): boolean {
	return start.startsWith('<') || /xml|html|json/.test(type);
}

/** `a=1&b=2`, and nothing that reads like prose or a mail. */
function looksLikeForm(text: string): boolean {
	return /^[\w.[\]%+-]{1,200}=[^\s<>]*$/.test(text.slice(0, 4_000).trimEnd());
}
