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
