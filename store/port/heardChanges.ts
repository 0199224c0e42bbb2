import type { Millis } from '../../leasing/time';

/** When a record of a provider was last reported as changed to a trigger. */
export interface HeardChangeFamily {
	/** Keeps the latest time. @param record `Applicant:123` */
	note(consumer: string, record: string, changedAt: Millis): Promise<void>;
	/** The latest time, null when it was never reported. */
	lastHeard(consumer: string, record: string): Promise<Millis | null>;
}
