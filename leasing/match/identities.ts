import type { ContactEmail, EmailClass } from '../email/email';
import type { Inquiry } from '../inquiry/inquiry';
import type { ContactPhone, PhoneClass } from '../phone/phone';
import { reason, type Reason } from '../reason';
import type { Identity } from './match';

/** What may point to a lead, and why the rest may not. */
export interface Identities {
	identities: Identity[];
	refused: Reason[];
}

/**
 * The identities of an inquiry: personal phones and personal e-mails, each once. Everything else is refused with a
 * reason, because one shared value would melt many renters into one lead. The class decides, and a flag may only forbid:
 * the item may have been edited on its way.
 */
export function identitiesOf(inquiry: Pick<Inquiry, 'people'>): Identities {
	const identities = new Map<string, Identity>();
	const refused = new Map<string, Reason>();
	for (const person of inquiry.people) {
		for (const phone of person.phones) {
			if (phone.contactClass === 'personal' && phone.isIdentity && phone.e164 !== null) {
				identities.set(`phone ${phone.e164}`, { kind: 'phone', value: phone.e164 });
			} else {
				refused.set(`phone ${phone.raw}`, phoneRefusal(phone));
			}
		}
		for (const email of person.emails) {
			if (email.contactClass === 'personal' && email.isIdentity && email.address !== null) {
				identities.set(`email ${email.address}`, { kind: 'email', value: email.address });
			} else {
				refused.set(`email ${email.raw}`, emailRefusal(email));
			}
		}
	}
	return { identities: [...identities.values()], refused: [...refused.values()] };
}

function phoneRefusal({ contactClass }: ContactPhone): Reason {
	return reason(`phone_${contactClass}`, `${PHONES[contactClass]}, so it does not tell who the renter is.`);
}

function emailRefusal({ contactClass }: ContactEmail): Reason {
	return reason(`email_${contactClass}`, `${EMAILS[contactClass]}, so it does not tell who the renter is.`);
}

const PHONES: Readonly<Record<PhoneClass, string>> = {
	personal: 'The phone number is marked as not identifying anybody',
	withheld: 'The caller hid the number',
	own: "The phone number is one of the company's own",
	staff: 'The phone number belongs to a member of staff',
	toll_free: 'The phone number is toll-free and belongs to a business',
	premium: 'The phone number is a premium-rate service',
	short_code: 'The phone number is a short code',
	placeholder: 'The phone number is filler',
	invalid: 'The phone number is not a real one',
};

const EMAILS: Readonly<Record<EmailClass, string>> = {
	personal: 'The e-mail address is marked as not identifying anybody',
	relay: "The e-mail address is a listing site's relay for one conversation",
	role: 'The e-mail address is an office mailbox',
	system: 'The e-mail address belongs to a robot',
	disposable: 'The e-mail address is a throw-away one',
	own: "The e-mail address is one of the company's own",
	placeholder: 'The e-mail address is filler',
	invalid: 'The e-mail address is not a real one',
};
