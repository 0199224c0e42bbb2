import type { PlaceCall, StaffBehaviour } from '../../../sandbox/twilio/contract';
import type { Random } from '../random';
import { WORDS, type Meaning } from '../renters/replies';

/** A call that somebody is going to make. */
export interface PlannedCall {
	/** `unanswered`, `voicemail`, `redial`, … */
	kind: string;
	/** Calls of one renter, one after the other; the later ones are redials. */
	calls: PlaceCall[];
	/** How staff phones behave while these calls ring; null leaves them silent. */
	staff: StaffBehaviour | null;
	/** What the renter writes, if anything. */
	text: PlannedText | null;
	/** Real ms until the next renter calls. */
	pauseMs: number;
}

/** A text that a renter is going to write to the line that he calls. */
export interface PlannedText {
	/** `before`: and only then calls. `meanwhile`: so many ms after hanging up. `after`: once our text has come, if it comes. */
	when: 'before' | 'meanwhile' | 'after';
	delayMs: number;
	meaning: Meaning;
	body: string;
}

interface Kind {
	kind: string;
	weight: number;
	make(random: Random, base: Base): { calls: PlaceCall[]; staff?: StaffBehaviour; text?: PlannedText };
}

interface Base {
	to: string;
	from: string;
	/** How long one second of the call lasts: some calls are over in a blink, others outlast a restart. */
	secondMs: number;
}

const KINDS: readonly Kind[] = [
	{ kind: 'unanswered', weight: 6, make: (_random, base) => ({ calls: [base] }) },
	{
		kind: 'voicemail',
		weight: 3,
		make: (random, base) => ({ calls: [{ ...base, voicemail: { seconds: Math.round(random.between(2, 20)) } }] }),
	},
	{
		kind: 'hung up while ringing',
		weight: 2,
		make: (random, base) => ({
			calls: [
				{
					...base,
					hangUpAfterSeconds: random.between(1, 14),
					hangUpDialStatus: random.pick(['canceled', 'no-answer', 'completed', 'none']),
				},
			],
		}),
	},
	{ kind: 'redial', weight: 2, make: (random, base) => ({ calls: Array.from({ length: random.pick([2, 3]) }, () => ({ ...base })) }) },
	{ kind: 'withheld', weight: 1, make: (_random, base) => ({ calls: [{ ...base, from: 'anonymous' }] }) },
	{ kind: 'forwarded', weight: 1, make: (_random, base) => ({ calls: [{ ...base, forwardedFrom: '+15125550199' }] }) },
	{
		kind: 'answered',
		weight: 2,
		make: (random, base) => ({
			calls: [base],
			staff: { kind: 'press', digit: '1', afterSeconds: random.between(1, 6), talkSeconds: random.between(5, 60) },
		}),
	},
	{
		kind: 'mailbox',
		weight: 1,
		make: (_random, base) => ({ calls: [base], staff: { kind: 'mailbox', afterSeconds: 4, listenSeconds: 20 } }),
	},
	{ kind: 'wants no texts, and calls', weight: 2, make: (random, base) => ({ calls: [base], text: write(random, 'before', 'out') }) },
	{ kind: 'calls, and wants no texts', weight: 3, make: (random, base) => ({ calls: [base], text: write(random, 'meanwhile', 'out') }) },
	{ kind: 'answers our text', weight: 2, make: (random, base) => ({ calls: [base], text: write(random, 'after', 'ask') }) },
	{
		kind: 'ends the texts, and calls again',
		weight: 1,
		make: (random, base) => ({ calls: [base, { ...base }], text: write(random, 'after', 'out') }),
	},
	{ kind: 'busy', weight: 1, make: (_random, base) => ({ calls: [base], staff: { kind: 'busy' } }) },
];

function write(random: Random, when: PlannedText['when'], meaning: Meaning): PlannedText {
	// The look-ups after a text that was not answered take 15 seconds; an opt-out that comes meanwhile must be obeyed.
	return { when, delayMs: random.between(0, random.pick([500, 3_000, 15_000])), meaning, body: random.pick(WORDS[meaning]) };
}

/** The next renter. @param from a number that has not called before @param nth from 0: the first ones do everything once, also in a short run */
export function planCall(random: Random, lines: readonly string[], from: string, nth: number): PlannedCall {
	const base: Base = { to: random.pick(lines), from, secondMs: random.pick([10, 20, 20, 60, 250]) };
	const { kind, make } = KINDS[nth] ?? random.weighted(KINDS);
	const { calls, staff = null, text = null } = make(random, base);
	return { kind, calls, staff, text, pauseMs: random.between(100, 700) };
}
