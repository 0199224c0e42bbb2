import { isRobotMailbox, isUnderHost, RELAY_HOSTS, SYSTEM_HOSTS } from '../../../email/mailboxes';
import type { FieldTexts } from '../../form/fieldMap';
import type { RawLead } from '../rawLead';
import { domainOf, type Mail, type Mailbox } from './mail';
import type { Sender } from './sender';

/** What every lead of a mail has from its envelope. */
export function aboutMail(
	mail: Mail,
	sender: Sender | null,
): Pick<RawLead, 'source' | 'network' | 'mailboxes' | 'texts' | 'notTheRenters'> {
	const receivers = mail.to.map(({ address }) => address);
	return {
		source: sender?.source ?? null,
		network: sender?.network ?? null,
		mailboxes: receivers,
		texts: [mail.subject],
		notTheRenters: new Set([...receivers, ...(sender?.hosts ?? [])]),
	};
}

/** The renter's mailbox: whom an answer would reach, if that is not the site itself. */
export function renterBoxes({ from, replyTo }: Mail, sender: Sender | null): Mailbox[] {
	return [replyTo, from]
		.filter((box) => box !== null)
		.filter(({ address }, index, all) => {
			const domain = domainOf(address);
			const robot = isRobotMailbox(localOf(address));
			const sites =
				isUnderHost(domain, SYSTEM_HOSTS) || (sender?.hosts ?? []).some((host) => host === address || isUnderHost(domain, [host]));
			return (
				all.findIndex((box) => box.address === address) === index &&
				(isUnderHost(domain, RELAY_HOSTS) ? !robot || /^reply\+/.test(address) : !sites && !robot)
			);
		});
}

/** The mail's own id; of a digest, one for each lead. */
export function idOf(mail: Mail, fields: FieldTexts, index: number | null): string[] {
	const given = index === null ? (fields.submissionId ?? []) : [];
	if (given.length > 0) return [...given];
	return mail.messageId === null ? [] : [`${mail.messageId.replace(/^<|>$/g, '')}${index === null ? '' : `#${index + 1}`}`];
}

/** The part before the `@`. */
export function localOf(address: string): string {
	return address.slice(0, address.lastIndexOf('@'));
}
