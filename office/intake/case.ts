import type { Inquiry } from '../../leasing/inquiry/inquiry';
import type { MatchDecision } from '../../leasing/match/match';
import type { PortfolioSettings } from '../../leasing/portfolio/portfolio';
import type { Millis } from '../../leasing/time';
import type { StoredCall, StoredLead, StoredTask, StoreFamilies } from '../../store/port';
import type { MatchRules, Neighbour } from '../matching/neighbourhood';

/** When a call-back task is opened. */
export type CallBackChoice = 'calls' | 'all' | 'never';

/** An inquiry that is about to be taken in, and how. */
export interface Intake {
	inquiry: Inquiry;
	/** Its people, in its order. */
	people: readonly Neighbour[];
	settings: PortfolioSettings;
	rules: MatchRules;
	callBackTask: CallBackChoice;
	/** Decide and write nothing. */
	dryRun: boolean;
}

/** Everything that the steps of one inquiry share. */
export interface Case extends Omit<Intake, 'dryRun'> {
	tx: StoreFamilies;
	/** Our id of the recorded inquiry. */
	inquiryId: string;
	/** The call in the store; null for other channels, and for calls of phone systems that our triggers do not hear. */
	call: StoredCall | null;
	now: Millis;
	/** When the office opens next; null while it is open, or when no hours are set. */
	officeOpensAt: Millis | null;
}

export interface TakenIn {
	/** Our id of the recorded inquiry; null when nothing was written. */
	inquiryId: string | null;
	/** Questions about it that only a person can answer. */
	reviewIds: string[];
	match: MatchDecision;
	lead: StoredLead | null;
	task: StoredTask | null;
	/** True when this inquiry had been recorded before: then nothing was written. */
	repeated: boolean;
}
