import type { Reason } from '../../reason';
import type { FieldTexts } from '../form/fieldMap';
import type { Channel, InquiryCall } from '../inquiry';

/**
 * What a format's reader takes out of an item: texts as they stand, sorted by field, and nothing judged yet. All formats
 * meet here; `assemble` makes the inquiry of it, so that phones, names and dates are read in one way for all of them.
 */
export interface RawLead {
	channel: Channel;
	/** Who sent it: `zillow`, `typeform`, `email`. With the submission id unique for ever. */
	provider: string;
	fields: FieldTexts;
	/** Fields of each person, where the input keeps several apart; empty: they stand in `fields`. */
	people?: readonly FieldTexts[];
	/** Where renters of this format come from when the item does not say it itself. */
	source?: string | null;
	/** Who delivered it for another site. */
	network?: string | null;
	/** The called number, mailboxes and free texts that may tell the property. */
	calledNumbers?: readonly string[];
	mailboxes?: readonly string[];
	/** Free texts beside the message: a subject, a listing's headline. */
	texts?: readonly string[];
	/** IANA zone in which the sender writes times without an offset. */
	zone?: string | null;
	/** Addresses and domains that are the sender's or ours: never the renter's. Lower-case. */
	notTheRenters?: ReadonlySet<string>;
	call?: InquiryCall | null;
	/** The renter wrote the message: a phone or an address in it is the renter's. */
	renterWrote?: boolean;
	/** What the reader changed or left out, and why. */
	notes?: readonly Reason[];
	/** Why a person should look at it. */
	attention?: readonly Reason[];
	/** Names of what stood in the item, to tell a person what could be mapped. */
	present?: readonly string[];
	/** What this lead was read from, where one item holds several; otherwise the whole item. */
	raw?: unknown;
}

/**
 * What reading an item gives: leads (nearly always one), or why there is none.
 * `left`: why some of it was not read; that comes out as a result of its own, beside the leads.
 */
export type Reading = { leads: readonly RawLead[]; left?: readonly Reason[] } | { reasons: readonly Reason[] };
