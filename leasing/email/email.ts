import type { Reason } from '../reason';

/**
 * What an e-mail address is to us. Only `personal` may identify a renter. `relay` is a listing site's
 * per-conversation alias (`…@convo.zillow.com`), `role` a mailbox of an office (`info@`), `system` a robot (`noreply@`),
 * `own` an address of the company, `placeholder` filler such as `none@none.com`.
 */
export type EmailClass = 'personal' | 'relay' | 'role' | 'system' | 'disposable' | 'own' | 'placeholder' | 'invalid';

/** An e-mail address as it came in and what we made of it. Shape of `people[].emails[]` in every item. */
export interface ContactEmail {
	raw: string;
	/** Lower-cased and trimmed; null when it is not an address. */
	address: string | null;
	contactClass: EmailClass;
	isIdentity: boolean;
	reasons: Reason[];
}
