import type { SandboxMail } from './contract';
import { textOf, type Argument } from './parse';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** A piece of an answer; data goes out as a literal. */
export type Piece = string | { data: Buffer };

/** What a mail is asked for. `marks`: looking at the body without PEEK marks it as seen. */
export function fetched(mail: SandboxMail, wanted: Argument | undefined): { pieces: Piece[]; marks: boolean } {
	const names = (Array.isArray(wanted) ? wanted : [wanted ?? '']).map(textOf).flatMap((name) => MACROS[name.toUpperCase()] ?? [name]);
	const pieces: Piece[] = [];
	let marks = false;
	const add = (name: string, ...value: Piece[]): void => void pieces.push(`${pieces.length > 0 ? ' ' : ''}${name} `, ...value);
	for (const name of names) {
		const key = name.toUpperCase();
		if (key === 'UID') add('UID', String(mail.uid));
		else if (key === 'RFC822.SIZE') add('RFC822.SIZE', String(mail.raw.length));
		else if (key === 'FLAGS') add('FLAGS', `(${[...mail.flags].join(' ')})`);
		else if (key === 'INTERNALDATE') add('INTERNALDATE', `"${internalDate(mail.receivedAt)}"`);
		else if (key === 'ENVELOPE') add('ENVELOPE', '(NIL NIL NIL NIL NIL NIL NIL NIL NIL NIL)');
		else {
			const section = /^(RFC822(?:\.HEADER|\.TEXT)?|BODY(\.PEEK)?\[([^\]]*)\])(?:<(\d+)\.(\d+)>)?$/i.exec(name);
			if (!section) continue;
			const [, asked = '', peek, part, from, most] = section;
			marks ||= peek === undefined && !/HEADER/i.test(asked);
			const whole = partOf(mail.raw, /^RFC822$/i.test(asked) ? '' : (part ?? asked.slice('RFC822.'.length)));
			const start = Number(from ?? 0);
			const data = from === undefined ? whole : whole.subarray(start, start + Number(most));
			add(`${asked.replace(/\.PEEK/i, '')}${from === undefined ? '' : `<${from}>`}`, { data });
		}
	}
	return { pieces, marks };
}

const MACROS: Readonly<Record<string, string[]>> = {
	ALL: ['FLAGS', 'INTERNALDATE', 'RFC822.SIZE', 'ENVELOPE'],
	FAST: ['FLAGS', 'INTERNALDATE', 'RFC822.SIZE'],
};

function partOf(raw: Buffer, part: string): Buffer {
	if (part === '') return raw;
	const end = raw.indexOf('\r\n\r\n');
	const cut = end < 0 ? raw.length : end + 4;
	if (/^HEADER\.FIELDS/i.test(part)) {
		const wanted = (/\(([^)]*)\)/.exec(part)?.[1] ?? '').toLowerCase().split(' ');
		const lines = raw.subarray(0, cut).toString('latin1').split(/\r\n(?![ \t])/);
		const kept = lines.filter((line) => wanted.includes(line.split(':', 1)[0]?.toLowerCase() ?? ''));
		return Buffer.from([...kept, '', ''].join('\r\n'), 'latin1');
	}
	return /^HEADER$/i.test(part) ? raw.subarray(0, cut) : raw.subarray(cut);
}

function internalDate(at: number): string {
	const date = new Date(at);
	const two = (number: number): string => String(number).padStart(2, '0');
	const day = `${String(date.getUTCDate()).padStart(2, ' ')}-${MONTHS[date.getUTCMonth()] ?? ''}-${date.getUTCFullYear()}`;
	return `${day} ${two(date.getUTCHours())}:${two(date.getUTCMinutes())}:${two(date.getUTCSeconds())} +0000`;
}
