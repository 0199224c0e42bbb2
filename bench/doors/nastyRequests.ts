import { deflateSync, gzipSync } from 'node:zlib';

/** A request that whoever has only an address might send. */
export interface NastyRequest {
	name: string;
	headers: Record<string, string>;
	body: Buffer;
}

/** n8n itself takes no more by a webhook, as it comes. */
const MOST = 16_000_000;
const FORM = 'application/x-www-form-urlencoded';
const JSON_TYPE = 'application/json';
const MULTIPART = 'multipart/form-data; boundary=b';

const many = (piece: string, bytes = MOST): string => piece.repeat(Math.floor(bytes / piece.length));
const numbered = (bytes: number, each: (at: number) => string): string => {
	const parts: string[] = [];
	for (let at = 0, size = 0; size < bytes; at++) {
		const part = each(at);
		size += part.length;
		parts.push(part);
	}
	return parts.join('');
};

const PLAIN: ReadonlyArray<readonly [name: string, type: string, body: () => string]> = [
	['form, "a&" over and over', FORM, () => many('a&')],
	['form, many names', FORM, () => numbered(MOST, (at) => `n${at}=1&`)],
	['form, one name many times', FORM, () => many('Body=x&')],
	['form, one long value', FORM, () => `Body=${many('x')}`],
	['form, escapes', FORM, () => `Body=${many('%C3%A9')}`],
	['form, broken escapes', FORM, () => `Body=${many('%')}`],
	['form, brackets', FORM, () => numbered(MOST, (at) => `a[${at % 90}][b]=1&`)],
	['form of 300 fields in 64 KB', FORM, () => numbered(65_000, (at) => (at < 300 ? `n${at}=${'x'.repeat(205)}&` : ''.padEnd(700, 'x')))],
	['JSON, one long text', JSON_TYPE, () => `{"a":"${many('x')}"}`],
	['JSON, lists in lists', JSON_TYPE, () => many('[', 8_000_000) + many(']', 8_000_000)],
	['JSON, lists in lists, few', JSON_TYPE, () => '['.repeat(5_000) + ']'.repeat(5_000)],
	['JSON, many keys', JSON_TYPE, () => `{${numbered(MOST - 50, (at) => `"k${at}":1,`)}"z":1}`],
	['JSON, list of numbers', JSON_TYPE, () => `[${many('1,', MOST - 5)}1]`],
	['JSON, spaces', JSON_TYPE, () => `{${many(' ', MOST - 10)}}`],
	['JSON, quotes', JSON_TYPE, () => `{"a":"${many('\\"', MOST - 10)}"}`],
	['multipart, many parts', MULTIPART, () => `${many('--b\r\nContent-Disposition: form-data; name="a"\r\n\r\nx\r\n')}--b--\r\n`],
	[
		'multipart, one large part',
		MULTIPART,
		() => `--b\r\nContent-Disposition: form-data; name="a"\r\n\r\n${many('x', MOST - 200)}\r\n--b--\r\n`,
	],
	[
		'multipart, line breaks',
		MULTIPART,
		() => `--b\r\nContent-Disposition: form-data; name="a"\r\n\r\n${many('\r\n-', MOST - 200)}\r\n--b--\r\n`,
	],
	['XML, deep', 'application/xml', () => many('<a>')],
	['XML, elements', 'text/xml', () => `<a>${many('<b/>', MOST - 10)}</a>`],
	['XML, attributes', 'application/xml', () => `<a ${numbered(MOST - 20, (at) => `x${at}="1" `)}/>`],
	['text', 'text/plain', () => many('hello ')],
	['bytes', 'application/octet-stream', () => many('\u0000')],
	['no type', '', () => many('a=b&')],
];

/** Of each, as it is; and packed, for what a few kilobytes on the wire become. */
export function nastyRequests(quick: boolean): NastyRequest[] {
	const chosen = quick ? PLAIN.filter(([name]) => /over and over|lists, few|many parts/.test(name)) : PLAIN;
	return chosen.flatMap(([name, type, make]) => {
		const body = Buffer.from(make());
		const headers: Record<string, string> = type === '' ? {} : { 'Content-Type': type };
		const plain = { name, headers, body };
		if (!/over and over|one long|many keys|lists in lists|deep|many names/.test(name)) return [plain];
		const gzip = { name: `${name}, gzip`, headers: { ...headers, 'Content-Encoding': 'gzip' }, body: gzipSync(body) };
		if (!name.includes('over and over')) return [plain, gzip];
		return [plain, gzip, { name: `${name}, deflate`, headers: { ...headers, 'Content-Encoding': 'deflate' }, body: deflateSync(body) }];
	});
}
