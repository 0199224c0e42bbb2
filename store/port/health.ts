import type { Millis } from '../../leasing/time';
import type { Hookup } from './hookups';

/** Something that waits: how much, and since when the oldest. */
export interface Backlog {
	count: number;
	/** Null when there is none. */
	oldest: Millis | null;
}

/** What a health check asks. Every question is answered from an index, or from the newest rows only, however long the history is. */
export interface HealthFamily {
	/** Events whose workflow has not run to its end, by trigger. `oldest`: when it was received */
	unfinishedEvents(): Promise<Array<Backlog & { consumer: string }>>;
	/** Work that was due before, by kind. `oldest`: when it was due */
	overdueWork(before: Millis): Promise<Array<Backlog & { kind: string }>>;
	/** Texts that were due to go out before and have not. */
	overdueTexts(portfolio: string, before: Millis): Promise<Backlog>;
	/** Texts of the newest that may or may not have gone out. `oldest`: when it was planned */
	unclearTexts(portfolio: string): Promise<Backlog>;
	/** Error codes of texts of the newest that failed since, the most frequent first. */
	failedTexts(portfolio: string, since: Millis): Promise<Array<{ code: string; count: number }>>;
	/** Open tasks that were due before. `oldest`: when it was due */
	overdueTasks(portfolio: string, before: Millis): Promise<Backlog>;
	/** When each line was last called, of the newest calls. @returns by E.164 number */
	lastCalls(portfolio: string): Promise<Map<string, Millis>>;
	/** How many of the newest calls came since and have this reason. @param code of a reason: letters and underscores */
	callsBecauseOf(portfolio: string, code: string, since: Millis): Promise<number>;
	/** What published triggers have connected, of all companies. */
	connected(): Promise<Hookup[]>;
	/** What time the database has; null where it has no clock of its own. */
	databaseTime(): Promise<Millis | null>;
	/**
	 * Whether the database's file is in order, and its size in bytes. `null` for one on a server, which looks after itself; `intact` is null
	 * for a file that is too large to be read in one turn.
	 */
	file(): Promise<{ bytes: number; intact: boolean | null; problem: string | null } | null>;
}
