import type { Refusal } from '../../leasing/rest/refusal';
import type { Reply } from '../../leasing/rest/refusedError';
import type { Reason } from '../../leasing/reason';
import type { WriteBackRoom } from '../../leasing/writeBack/rules';
import type { Millis } from '../../leasing/time';

/** What tells this write-back from all others. */
export interface WriteBackMark {
	/** For vendors who tell repeats by a key of ours. */
	key: string;
	/** For the others: stands in the record, so that it can be found again. */
	marker: string;
}

/** How an attempt to write ended. */
export type SendOutcome =
	/** @property recordId null when the vendor did not say which record it made */
	| { kind: 'written'; recordId: string | null }
	/** Nothing was sent, since this way leads nowhere any more. */
	| { kind: 'closed'; why: Reason }
	| { kind: 'refused'; refusal: Refusal };

/** A property-management system that can be written to; its border stands in `nodes/`. */
export interface WriteBackTarget<Step> {
	room: WriteBackRoom<Step>;
	/** Sends one step. A write without an answer is never sent a second time, unless the vendor tells repeats by the key. */
	send(step: Step, mark: WriteBackMark): Promise<SendOutcome>;
	/**
	 * Looks for what an earlier try has made. Null when it is not there, and also when sending again is safe.
	 * @param since when the write-back was decided: no try is older, which matters where keys are forgotten after a day
	 */
	find(step: Step, mark: WriteBackMark, since: Millis): Promise<Reply<{ recordId: string | null } | null>>;
}
