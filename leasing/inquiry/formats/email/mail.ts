import type { Reason } from '../../../reason';

/** A mailbox as a header names it. */
export interface Mailbox {
	name: string | null;
	/** Lower-case. */
	address: string;
}

/** An e-mail without the wrapping of the step that fetched it. */
export interface Mail {
	from: Mailbox | null;
	replyTo: Mailbox | null;
	/** All receivers, hidden ones too as far as they show. */
	to: readonly Mailbox[];
	subject: string;
	/** Plain text: the mail's own, or made of its HTML. */
	text: string;
	/** Links with what they lead to; some sites put the renter's details in there. */
	links: readonly string[];
	/** `<meta name=… content=…>` of the HTML: a standard by which sites say who the lead is. */
	metas: Readonly<Record<string, string>>;
	date: string | null;
	messageId: string | null;
	/** Texts of attachments that may hold a document. */
	attachments: readonly string[];
	/** What of it was not read, and why. */
	notes: readonly Reason[];
}

const ADDRESS = /[^\s<>()",;:]{1,64}@[^\s<>()",;:]{1,250}/;

/** Reads `Nadia Ferris <nadia@example.com>`, a list of such, or mailparser's and Outlook's groups. */
export function mailboxesIn(value: unknown, depth = 0): Mailbox[] {
	if (depth > 4) return [];
	if (Array.isArray(value)) return value.slice(0, MOST).flatMap((one) => mailboxesIn(one, depth + 1));
	if (typeof value === 'object' && value !== null) {
		const group = value as { value?: unknown; emailAddress?: unknown; address?: unknown; name?: unknown; text?: unknown };
		if (group.value !== undefined) return mailboxesIn(group.value, depth + 1);
		if (group.emailAddress !== undefined) return mailboxesIn(group.emailAddress, depth + 1);
		const address = typeof group.address === 'string' ? (ADDRESS.exec(group.address.slice(0, LONGEST))?.[0] ?? null) : null;
		if (address !== null)
			return [{ name: typeof group.name === 'string' ? cleanName(group.name) : null, address: address.toLowerCase() }];
		return typeof group.text === 'string' ? mailboxesIn(group.text, depth + 1) : [];
	}
	if (typeof value !== 'string') return [];
	// A comma inside quotes belongs to a name: "Ferris, Nadia" <nadia@example.com>.
	const parts = value.slice(0, LONGEST).match(/(?:"[^"]{0,200}"|[^",;]){1,400}/g) ?? [];
	return parts.slice(0, MOST).flatMap((part) => {
		const address = ADDRESS.exec(part)?.[0];
		if (address === undefined) return [];
		return [{ name: cleanName(part.slice(0, part.indexOf(address)).replace(/[<(]\s*$/, '')), address: address.toLowerCase() }];
	});
}

const MOST = 50;
const LONGEST = 4_000;

function cleanName(text: string): string | null {
	const plain = text.replace(/["']/g, '').replace(/\s+/g, ' ').trim();
	return plain === '' || plain.includes('@') || plain.length > 120 ? null : plain;
}

/** The part behind the `@`. */
export function domainOf(address: string): string {
	return address.slice(address.lastIndexOf('@') + 1);
}
