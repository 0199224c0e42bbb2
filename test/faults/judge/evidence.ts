import type { SandboxMessage } from '../../../sandbox/twilio/contract';
import type { PlacedCall } from '../calls/placer';
import type { SentForm } from '../renters/forms';
import type { SentReply } from '../renters/replies';
import type { Records } from './records';

/** A request of the phone company to our trigger, and what we answered. */
export interface AnsweredRequest {
	/** `voice`, `inbound`, `text`, `recording`, … */
	step: string;
	fields: Readonly<Record<string, string>>;
	sentAt: number;
	settledAt: number;
	/** Our trigger said yes to it: from then on it is our responsibility. */
	accepted: boolean;
}

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
