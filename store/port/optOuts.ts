import type { OptOutVia } from '../../leasing/text/optOutVia';
import type { Millis } from '../../leasing/time';

/** One entry of the append-only log of "stop texting me" and "you may again". Belongs to number and portfolio, not to a lead. */
export interface OptOutEntry {
	portfolio: string;
	phone: string;
	action: 'out' | 'in';
	/** How we learnt it. */
	via: OptOutVia;
	/** What proves it: the text's words, the error, the note. */
	evidence: string;
	/** For people. Which of two entries counts is decided by the order in which they were recorded. */
	at: Millis;
}

export interface OptOutFamily {
	/** @throws StoreError `constraint` for an unknown `via` */
	record(entry: OptOutEntry): Promise<void>;
	/** The entry that was recorded last, if it says `out`, else null. Clocks play no part; of two recorded at the same moment `out` counts. */
	current(portfolio: string, phone: string): Promise<OptOutEntry | null>;
	/** In the order in which they were recorded. */
	history(portfolio: string, phone: string): Promise<OptOutEntry[]>;
}
