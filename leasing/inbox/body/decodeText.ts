import { isUtf8 } from 'node:buffer';

/** Text in the character set that the sender names, else as UTF-8, else as the Windows one of old forms. */
export function decodeText(bytes: Buffer, charset: string | null): string {
	const utf8 = isUtf8(bytes);
	if (!utf8 && charset !== null) {
		try {
			return withoutMark(new TextDecoder(charset).decode(bytes));
		} catch {
			// A name that nobody knows.
		}
	}
	return withoutMark(utf8 ? bytes.toString('utf8') : new TextDecoder('windows-1252').decode(bytes));
}

function withoutMark(text: string): string {
	return text.replace(/^\uFEFF/, '');
}
