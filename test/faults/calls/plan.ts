import type { PlaceCall, StaffBehaviour } from '../../../sandbox/twilio/contract';
import type { Random } from '../random';

/** A call that somebody is going to make. */
export interface PlannedCall {
	/** `unanswered`, `voicemail`, `redial`, … */
	kind: string;
	/** Calls of one renter, one after the other; the later ones are redials. */
	calls: PlaceCall[];
	/** How staff phones behave while these calls ring; null leaves them silent. */
	staff: StaffBehaviour | null;
	/** Real ms until the next renter calls. */
	pauseMs: number;
}

interface Kind {
	kind: string;
	weight: number;
	make(random: Random, base: Base): { calls: PlaceCall[]; staff?: StaffBehaviour };
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
	{ kind: 'busy', weight: 1, make: (_random, base) => ({ calls: [base], staff: { kind: 'busy' } }) },
];

/** The next renter. @param from a number that has not called before */
export function planCall(random: Random, lines: readonly string[], from: string): PlannedCall {
	const base: Base = { to: random.pick(lines), from, secondMs: random.pick([10, 20, 20, 60, 250]) };
	const { kind, make } = random.weighted(KINDS);
	const { calls, staff = null } = make(random, base);
	return { kind, calls, staff, pauseMs: random.between(200, 1_000) };
}
