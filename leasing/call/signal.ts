import * as z from 'zod/v4';

/** How a call can be missed, whatever the phone system calls it. */
export const MISSED_OUTCOMES = [
	'no_answer',
	'busy',
	'rejected',
	'hung_up',
	'mailbox',
	'voicemail',
	'staff_number_failed',
	'forwarded',
] as const;
export type MissedOutcome = (typeof MISSED_OUTCOMES)[number];

/** Who took a call or a leg of it, as far as the phone system tells: a menu, a queue's greeting and a mailbox are machines. */
const answeredBy = z.enum(['human', 'machine', 'unknown']);
export type AnsweredBy = z.infer<typeof answeredBy>;

/**
 * What any signal may carry. Systems that report each rung phone by itself, and in any order, name the leg and number their reports;
 * systems that report the call as a whole leave both out.
 */
const anySignal = { legKey: z.string().nullish(), seq: z.number().nullish() };
const seconds = z.number().nullable();

/** How ringing ended. `answered`: something picked up. `hung_up`: the caller was gone before. */
const ringingResult = z.enum(['answered', 'no_answer', 'busy', 'rejected', 'hung_up', 'failed', 'unknown']);
export type RingingResult = z.infer<typeof ringingResult>;

/** How the whole call ended. `taken`: by a person, a mailbox or our own greeting, which only its legs can tell. */
const callResult = z.enum(['taken', 'no_answer', 'busy', 'rejected', 'hung_up', 'failed', 'unknown']);
export type CallResult = z.infer<typeof callResult>;

const signalSchema = z.discriminatedUnion('kind', [
	/** Somebody calls the line, and we were asked what to do. */
	z.object({ ...anySignal, kind: z.literal('incoming') }),
	/** Ringing staff is over. `conversed`: somebody was connected with the caller; null when the system does not tell. */
	z.object({ ...anySignal, kind: z.literal('ringing_ended'), result: ringingResult, conversed: z.boolean().nullable() }),
	/** What one of several rung phones did, of a system that reports each by itself. Alone it decides nothing but that a person answered. */
	z.object({
		...anySignal,
		kind: z.literal('leg'),
		legKey: z.string(),
		state: z.enum(['ringing', 'answered', 'missed', 'voicemail', 'ended']),
		answeredBy: answeredBy.nullish(),
	}),
	/** A person took the call by an act of their own, such as pressing 1. */
	z.object({ ...anySignal, kind: z.literal('accepted') }),
	/** The whole call is over. */
	z.object({
		...anySignal,
		kind: z.literal('ended'),
		result: callResult,
		durationSeconds: seconds,
		/** `log`: the system's list of calls, read afterwards, because no report of this call had come. */
		via: z.enum(['report', 'lookup', 'log']),
		/** When it ended, epoch ms, if the system says so; else it ended when this was heard. */
		at: z.number().nullish(),
	}),
	/** We asked, and the call goes on. */
	z.object({ ...anySignal, kind: z.literal('still_running') }),
	/** We looked at the phones that the call was put through to; `answered` when any of them talked. */
	z.object({ ...anySignal, kind: z.literal('legs_seen'), answered: z.boolean(), count: z.number() }),
	/** The system itself says that the call was missed. `why`: a plain sentence, if it says more */
	z.object({ ...anySignal, kind: z.literal('missed'), outcome: z.enum(MISSED_OUTCOMES), why: z.string().nullish() }),
	/** The system itself says that the call was answered. */
	z.object({ ...anySignal, kind: z.literal('answered'), by: answeredBy }),
]);

/** What one request of a phone system, or one look-up of ours, says about a call. */
export type CallSignal = z.infer<typeof signalSchema>;

/**
 * A signal as it was stored. @returns null for one that this version does not know, which then says nothing: the verdict is made from
 * the others
 */
export function readCallSignal(stored: unknown): CallSignal | null {
	const read = signalSchema.safeParse(stored);
	return read.success ? read.data : null;
}
