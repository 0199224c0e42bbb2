import type { Millis } from '../../leasing/time';

/** One entry of the append-only log of "stop texting me" and "you may again". Belongs to number and portfolio, not to a lead. */
export interface OptOutEntry {
	portfolio: string;
	phone: string;
	action: 'out' | 'in';
	/** How we learnt it: `reply`, `provider_error_21610`, `staff`, … */
	via: string;
	/** What proves it: the text's words, the error, the note. */
	evidence: string;
	at: Millis;
}

export interface OptOutFamily {
	record(entry: OptOutEntry): Promise<void>;
	/** The newest entry if it says `out`, else null. */
	current(portfolio: string, phone: string): Promise<OptOutEntry | null>;
	/** Oldest first. */
	history(portfolio: string, phone: string): Promise<OptOutEntry[]>;
}
