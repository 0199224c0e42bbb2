import type { Reason } from '../../leasing/reason';
import type { Millis } from '../../leasing/time';

/** One thing that happened or was decided, with its reasons: read top to bottom it is the story of a lead. */
export interface NewTimelineEntry {
	portfolio: string;
	leadId: string | null;
	callId: string | null;
	/** The inquiry it tells of, if it tells of one. */
	inquiryId?: string;
	at: Millis;
	/** `call`, `match`, `text`, `task`, `voicemail`, `opt_out`, `settings`, … */
	kind: string;
	/** One plain sentence. */
	sentence: string;
	reasons: Reason[];
	data?: unknown;
}

export interface TimelineEntry extends NewTimelineEntry {
	id: string;
}

export interface TimelineFamily {
	add(entry: NewTimelineEntry): Promise<void>;
	/** Oldest first; entries of the lead itself and of its calls. */
	ofLead(leadId: string): Promise<TimelineEntry[]>;
	ofCall(callId: string): Promise<TimelineEntry[]>;
	ofInquiry(inquiryId: string): Promise<TimelineEntry[]>;
}
