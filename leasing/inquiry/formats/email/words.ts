import { mailboxesIn, type Mail } from './mail';

const QUOTE_STARTS = [
	/^On .{5,200}\bwrote:\s*$/m,
	/^El .{5,200}\bescribi[oó]:\s*$/m,
	/^-{2,} ?Original Message ?-{2,}/im,
	/^_{10,}\s*$/m,
	/^From: [^\n]{3,200}\n(?:Sent|Date|To): /m,
	/^Original craigslist post:/im,
	/^(?:Begin forwarded message|-{5,} ?Forwarded message)/im,
];
const FOOTERS =
	/^(?:sent from (?:my|yahoo|outlook|mail)|get outlook for|enviado desde|unsubscribe|please flag unwanted messages|about craigslist mail|https?:\/\/\S+$|this message was remailed|[-_=]{5,}$)/i;
const MOST_LINES = 400;

/** What the writer of a mail wrote: without what is quoted, and without the lines that programs add. */
export function ownWords(text: string): string {
	const plain = text.slice(0, 100_000);
	const start = Math.min(...QUOTE_STARTS.map((pattern) => pattern.exec(plain)?.index ?? plain.length));
	return plain
		.slice(0, start)
		.split('\n')
		.slice(0, MOST_LINES)
		.filter((line) => !line.startsWith('>') && !FOOTERS.test(line.trim()))
		.join('\n')
		.replace(/\n{3,}/g, '\n\n')
		.trim();
}

const FORWARDED = /^(?:-{3,} ?Forwarded message ?-{3,}|Begin forwarded message:|-{2,} ?Original Message ?-{2,})[ \t]*$/im;

/**
 * The mail inside a forwarded one: staff forward leads from their own mailboxes.
 * @returns null when the mail forwards nothing
 */
export function forwardedIn(mail: Mail): Mail | null {
	if (!/^(?:fwd?|fw|rv|wg|tr):/i.test(mail.subject)) return null;
	const found = FORWARDED.exec(mail.text.slice(0, 20_000));
	const inner = found === null ? mail.text : mail.text.slice(found.index + found[0].length);
	const lines = inner.trimStart().split('\n');
	const headers: Record<string, string> = {};
	let end = 0;
	for (const line of lines.slice(0, 15)) {
		const header = /^\W{0,3}(From|Date|Sent|Subject|To|Reply-To|Cc)\W{0,3}:\W{0,3}\s*(.{0,500})$/i.exec(line);
		if (header !== null) headers[(header[1] ?? '').toLowerCase()] ??= header[2] ?? '';
		else if (line.trim() !== '' && Object.keys(headers).length > 0) break;
		end++;
	}
	const from = mailboxesIn(headers.from)[0];
	if (from === undefined) return null;
	return {
		...mail,
		from,
		replyTo: mailboxesIn(headers['reply-to'])[0] ?? null,
		subject: headers.subject?.trim() ?? mail.subject.replace(/^\w+:\s*/, ''),
		text: lines.slice(end).join('\n').trim(),
	};
}
