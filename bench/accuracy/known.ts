import type { MatchRecord } from '../../leasing/match/record';

/** A row of which it is known whose it is. The truth is for scoring alone; the matcher never sees it. */
export interface KnownRow {
	record: MatchRecord;
	truth: string;
}
