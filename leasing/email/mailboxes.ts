/**
 * Mailboxes that are not a person's. Hosts match with all their subdomains. Listing sites' senders come from parsers
 * that leasing tools published between 2022 and 2026 and will drift: that is why unknown ones stay `personal` and a
 * mailbox seen with many names is caught by matching instead.
 */

/** One alias per conversation; says which conversation, never who. */
export const RELAY_HOSTS: readonly string[] = [
	'convo.hotpads.com',
	'convo.trulia.com',
	'convo.zillow.com',
	'craigslist.org',
	'messaging.yelp.com',
	'mozmail.com',
	'privaterelay.appleid.com',
];

/** Sites that write to leasing offices in a renter's name. The renter is in Reply-To or in the body. */
export const SYSTEM_HOSTS: readonly string[] = [
	'abodoapts.com',
	'apartmentlist.com',
	'apartments.com',
	'email.realtor.com',
	'email.rent.com',
	'facebookmail.com',
	'hotpads.com',
	'message.my.apartmentguide.com',
	'move.com',
	'trulia.com',
	'wufoo.com',
	'zillow.com',
	'zillowrentals.com',
	'zlead.co',
	'zumper.com',
];

export const DISPOSABLE_HOSTS: readonly string[] = [
	'10minutemail.com',
	'dispostable.com',
	'fakeinbox.com',
	'getnada.com',
	'grr.la',
	'guerrillamail.com',
	'maildrop.cc',
	'mailinator.com',
	'mailnesia.com',
	'mintemail.com',
	'sharklasers.com',
	'temp-mail.org',
	'tempmail.com',
	'throwawaymail.com',
	'trashmail.com',
	'yopmail.com',
];

const ROLES: ReadonlySet<string> = new Set(
	(
		'abuse accounting accounts admin administrator ap apartments ar billing careers concierge contact contactus customerservice desk ' +
		'email enquiries enquiry feedback finance frontdesk front-desk general hello help helpdesk hostmaster hr info information inquiries ' +
		'inquiry it jobs lead leads lease leasing leasingoffice legal mail maintenance management manager marketing media office operations ' +
		'orders payments pm press privacy propertymanagement propertymanager reception rent rental rentals reservations residents root sales ' +
		'security service services staff support team tours webmaster website'
	).split(' '),
);

const ROBOT =
	/^(?:(?:no|do-?not|dont|never)[-_.]?reply.*|noreply.*|mailer-daemon|postmaster|bounces?|notifications?|notify|alerts?|auto(?:mated|-?confirm|-?reply)?|system|daemon)$/;

/** @param local the part before @, lower-case */
export function isRobotMailbox(local: string): boolean {
	return ROBOT.test(withoutTag(local)) || /^(?:bounce|reply)[+=_-]/.test(local);
}

/** @param local the part before @, lower-case */
export function isRoleMailbox(local: string): boolean {
	return ROLES.has(withoutTag(local)) || ROLES.has(withoutTag(local).replace(/[-_.]/g, ''));
}

/** @returns true when the domain is one of the hosts or lies below one */
export function isUnderHost(domain: string, hosts: Iterable<string>): boolean {
	for (const host of hosts) if (domain === host || domain.endsWith(`.${host}`)) return true;
	return false;
}

function withoutTag(local: string): string {
	return local.replace(/\+.*$/, '');
}
