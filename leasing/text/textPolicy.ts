import { defaultQuietHours, type QuietHoursPolicy } from '../hours/quietHours';
import { HOUR, MINUTE, type Millis } from '../time';

export const AFTER_HOURS = ['send', 'hold', 'person'] as const;
/** What happens to the direct answer to a contact in quiet hours: send it all the same, hold it, or leave it to a person. */
export type AfterHours = (typeof AFTER_HOURS)[number];

/** The company's choices about texts; all have defaults. */
export interface TextPolicy {
	/** Nobody gets a second text of this kind within this time, however often they redial. */
	repeatWindowMs: Millis;
	/** An event older than this is not answered by itself: after an outage nobody wants "sorry we just missed you". */
	maxEventAgeMs: Millis;
	quietHours: QuietHoursPolicy;
	/** For direct answers only; everything else is always held. */
	afterHours: AfterHours;
	/** Whether numbers outside North America may be texted. */
	allowInternational: boolean;
	/** Many office systems with such numbers take texts, some drop them. */
	textFixedVoip: boolean;
	maxSegments: number;
	/** A held text that could not go out within this time is dropped and a person told. */
	expiresAfterMs: Millis;
}

export const defaultTextPolicy: TextPolicy = {
	repeatWindowMs: 12 * HOUR,
	maxEventAgeMs: 10 * MINUTE,
	quietHours: defaultQuietHours,
	afterHours: 'hold',
	allowInternational: false,
	textFixedVoip: true,
	maxSegments: 4,
	// From Saturday evening to Monday morning in a state without Sunday texts, and a holiday after it.
	expiresAfterMs: 72 * HOUR,
};
