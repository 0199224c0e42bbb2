import type { Inquiry } from '../../leasing/inquiry/inquiry';
import type { MatchDecision } from '../../leasing/match/match';
import type { PortfolioSettings } from '../../leasing/portfolio/portfolio';
import type { Millis } from '../../leasing/time';
import type { StoredCall, StoredLead, StoredTask, StoreFamilies } from '../../store/port';
import type { MatchRules, Neighbour } from '../shared/matching/neighbourhood';
import type { CallBackChoice } from './settings';

/** Everything that the steps of one inquiry share. */
export interface Case {
	tx: StoreFamilies;
	inquiry: Inquiry;
	/** Its people, in its order. */
	people: readonly Neighbour[];
	/** Our id of the recorded inquiry. */
	inquiryId: string;
	/** The call in the store; null for other channels, and for calls of phone systems that our triggers do not hear. */
	call: StoredCall | null;
	settings: PortfolioSettings;
	rules: MatchRules;
	callBackTask: CallBackChoice;
	now: Millis;
	/** When the office opens next; null while it is open, or when no hours are set. */
	officeOpensAt: Millis | null;
}

export interface Deduplicated {
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
