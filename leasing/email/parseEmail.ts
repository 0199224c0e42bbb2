import { reason, type Reason } from '../reason';
import type { ContactEmail, EmailClass } from './email';
import { DISPOSABLE_HOSTS, RELAY_HOSTS, SYSTEM_HOSTS, isRoleMailbox, isRobotMailbox, isUnderHost } from './mailboxes';
import { isFillerText, isPlaceholderEmail } from './placeholder';
import { suggestDomain } from './suggestDomain';

export interface EmailContext {
	/** The company's domains (`acme.example`) and single addresses (`acme@gmail.com`), lower-case. */
	own: ReadonlySet<string>;
}

/** No field with an address in it is longer; what is, was pasted into the wrong place. */
const LONGEST_FIELD = 1_000;

/**
 * Reads an e-mail address and says what it is to us. Never throws.
 *
 * Only case is folded. The address is what we write to and what staff see, so `+tag` stays (it often names the listing
 * site) and so do dots: they mean nothing to consumer Gmail but tell people apart everywhere else, Gmail under a
 * company's own domain included. Matching may compare more loosely; it must not start from a changed address.
 * @param raw as received: a bare address, `mailto:…`, or `Nadia Ferris <nadia@example.com>`
 */
export function parseEmail(raw: string | null | undefined, context: EmailContext): ContactEmail {
	const received = raw ?? '';
	const text = received
		.slice(0, LONGEST_FIELD)
		.normalize('NFKC')
		.replace(/[\u200B-\u200F\u202A-\u202E\u2060\uFEFF]/g, '')
		.trim()
		.toLowerCase();
	if (text === '') return made(received, null, 'invalid', reason('no_email', 'There is no e-mail address.'));
	if (isFillerText(text)) return made(received, null, 'placeholder', reason('placeholder', 'This stands for "no e-mail".'));

	const candidates = addressesIn(text);
	const address = candidates[0];
	if (address === undefined)
		return made(
			received,
			null,
			'invalid',
			reason('invalid_email', 'This cannot be read as an e-mail address; it should look like name@example.com.'),
		);
	const notes = candidates.length > 1 ? [reason('several_emails', 'The field holds more than one address; the first was taken.')] : [];
	const at = address.lastIndexOf('@');
	return classify(received, address, address.slice(0, at), address.slice(at + 1), context, notes);
}

function classify(raw: string, address: string, local: string, domain: string, context: EmailContext, notes: Reason[]): ContactEmail {
	// A company may use a shared provider: one address is then its own, not everybody's at that domain.
	const ownDomains = [...context.own].filter((entry) => !entry.includes('@')).map((entry) => entry.toLowerCase());
	if (context.own.has(address) || isUnderHost(domain, ownDomains))
		return made(raw, address, 'own', reason('own_email', 'This address belongs to the company.'));
	if (isUnderHost(domain, RELAY_HOSTS)) {
		return made(
			raw,
			address,
			'relay',
			reason('relay', 'A site made this address for one conversation; it tells the conversation, not the person.'),
		);
	}
	if (isPlaceholderEmail(local, domain))
		return made(raw, address, 'placeholder', reason('placeholder', "This is filler, not somebody's address; ask for the real one."));
	if (isRobotMailbox(local) || isUnderHost(domain, SYSTEM_HOSTS)) {
		return made(
			raw,
			address,
			'system',
			reason('system_mailbox', "A site or program sends from this address; the renter's own is in the message."),
		);
	}
	if (isRoleMailbox(local))
		return made(raw, address, 'role', reason('role_mailbox', 'Several people may share this mailbox, so it does not tell who wrote.'));
	if (isUnderHost(domain, DISPOSABLE_HOSTS))
		return made(raw, address, 'disposable', reason('disposable', 'This is a throw-away address; it will stop working.'));
	const better = suggestDomain(domain);
	const typo =
		better === null ? [] : [reason('domain_typo', `The domain looks mistyped: perhaps ${better} is meant. It was left as it came.`)];
	return { raw, address, contactClass: 'personal', isIdentity: true, reasons: [...typo, ...notes] };
}

/** Addresses in a field, in order. The pattern takes what mail systems really deliver, not all that the standard allows. */
function addressesIn(text: string): string[] {
	const plain = text.replace(/^mailto:/, '').replace(/\?.*$/s, '');
	// "nadia@work" <nadia@example.com>: what stands in angle brackets is the address.
	const bracketed = [...plain.matchAll(/<\s*(?:mailto:)?([^<>\s]+@[^<>\s]+)\s*>/g)].map((match) => match[1] ?? '');
	const parts = bracketed.length > 0 ? bracketed : plain.split(/[\s;,|]+|\/(?=[^\s@]+@)/);
	return parts.map((part) => part.replace(/^[("'<[]+|[)"'>\].,:!]+$/g, '')).filter(isAddress);
}

const LOCAL = /^[\p{L}\p{N}!#$%&'*+/=?^_`{|}~-]+(?:\.[\p{L}\p{N}!#$%&'*+/=?^_`{|}~-]+)*$/u;
const DOMAIN = /^(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.)+(?:\p{L}{2,63}|xn--[a-z0-9-]{2,59})$/u;

function isAddress(part: string): boolean {
	const at = part.lastIndexOf('@');
	const local = part.slice(0, at);
	const domain = part.slice(at + 1);
	return at > 0 && local.length <= 64 && domain.length <= 253 && LOCAL.test(local) && DOMAIN.test(domain);
}

function made(raw: string, address: string | null, contactClass: EmailClass, why: Reason): ContactEmail {
	return { raw, address, contactClass, isIdentity: false, reasons: [why] };
}
