/** Folder names on the wire: modified UTF-7 (RFC 3501, 5.1.3). */
export function encodeName(name: string): string {
	return name.replaceAll('&', '&-').replace(/[^\x20-\x7e]+/g, (text) => {
		const utf16 = Buffer.from(text, 'utf16le').swap16();
		return `&${utf16.toString('base64').replace(/=+$/, '').replaceAll('/', ',')}-`;
	});
}

export function decodeName(name: string): string {
	return name.replace(/&([^-]*)-/g, (_whole, inner: string) =>
		inner === '' ? '&' : Buffer.from(inner.replaceAll(',', '/'), 'base64').swap16().toString('utf16le'),
	);
}

/** As a quoted string. */
export function quoted(text: string): string {
	return `"${text.replace(/["\\]/g, (mark) => `\\${mark}`)}"`;
}
