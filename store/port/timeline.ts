import type { Reason } from '../../leasing/reason';
import type { Millis } from '../../leasing/time';
import type { TimelineKind } from '../../leasing/timeline/kinds';

/** One thing that happened or was decided, with its reasons: read top to bottom it is the story of a lead. */
export interface NewTimelineEntry {
	portfolio: string;
	leadId: string | null;
	callId: string | null;
	/** The inquiry it tells of, if it tells of one. */
	inquiryId?: string;
	at: Millis;
	kind: TimelineKind;
	/** One plain sentence. */
	sentence: string;
	reasons: Reason[];
	data?: unknown;
}

export interface TimelineEntry extends NewTimelineEntry {
	id: string;
}

/**
 * Kinds that can be asked for across all leads. Not the two that every inquiry writes: an index over them would cost each row of a list that is
 * imported, and inquiries and touches have tables of their own.
 */
export type ListedKind = Exclude<TimelineKind, 'inquiry' | 'match'>;

export interface TimelineQuery {
	portfolio: string;
	kind: ListedKind;
	/** Only what happened from then on. */
	from?: Millis;
	/** Only what stands before this one: the last entry of the page before. */
	before?: Pick<TimelineEntry, 'at' | 'id'>;
	limit: number;
}

export interface TimelineFamily {
	/** @throws StoreError `constraint` for an unknown kind */
	add(entry: NewTimelineEntry): Promise<void>;
	/** Oldest first; entries of the lead itself and of its calls. */
	ofLead(leadId: string): Promise<TimelineEntry[]>;
	ofCall(callId: string): Promise<TimelineEntry[]>;
	ofInquiry(inquiryId: string): Promise<TimelineEntry[]>;
	/** What happened of one kind, whoever it was about, newest first. */
	ofKind(query: TimelineQuery): Promise<TimelineEntry[]>;
}
