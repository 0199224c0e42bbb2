import type { Reason } from '../reason';

/** A phone number in E.164 (`+15125550123`). Branded so that nothing else can be passed for one. */
export type E164 = string & { readonly __brand: 'E164' };

/**
 * What a phone number is to us. Only `personal` numbers may identify a renter:
 * - `personal`: may be somebody's own phone
 * - `withheld`: the caller hid the number; Twilio spells this in digits (see withheld.ts)
 * - `own`: a line or tracking number of the company
 * - `staff`: a member of staff
 * - `toll_free`, `premium`, `short_code`: valid, but nobody's own phone
 * - `placeholder`: filler such as 555-555-5555 or 9999999999
 * - `invalid`: not a phone number
 */
export type PhoneClass = 'personal' | 'withheld' | 'own' | 'staff' | 'toll_free' | 'premium' | 'short_code' | 'placeholder' | 'invalid';

/** A phone number as it came in and what we made of it. Shape of `people[].phones[]` in every item. */
export interface ContactPhone {
	/** Exactly as received. */
	raw: string;
	/** Null when the number is withheld, invalid or a placeholder. */
	e164: E164 | null;
	/** ISO 3166 country of the number, `US`, or null if unknown. */
	country: string | null;
	contactClass: PhoneClass;
	/** True only for `personal`: this number may be used to recognise a renter. */
	isIdentity: boolean;
	/** `unknown`: the numbering plan does not tell a mobile from a landline (true of all of North America). */
	textable: 'yes' | 'no' | 'unknown';
	/** Why it is not an identity or not textable; empty when nothing speaks against it. */
	reasons: Reason[];
	/** What kind of line the numbering plan says it is; North America's does not tell mobiles from landlines. */
	type?: PhoneType | undefined;
}

export const PHONE_TYPES = ['mobile', 'landline', 'mobile_or_landline', 'toll_free', 'premium', 'short_code', 'voip', 'unknown'] as const;
export type PhoneType = (typeof PHONE_TYPES)[number];

/** What the company owns or employs; numbers in here never identify a renter. */
export interface KnownNumbers {
	own: ReadonlySet<string>;
	staff: ReadonlySet<string>;
}
