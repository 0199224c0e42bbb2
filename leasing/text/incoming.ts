import type { OptOutReading } from './optOutWords';
import type { TextMedia } from './text';

/** A text that a renter sent, as the phone system handed it over; its words turned into ours. */
export interface IncomingText {
	/** The phone system: `twilio`, … */
	provider: string;
	/** Its id of the message. */
	providerId: string;
	/** Who wrote, as received. */
	from: string;
	/** The company's line, as received. */
	to: string;
	body: string;
	media: TextMedia[];
	/** The phone system's own verdict on a keyword, which it has answered itself; null: it gave none. */
	keyword: 'out' | 'in' | 'help' | null;
	/** The request as it came. */
	raw: unknown;
}

/** What a workflow that runs for each text of renters gets. */
export interface TextEvent {
	kind: 'text_received';
	portfolio: string;
	/** Of the row in the conversation. */
	textId: string;
	inquiryId: string;
	/** Null: nobody we know. */
	leadId: string | null;
	provider: string;
	providerId: string;
	/** The company's line, as received. */
	line: string;
	/** Who wrote, E.164; as received if it is no phone number. */
	phone: string;
	body: string;
	media: TextMedia[];
	/** What it says about further texts. */
	reading: OptOutReading;
	receivedAt: string;
}
