import { MINUTE, type Millis } from '../time';

/** What reading something from outside may cost. The documentation of Normalize Lead states these numbers. */
export interface Limits {
	/** Characters of all texts and keys of one item. */
	bytes: number;
	/** Characters of one mail, page of HTML or transcript. */
	document: number;
	/** Texts and numbers of one inquiry. */
	fields: number;
	/** Groups within groups. */
	depth: number;
	/** People of one inquiry. */
	people: number;
	/** Inquiries of one item. */
	leads: number;
	/** For one item, with the turns that others had meanwhile. */
	millis: Millis;
}

/** For items of Normalize Lead. No list that anybody imports meets them: n8n itself takes no more than 16 MB by its webhooks. */
export const READING: Limits = {
	bytes: 16_000_000,
	document: 2_000_000,
	fields: 2_000,
	depth: 12,
	people: 6,
	leads: 50_000,
	millis: 10 * MINUTE,
};

/**
 * For what comes to a webhook of Twilio or Buildium, before anything is decoded or hashed: whoever has only the address must not be
 * able to keep n8n busy. Twilio's largest request (a text with ten pictures) has some 60 fields in 6 KB, Buildium's events are below 2 KB.
 */
export const WEBHOOK: Pick<Limits, 'bytes' | 'fields'> = { bytes: 65_536, fields: 300 };

/**
 * For a lead that is delivered to one of our inboxes, before it is stored. The largest that were met are bookings and mails of some 300 KB;
 * a list of a thousand leads has about a megabyte. A browser's form has a few hundred bytes, and anybody may send one.
 */
export const DELIVERY: Readonly<Record<'proven' | 'anybody' | 'mail', Pick<Limits, 'bytes'>>> = {
	proven: { bytes: 2_000_000 },
	anybody: { bytes: 131_072 },
	mail: { bytes: 2_000_000 },
};
