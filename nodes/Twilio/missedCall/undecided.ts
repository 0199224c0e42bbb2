import * as z from 'zod/v4';

import { MINUTE, SECOND, type Clock } from '../../../leasing/time';
import type { Store, StoredCall } from '../../../store/port';
import { replySentence } from '../sentence';
import { twilioRequest, type TwilioContext, type TwilioRequest } from '../transport';
import { applySignal } from './applySignal';
import { lineOf } from './newCall';

const callSchema = z.object({ sid: z.string(), status: z.string(), duration: z.string().nullish() });
const listSchema = z.object({ calls: z.array(callSchema) });

const RUNNING = new Set(['queued', 'initiated', 'ringing', 'in-progress']);
/** A call of which nothing was heard for so long: longest ring (60 s) plus a margin. Asked again as often while it lasts. */
const ASK_AFTER = 2 * MINUTE;
const AT_ONCE = 10;

interface Where {
	context: TwilioContext;
	store: Store;
	clock: Clock;
	consumer: string;
	/** One call that cannot be looked up must not keep the others waiting. */
	onError: (error: unknown) => void;
}

/**
 * Decides calls that the callbacks left open: those whose end never reached us, and those that ended `completed`, which
 * may mean a conversation, a mailbox, or our own greeting; only the child legs tell.
 * @returns how many were decided as missed
 */
export async function decideUndecided(where: Where): Promise<number> {
	const now = where.clock.now();
	let missed = 0;
	for (const call of await where.store.calls.listUndecided(where.consumer, { open: now - ASK_AFTER, unclear: now - SECOND }, AT_ONCE)) {
		try {
			const seen = call.state === 'open' ? await askForEnd(where, call) : call;
			const decided = seen.state === 'unclear' ? await askForChildLegs(where, seen) : seen;
			if (decided.state === 'missed') missed += 1;
		} catch (error) {
			where.onError(error);
		}
	}
	return missed;
}

async function askForEnd(where: Where, call: StoredCall): Promise<StoredCall> {
	const body = await ask(where.context, { method: 'GET', path: `/Calls/${call.providerCallId}.json` });
	// Twilio does not know the call: nothing more will come of it.
	const { status, duration } = body === null ? { status: 'failed', duration: null } : callSchema.parse(body);
	const seconds = Number(duration ?? Number.NaN);
	// A call that still runs is noted too: that puts off the next question by two minutes.
	return await apply(where, call, { kind: 'ended', callStatus: status, durationSeconds: Number.isFinite(seconds) ? seconds : null, via: 'lookup' });
}

/** Decides an unclear call, unless a dialled leg has not come to rest yet. */
export async function askForChildLegs(where: Pick<Where, 'context' | 'store' | 'clock' | 'consumer'>, call: StoredCall): Promise<StoredCall> {
	const body = await ask(where.context, { method: 'GET', path: '/Calls.json', query: { ParentCallSid: call.providerCallId, PageSize: '50' } });
	const legs = body === null ? [] : listSchema.parse(body).calls;
	if (legs.some((leg) => RUNNING.has(leg.status))) return call;
	const answered = legs.some((leg) => leg.status === 'completed' && Number(leg.duration ?? 0) > 0);
	return await apply(where, call, { kind: 'child_legs', answered, count: legs.length });
}

type Looked = Parameters<typeof applySignal>[2];

async function apply(where: Pick<Where, 'store' | 'clock' | 'consumer'>, call: StoredCall, signal: Looked): Promise<StoredCall> {
	const { store, clock, consumer } = where;
	return (await applySignal({ store, clock, consumer, recordEvent: true }, { call, line: await lineOf(store, call.lineE164) }, signal)).call;
}

/** @returns null when Twilio does not know what was asked for @throws when it cannot be asked */
async function ask(context: TwilioContext, request: TwilioRequest): Promise<unknown> {
	const reply = await twilioRequest(context, request);
	if (reply.kind === 'ok') return reply.body;
	if (reply.kind === 'refused' && reply.status === 404) return null;
	throw new Error(`How a call ended could not be looked up. ${replySentence(reply).message}`);
}
