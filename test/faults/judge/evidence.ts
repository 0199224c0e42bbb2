import type { SandboxMessage } from '../../../sandbox/twilio/contract';
import type { PlacedCall } from '../calls/placedCall';
import type { AnsweredRequest } from '../renters/answered';
import type { SentForm } from '../renters/forms';
import type { SentReply } from '../renters/replies';
import type { Records } from './records';

/** All that was seen from outside, and all that the store says. */
export interface Evidence {
	placed: readonly PlacedCall[];
	/** Of the phone company's account, both directions. */
	messages: readonly SandboxMessage[];
	replies: readonly SentReply[];
	forms: readonly SentForm[];
	requests: readonly AnsweredRequest[];
	records: Records;
	/** Every wording that may go out from a line, filled in. */
	wordings(line: string): string[];
	/** Records in the property-management system that carry the mark of an event, by the event's key; null: none is connected. */
	writtenBack: ((key: string) => number) | null;
}
