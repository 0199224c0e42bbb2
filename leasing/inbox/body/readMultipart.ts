import { decodeText } from './decodeText';
import { fieldsOf, MOST_FORM_FIELDS } from './readForm';

/** A body as an item shows it: a group or list for forms and JSON, the text itself for anything else. */
export interface ReadBody {
	body: unknown;
	/** Files that a form brought; they are kept with the delivery, and are not in the item. */
	files: { field: string; name: string; bytes: number }[];
	/** Fields beyond the limit, which are kept with the delivery, and are not in the item. */
	fieldsLeft: number;
}

/** The boundary of a multipart body, as its content type names it; null when it names none that may be one. */
export function boundaryOf(contentType: string): string | null {
	const found = /boundary\s*=\s*(?:"([^"\r\n]{1,70})"|([^\s;,"]{1,70}))/i.exec(contentType);
	return found?.[1] ?? found?.[2] ?? null;
}

/**
 * Reads the fields of a form that a browser (or Jotform) sends in parts. Of files only their names and sizes are told. Goes through
 * the bytes once, whatever they are.
 */
export function readMultipart(bytes: Buffer, boundary: string): ReadBody {
	const mark = Buffer.from(`--${boundary}`);
	const pairs: [string, string][] = [];
	const files: ReadBody['files'] = [];
	let fieldsLeft = 0;
	let at = bytes.indexOf(mark);
	while (at !== -1) {
		const from = at + mark.length;
		// Two dashes end the body.
		if (bytes[from] === 0x2d && bytes[from + 1] === 0x2d) break;
		const next = bytes.indexOf(mark, from);
		// Without an end, the rest is the last part: what is cut short may still hold a renter.
		const part = partOf(bytes.subarray(from, next === -1 ? bytes.length : next));
		if (part !== null) {
			if (part.file !== null) files.push({ field: part.name, name: part.file, bytes: part.content.length });
			else if (pairs.length < MOST_FORM_FIELDS) pairs.push([part.name, decodeText(part.content, null)]);
			else fieldsLeft++;
		}
		at = next;
	}
	return { body: fieldsOf(pairs), files: files.slice(0, MOST_FILES), fieldsLeft };
}

const MOST_FILES = 50;
const LONGEST_HEAD = 4_000;

function partOf(part: Buffer): { name: string; file: string | null; content: Buffer } | null {
	const end = part.subarray(0, LONGEST_HEAD).indexOf('\r\n\r\n');
	if (end === -1) return null;
	const head = part.subarray(0, end).toString('utf8');
	const disposition = /^content-disposition:([^\r\n]*)/im.exec(head)?.[1] ?? '';
	const name = parameter(disposition, 'name');
	if (name === null) return null;
	const content = part.subarray(end + 4);
	const trailing = content.length >= 2 && content.at(-2) === 0x0d && content.at(-1) === 0x0a ? 2 : 0;
	return { name, file: parameter(disposition, 'filename'), content: content.subarray(0, content.length - trailing) };
}

/** Browsers write a quotation mark in a name as %22. */
function parameter(disposition: string, wanted: string): string | null {
	const found = new RegExp(`(?:^|[;\\s])${wanted}="([^"]{0,500})"`, 'i').exec(disposition);
	return found?.[1]?.replaceAll('%22', '"') ?? null;
}
