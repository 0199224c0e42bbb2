import type { Places } from '../hours/textingWindow';
import type { ContactPhone } from '../phone/phone';
import type { Millis } from '../time';
import type { Held } from './heldWhy';

/** A text that somebody wants to send. */
export interface GuardRequest {
	/** Null when the contact has no phone at all. */
	to: ContactPhone | null;
	/** As received, for people; not judged. */
	toRaw: string | null;
	/** The company's line, E.164. */
	from: string;
	body: string;
	/** When the event behind it happened. */
	eventAt: Millis;
	/** True for the one direct answer to the person's own contact; anything else keeps quiet hours without exception. */
	directReply: boolean;
	/** When the guard first said hold, if this text was held. */
	heldSince?: Millis;
}

/** What the store and the directory know. */
export interface GuardFacts {
	optedOut: { at: Millis; via: string } | null;
	/** Something at which nobody has looked yet: words of the person that may mean "stop texting me", or a lead that anybody could have sent. */
	held: Held | null;
	/** The newest other text from this line to this phone that went or may have gone out; never the text being judged. */
	lastText: { at: Millis } | null;
	/** Line type of a carrier look-up (`mobile`, `landline`, …) or learnt from a failed text; null when not known. */
	lineType: string | null;
	/** Whether the sending line has SMS. */
	lineTextable: boolean;
	/** Whether the recipient is one of the company's own lines. */
	ownNumber: boolean;
	staffNumber: boolean;
	/** How many other texts were tried within the last hour to numbers that never called or wrote; null: this one has. */
	toStrangers: { ofLine: number; ofPortfolio: number } | null;
	/** Everywhere the recipient may be; see plausiblePlaces. */
	places: Places;
}
