import { suggestDomain } from '../../email/suggestDomain';
import { likeness, slips } from './similarity';

/**
 * `domain_typo`: the same mailbox, the domain mistyped; `same_name`: the same, telling, name at another provider;
 * `near`: one slip; `close`: two, or one shared beginning.
 */
export type EmailLevel = 'missing' | 'exact' | 'domain_typo' | 'near' | 'same_name' | 'close' | 'differs';

/** Providers whose `+tag` is an alias of the mailbox before it. */
const TAGGING: ReadonlySet<string> = new Set([
	'gmail.com',
	'outlook.com',
	'hotmail.com',
	'live.com',
	'msn.com',
	'icloud.com',
	'me.com',
	'mac.com',
	'fastmail.com',
	'fastmail.fm',
	'proton.me',
	'protonmail.com',
	'pm.me',
]);

/** Providers at which everybody has a mailbox; others show by being crowded. */
const PROVIDERS: ReadonlySet<string> = new Set([
	...TAGGING,
	'yahoo.com',
	'ymail.com',
	'aol.com',
	'comcast.net',
	'att.net',
	'verizon.net',
	'sbcglobal.net',
	'bellsouth.net',
	'cox.net',
	'charter.net',
	'mail.com',
	'gmx.com',
	'zoho.com',
]);

export function isProvider(domain: string): boolean {
	return PROVIDERS.has(domain);
}

/**
 * One spelling for each mailbox: tags off where the provider knows them, dots off at consumer Gmail alone (a company's
 * own Gmail tells them apart). Only for comparing; what is written to is never changed.
 */
export function mailboxOf(address: string): string {
	const at = address.lastIndexOf('@');
	if (at < 1) return '';
	const given = address.slice(at + 1).toLowerCase();
	const domain = given === 'googlemail.com' ? 'gmail.com' : given;
	let local = address.slice(0, at).toLowerCase();
	if (TAGGING.has(domain)) local = local.replace(/(?!^)\+.*$/, '');
	if (domain === 'gmail.com') local = local.replace(/\./g, '');
	return `${local}@${domain}`;
}

export function compareEmails(one: readonly string[], other: readonly string[]): { level: EmailLevel; shared: string | null } {
	if (one.length === 0 || other.length === 0) return { level: 'missing', shared: null };
	let best: EmailLevel = 'differs';
	for (const address of one) {
		for (const candidate of other) {
			if (address === candidate) return { level: 'exact', shared: address };
			const level = compareMailboxes(address, candidate);
			if (ORDER.indexOf(level) < ORDER.indexOf(best)) best = level;
		}
	}
	return { level: best, shared: null };
}

const ORDER: readonly EmailLevel[] = ['exact', 'domain_typo', 'near', 'same_name', 'close', 'differs'];

function compareMailboxes(one: string, other: string): EmailLevel {
	const [local = '', domain = ''] = split(one);
	const [otherLocal = '', otherDomain = ''] = split(other);
	if (local === otherLocal) {
		if (suggestDomain(domain) === otherDomain || suggestDomain(otherDomain) === domain) return 'domain_typo';
		if (slips(domain, otherDomain, 2) <= 2 && Math.min(domain.length, otherDomain.length) >= 7) return 'domain_typo';
		return isTelling(local) ? 'same_name' : 'differs';
	}
	const distance = slips(one, other, 3);
	if (numbersDiffer(local, otherLocal)) return distance === 1 ? 'close' : 'differs';
	if (distance === 1 && Math.min(local.length, otherLocal.length) >= 5) return 'near';
	if (distance <= 3 && one.length >= 14) return 'close';
	return domain === otherDomain && local.length >= 6 && likeness(local, otherLocal) >= 0.92 ? 'close' : 'differs';
}

/** A mailbox name that few can have: `nadia.ferris88`, not `mary.smith`, which somebody has at every provider. */
function isTelling(local: string): boolean {
	return local.length >= 7 && (/\d{2}/.test(local) || local.length >= 12);
}

/** `ana12` and `ana57` are two mailboxes made on purpose, by two people of one name more often than by one. */
function numbersDiffer(local: string, otherLocal: string): boolean {
	const [number, otherNumber] = [local.replace(/\D/g, ''), otherLocal.replace(/\D/g, '')];
	if (number === otherNumber) return false;
	const letters = (text: string): string => text.replace(/[\d._-]/g, '');
	return letters(local) === letters(otherLocal) || (number.length >= 2 && otherNumber.length >= 2 && slips(number, otherNumber, 1) > 1);
}

function split(address: string): [string, string] {
	const at = address.lastIndexOf('@');
	return [address.slice(0, at), address.slice(at + 1)];
}
