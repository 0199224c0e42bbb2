import { isUnderHost } from '../../../email/mailboxes';
import type { FormField } from '../../form/fieldMap';
import type { Channel, FormatConfidence } from '../../inquiry';
import { domainOf, type Mail } from './mail';

/** A site that writes to leasing offices in renters' names, and how its mails are read. */
export interface Sender {
	/** `zillow`; becomes the inquiry's provider. */
	id: string;
	name: string;
	/** Domains, with everything below them, and single addresses. */
	hosts: readonly string[];
	/** Canonical source, or any spelling of one; null when the sender writes for others. */
	source: string | null;
	/** Who delivers for this site, when it is another. */
	network?: string;
	channel: Channel;
	/** The mail's body is the renter's own words, behind a relay; nothing in it is the site's. */
	relayed?: boolean;
	/** One mail may hold several leads. */
	digest?: boolean;
	/** Phrases with `(?<name>…)` or `(?<address>…)`; the first that fits a subject or a line counts. */
	cues?: ReadonlyArray<RegExp>;
	/** Labels that only this site uses, as plainKey gives them. */
	labels?: Readonly<Record<string, FormField>>;
	confidence: FormatConfidence;
	asOf: string;
}

/** The sender that a mail came from; the longest host wins, so that `email.rent.com` goes before `rent.com`. */
export function senderOf({ from, replyTo }: Pick<Mail, 'from' | 'replyTo'>, senders: readonly Sender[]): Sender | null {
	for (const box of [from, replyTo]) {
		if (box === null) continue;
		const fits = senders.flatMap((sender) =>
			sender.hosts
				.filter((host) => (host.includes('@') ? box.address === host : isUnderHost(domainOf(box.address), [host])))
				.map((host) => ({ sender, host })),
		);
		const best = fits.sort((a, b) => b.host.length - a.host.length)[0];
		if (best !== undefined) return best.sender;
	}
	return null;
}
