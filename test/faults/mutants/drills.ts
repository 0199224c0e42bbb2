import type { RunOptions } from '../run';

/** Nothing strikes whose name holds this word. */
const NOTHING = ['(nothing)'];
/** A claim that a kill left behind runs out after a minute, and is looked for at the phone company for a quarter of one. */
const AFTER_KILLS_MS = 180_000;
/** The short runs in which mutants are looked for. The product as it is passes each of them: `--mutants control`. */
export const DRILLS = {
	/** Renters call, speak, write and hang up; nothing breaks. */
	calm: { minutes: 0.4, kills: 0, only: NOTHING, quietWithinMs: 45_000 },
	/** The phone company answers late, never, or with errors. */
	'troubled texts': { minutes: 0.6, kills: 0, only: ['twilio message'], quietWithinMs: 110_000 },
	/** Its reports get lost, come twice, or overtake one another. */
	'troubled reports': { minutes: 0.6, kills: 0, only: ['twilio callback'], quietWithinMs: 60_000 },
	/** Reports get lost, and the look-up after two minutes is all there is. */
	'lost reports': { minutes: 0.5, kills: 0, only: ['twilio callback'], quietWithinMs: 150_000 },
	/** The property-management system answers late, never, or with errors. */
	'troubled system': { minutes: 0.6, kills: 0, only: ['buildium'], quietWithinMs: 110_000 },
	/** n8n dies around its writes to the property-management system. */
	'system requests': {
		minutes: 2,
		kills: 5,
		only: NOTHING,
		points: ['request POST /v1', 'answer to POST /v1', 'request PUT /v1', 'answer to PUT /v1'],
		calmMs: 5_000,
		quietWithinMs: AFTER_KILLS_MS,
	},
	/** The store is locked or its disk full. */
	'no store': { minutes: 0.8, kills: 0, only: ['locked', 'disk'], quietWithinMs: 90_000 },
	/** n8n dies right after it has answered. */
	answers: {
		minutes: 2,
		kills: 6,
		only: NOTHING,
		points: ['after answering ended', 'after answering dial'],
		calmMs: 6_000,
		quietWithinMs: AFTER_KILLS_MS,
	},
	/** n8n dies right after it has stored something about a call. */
	'call commits': {
		minutes: 2,
		kills: 5,
		only: NOTHING,
		points: ['after commit of call_signals+calls+', 'after write of call'],
		calmMs: 6_000,
		quietWithinMs: AFTER_KILLS_MS,
	},
	/** n8n dies before and after each commit. */
	commits: { minutes: 2.5, kills: 8, only: NOTHING, points: ['commit of', 'write of'], calmMs: 6_000, quietWithinMs: AFTER_KILLS_MS },
	/** n8n dies around its requests to the phone company. */
	requests: {
		minutes: 2,
		kills: 6,
		only: NOTHING,
		points: ['request POST /Messages', 'answer to POST /Messages'],
		calmMs: 4_000,
		quietWithinMs: AFTER_KILLS_MS,
	},
	/** n8n dies while its executions run. */
	runs: { minutes: 2, kills: 5, only: ['event claimed', 'text claimed', 'text attempted'], quietWithinMs: AFTER_KILLS_MS },
	/** The phone company has the text, and n8n dies before it hears so. */
	accepts: { minutes: 2, kills: 5, only: ['inside the accept', 'text attempted'], quietWithinMs: AFTER_KILLS_MS },
	/** The power goes off. */
	power: {
		minutes: 1.5,
		kills: 3,
		only: NOTHING,
		points: ['after answering'],
		powerCuts: 1,
		calmMs: 6_000,
		quietWithinMs: AFTER_KILLS_MS,
	},
	/** The clock is hours off, n8n dies, and the clock is right. */
	hours: { minutes: 2, kills: 4, only: ['event claimed', 'text claimed', 'call heard'], hours: 1, quietWithinMs: AFTER_KILLS_MS },
	/** A mistake in the workflow makes every run fail, until a person gets the call. */
	typo: { minutes: 0.3, kills: 0, only: ['typo'], calmMs: 3_000, quietWithinMs: 60_000 },
	/** Somebody deletes the workflow and imports it anew. */
	'imported anew': { minutes: 0.9, kills: 0, only: ['imported anew'], calmMs: 3_000, quietWithinMs: AFTER_KILLS_MS },
	/** Somebody stops executions by hand. */
	cancelled: { minutes: 0.9, kills: 0, only: ['cancelled'], calmMs: 3_000, quietWithinMs: AFTER_KILLS_MS },
} satisfies Record<string, Omit<RunOptions, 'seed'>>;

export type DrillName = keyof typeof DRILLS;
