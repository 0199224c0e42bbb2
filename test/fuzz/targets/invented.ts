import type { InquiryPerson } from '../../../leasing/inquiry/inquiry';

/**
 * What of a person stands nowhere in an input. Mails, markup, links and JSON may write a letter in other ways: these are looked at only
 * when something was not found plainly, because nearly always it was.
 */
export class Known {
	private readonly texts: string[];
	private readonly plainly: string;
	private decodedly: string | null = null;

	constructor(item: unknown) {
		this.texts = textsOf(item);
		this.plainly = plain(this.texts.join(' '));
	}

	missingOf({ phones, emails, fullName }: InquiryPerson): string[] {
		const number = ({ e164, raw }: { e164: string | null; raw: string }): string[] =>
			(e164 !== null && this.hasDigits(e164.slice(-7))) || this.has(raw) ? [] : [raw];
		return [
			...phones.flatMap(number),
			...emails.filter(({ raw }) => !this.has(raw)).map(({ raw }) => raw),
			...(fullName ?? '').split(/[^\p{L}\p{N}]+/u).filter((word) => !this.has(word)),
		];
	}

	private has(text: string): boolean {
		const wanted = plain(text);
		return this.plainly.includes(wanted) || this.decoded().includes(wanted);
	}

	/** Together in one text, whatever stands between them but letters. */
	private hasDigits(wanted: string): boolean {
		const inOne = (text: string): boolean => text.split(/\p{L}+/u).some((run) => run.replace(/\D/g, '').includes(wanted));
		return this.texts.some(inOne) || this.texts.flatMap(decodings).some(inOne);
	}

	private decoded(): string {
		return (this.decodedly ??= plain(this.texts.flatMap(decodings).join(' ')));
	}
}

function plain(text: string): string {
	return text
		.normalize('NFKD')
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]+/gu, '');
}

/** All texts and keys, those in JSON texts, too. */
function textsOf(value: unknown, depth = 0): string[] {
	if (typeof value === 'string') return [value, ...(depth < 4 ? textsOf(json(value), depth + 1) : [])];
	if (typeof value !== 'object' || value === null) return [String(value)];
	return Object.entries(value).flatMap(([key, inner]) => [key, ...textsOf(inner, depth)]);
}

function json(text: string): unknown {
	try {
		const parsed = JSON.parse(text.replace(/^\uFEFF/, '')) as unknown;
		return typeof parsed === 'object' ? parsed : null;
	} catch {
		return null;
	}
}

/** Every way in which a text may hide another: entities, links, quoted-printable, base64, encoded words, in each other, too. */
function decodings(text: string): string[] {
	const once = [entities(text), linked(text), quotedPrintable(text), ...base64(text), withoutTags(text)];
	return [...once, ...once.flatMap((one) => [entities(one), withoutTags(entities(one)), linked(one), quotedPrintable(one)])];
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

function entities(text: string): string {
	return text
		.replace(/&#(?:x([0-9a-f]{1,6})|(\d{1,7}));?/gi, (all, hex?: string, decimal?: string) => {
			const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
			return code <= 0x10_ffff ? String.fromCodePoint(code) : all;
		})
		.replace(/&([a-z]+);?/gi, (all, name: string) => NAMED[name.toLowerCase()] ?? all);
}

function linked(text: string): string {
	return text
		.replace(/\+/g, ' ')
		.replace(/(?:%[0-9a-f]{2})+/gi, (escapes) => Buffer.from(escapes.replaceAll('%', ''), 'hex').toString('utf8'));
}

function quotedPrintable(text: string): string {
	return text
		.replace(/=\r?\n/g, '')
		.replace(/=\?[\w-]+\?[qb]\?|\?=/gi, ' ')
		.replace(/(?:=[0-9a-f]{2})+/gi, (escapes) => Buffer.from(escapes.replaceAll('=', ''), 'hex').toString('utf8'));
}

/** Words by themselves (as in encoded headers), and whole paragraphs, wherever their letters begin to make sense. */
function base64(text: string): string[] {
	const words = text.match(/[A-Za-z0-9+/]{8,}={0,2}/g) ?? [];
	const paragraphs = text.split(/\r?\n\s*\r?\n/).flatMap((one) => {
		const letters = one.replace(/[^A-Za-z0-9+/]/g, '');
		return [0, 1, 2, 3].map((at) => letters.slice(at));
	});
	return [...words, ...paragraphs].map((one) => Buffer.from(one, 'base64').toString('utf8'));
}

function withoutTags(text: string): string {
	return text.replace(/<[^>]{0,500}>/g, '');
}
