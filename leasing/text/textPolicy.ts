import * as z from 'zod/v4';

import { defaultQuietHours } from '../hours/quietHours';
import { HOUR, MINUTE } from '../time';

export const AFTER_HOURS = ['send', 'hold', 'person'] as const;
/** What happens to the direct answer to a contact in quiet hours: send it all the same, hold it, or leave it to a person. */
export type AfterHours = (typeof AFTER_HOURS)[number];

const dayWindow = z.object({ opens: z.string(), closes: z.string() }).nullable();

/** Each setting has a default, so that a text that was held before the setting existed can still be judged. */
const settings = z.object({
	/** Nobody gets a second text of this kind within this time (ms), however often they redial. */
	repeatWindowMs: z.number().default(12 * HOUR),
	/** An event older than this (ms) is not answered by itself: after an outage nobody wants "sorry we just missed you". */
	maxEventAgeMs: z.number().default(10 * MINUTE),
	quietHours: z
		.object({
			days: z.array(dayWindow).readonly().default(defaultQuietHours.days),
			stateRules: z.boolean().default(defaultQuietHours.stateRules),
		})
		.default(defaultQuietHours),
	/** For direct answers only; everything else is always held. */
	afterHours: z.enum(AFTER_HOURS).default('hold'),
	/** Whether numbers outside North America may be texted. */
	allowInternational: z.boolean().default(false),
	/** Many office systems with such numbers take texts, some drop them. */
	textFixedVoip: z.boolean().default(true),
	/** Ceilings on texts within an hour to numbers that never called or wrote. */
	strangersPerLineHour: z.number().default(30),
	strangersPerPortfolioHour: z.number().default(100),
	maxSegments: z.number().default(4),
	/**
	 * A held text that could not go out within this time (ms) is dropped and a person told. From Saturday evening to Monday
	 * morning in a state without Sunday texts, and a holiday after it.
	 */
	expiresAfterMs: z.number().default(72 * HOUR),
});

/** The company's choices about texts; all have defaults. */
export type TextPolicy = z.output<typeof settings>;

/** Reads what a kept text or a portfolio says. Settings of a newer version are kept and ignored. */
export const textPolicySchema = settings.loose();

export const defaultTextPolicy: TextPolicy = settings.parse({});
