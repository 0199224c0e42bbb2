import type { GiveWay } from '../../../limits/giveWay';
import { READING } from '../../../limits/limits';
import { reason, type Reason } from '../../../reason';
import { textOf, wordOf } from '../../form/leaves';
import { isGroup, type Payload } from '../unwrap';
import { htmlText, tidy } from './htmlText';
import { mailboxesIn, type Mail } from './mail';
import { parseMime } from './parseMime';

type Group = Readonly<Record<string, unknown>>;

/** Whether a payload is an e-mail: as n8n's e-mail, Gmail and Outlook nodes give it, or the raw message. */
export function looksLikeMail({ body, text }: Payload): boolean {
	if (text !== null && isRawMail(text)) return true;
	if (textOf(body.raw) !== null && isRawMail(wordOf(body.raw))) return true;
	const content = ['textPlain', 'textHtml', 'html', 'textAsHtml', 'bodyPreview', 'snippet', 'body-plain', 'stripped-text'].some(
		(key) => typeof body[key] === 'string',
	);
	const plain = typeof body.text === 'string' || typeof body.body === 'string' || (isGroup(body.body) && 'content' in body.body);
	const subject = ['subject', 'Subject'].some((key) => typeof body[key] === 'string');
	const from = mailboxesIn(body.from ?? body.From ?? body.sender).length > 0;
	return from && (content || (subject && plain));
}

function isRawMail(text: string): boolean {
	const head = text.slice(0, 20_000);
	return /^[\w-]{2,60}:[^\n]*\n/.test(head) && /^from:/im.test(head) && /^(?:subject|date|to|mime-version|message-id):/im.test(head);
}

/** Reads the mail out of a payload. @returns null when it is none */
export async function readMail({ body, text }: Payload, giveWay: GiveWay): Promise<Mail | null> {
	const raw = text !== null && isRawMail(text) ? text : textOf(body.raw);
	if (raw !== null && isRawMail(raw)) return await fromMime(raw, giveWay);
	const html =
		firstText(body, ['textHtml', 'html', 'body-html']) ??
		(isGroup(body.body) && /html/i.test(wordOf(body.body.contentType)) ? textOf(body.body.content) : null);
	const plain =
		firstText(body, ['textPlain', 'text', 'body-plain', 'plain']) ??
		(isGroup(body.body) ? (html === null ? textOf(body.body.content) : null) : textOf(body.body)) ??
		firstText(body, ['bodyPreview', 'snippet']);
	const headers = { ...lowered(body.metadata), ...lowered(body.headers) };
	const looksHtml = plain !== null && html === null && /<(?:html|body|table|div|p|br)\b/i.test(plain.slice(0, 5_000));
	return await made(
		{
			from: body.from ?? body.From ?? body.sender,
			replyTo: body.replyTo ?? body['reply-to'] ?? body['Reply-To'] ?? headerText(headers['reply-to']),
			to: [
				body.to,
				body.To,
				body.toRecipients,
				body.cc,
				body.recipient,
				headerText(headers['delivered-to']),
				headerText(headers['x-original-to']),
			],
			subject: textOf(body.subject) ?? textOf(body.Subject) ?? '',
			date: textOf(body.date) ?? textOf(body.Date) ?? textOf(body.receivedDateTime) ?? headerText(headers.date),
			messageId: textOf(body.messageId) ?? textOf(body.internetMessageId) ?? headerText(headers['message-id']) ?? textOf(body.id),
		},
		looksHtml ? null : plain,
		looksHtml ? plain : html,
		attachmentsIn(body.attachments),
		false,
		giveWay,
	);
}

async function fromMime(raw: string, giveWay: GiveWay): Promise<Mail | null> {
	const parsed = await parseMime(raw, giveWay);
	if (parsed === null) return null;
	const { mail, cut } = parsed;
	const attachments = mail.attachments
		.slice(0, MOST_ATTACHMENTS)
		.flatMap(({ content, mimeType, filename }) =>
			/xml|text|adf/i.test(`${mimeType} ${filename ?? ''}`)
				? [typeof content === 'string' ? content : new TextDecoder().decode(content)]
				: [],
		);
	const header = (key: string): string | null => mail.headers.find((one) => one.key === key)?.value ?? null;
	return await made(
		{
			from: mail.from,
			replyTo: mail.replyTo,
			to: [mail.to, mail.cc, mail.deliveredTo, header('x-original-to')],
			subject: mail.subject ?? '',
			date: mail.date ?? null,
			messageId: mail.messageId ?? null,
		},
		mail.text ?? null,
		mail.html ?? null,
		attachments,
		cut || mail.attachments.length > MOST_ATTACHMENTS,
		giveWay,
	);
}

const MOST_ATTACHMENTS = 10;

interface Envelope {
	from: unknown;
	replyTo: unknown;
	to: unknown;
	subject: string;
	date: string | null;
	messageId: string | null;
}

/** A plain part that only says "open this mail in a browser" is no content. */
const SHORT = 40;

async function made(
	envelope: Envelope,
	plain: string | null,
	html: string | null,
	attachments: readonly string[],
	cut: boolean,
	giveWay: GiveWay,
): Promise<Mail> {
	const content = html === null ? null : await htmlText(html, giveWay);
	const own = plain === null ? '' : tidy(plain.slice(0, LONGEST_PLAIN));
	// HTML keeps what stands in one row together; the plain part of listing sites' mails is often a poor copy.
	const text = content !== null && content.text.length >= SHORT ? content.text : own || (content?.text ?? '');
	const shortened = cut || content?.cut === true || (plain !== null && plain.length > LONGEST_PLAIN);
	return {
		from: mailboxesIn(envelope.from)[0] ?? null,
		replyTo: mailboxesIn(envelope.replyTo)[0] ?? null,
		to: mailboxesIn(envelope.to),
		subject: envelope.subject.slice(0, LONGEST_HEADER).replace(/\s+/g, ' ').trim().slice(0, 500),
		text,
		links: content?.links ?? [],
		metas: content?.metas ?? {},
		date: envelope.date === null ? null : isoDate(envelope.date),
		messageId: envelope.messageId,
		attachments: own !== text && own !== '' ? [...attachments, own] : attachments,
		notes: shortened ? [MAIL_CUT] : [],
	};
}

const LONGEST_PLAIN = READING.document / 2;
const LONGEST_HEADER = 4_000;

const MAIL_CUT: Reason = reason(
	'mail_cut',
	'The mail is larger, or its parts nest deeper, than what is read of one mail; only its beginning counts. Look at the mail itself for the rest.',
);

/** Mails say their date in words, with an offset. */
function isoDate(text: string): string | null {
	const at = /^\d{10,13}$/.test(text)
		? Number(text.padEnd(13, '0'))
		: Date.parse(text.slice(0, 100).replace(/\s*\([^)]{0,40}\)\s*$/, ''));
	return Number.isNaN(at) || Math.abs(at) > 8e15 ? null : new Date(at).toISOString();
}

function firstText(body: Group, keys: readonly string[]): string | null {
	return keys.map((key) => textOf(body[key])).find((text) => text !== null) ?? null;
}

function lowered(value: unknown): Record<string, unknown> {
	return isGroup(value)
		? Object.fromEntries(
				Object.entries(value)
					.slice(0, 300)
					.map(([key, inner]) => [key.toLowerCase(), inner]),
			)
		: {};
}

/** mailparser hands on whole header lines: `Reply-To: nadia@example.com`. */
function headerText(value: unknown): string | null {
	const text = textOf(Array.isArray(value) ? value[0] : value);
	return text === null ? null : text.slice(0, 4_000).replace(/^[\w-]{2,40}:\s*/, '');
}

function attachmentsIn(value: unknown): string[] {
	return (Array.isArray(value) ? value : [])
		.slice(0, MOST_ATTACHMENTS)
		.filter(isGroup)
		.flatMap(({ content, text }) => textOf(content) ?? textOf(text) ?? []);
}
