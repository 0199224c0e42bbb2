import { sleep } from 'n8n-workflow';
import * as z from 'zod/v4';

import type { MissedCallEvent } from '../../../leasing/call/call';
import { MINUTE, SECOND, type Clock } from '../../../leasing/time';
import type { Store, StoredCall } from '../../../store/port';
import { replySentence } from '../sentence';
import { twilioRequest, type TwilioContext, type TwilioRequest } from '../transport';
import { applySignal, type Applied } from '../../../office/calls/recordSignal';
import { lineOf } from './newCall';

const callSchema = z.object({ sid: z.string(), status: z.string(), duration: z.string().nullish() });
const listSchema = z.object({ calls: z.array(callSchema) });

const RUNNING = new Set(['queued', 'initiated', 'ringing', 'in-progress']);
/** A call of which nothing was heard for so long: longest ring (60 s) plus a margin. Asked again as often while it lasts. */
const ASK_AFTER = 2 * MINUTE;
const AT_ONCE = 10;
/** Legs come to rest moments after the call. */
const LISTENING_PAUSES = [SECOND, 2 * SECOND, 4 * SECOND];

interface Asking {
	context: TwilioContext;
	store: Store;
	clock: Clock;
	consumer: string;
	recordEvent: boolean;
}

interface Where extends Asking {
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
			const { call: seen, event } = call.state === 'open' ? await askForEnd(where, call) : { call, event: null };
			const decided = seen.state === 'unclear' ? (await askForChildLegs(where, seen)).event : event;
			if (decided) missed += 1;
		} catch (error) {
			where.onError(error);
		}
	}
	return missed;
}

async function askForEnd(where: Where, call: StoredCall): Promise<Applied> {
	const body = await ask(where.context, { method: 'GET', path: `/Calls/${call.providerCallId}.json` });
	// Twilio does not know the call: nothing more will come of it.
	const { status, duration } = body === null ? { status: 'failed', duration: null } : callSchema.parse(body);
	const seconds = Number(duration ?? Number.NaN);
	// A call that still runs is noted too: that puts off the next question by two minutes.
	return await apply(where, call, {
		kind: 'ended',
		callStatus: status,
		durationSeconds: Number.isFinite(seconds) ? seconds : null,
		via: 'lookup',
	});
}

/** Decides an unclear call, unless a dialled leg has not come to rest yet. */
export async function askForChildLegs(where: Asking, call: StoredCall): Promise<Applied> {
	const body = await ask(where.context, {
		method: 'GET',
		path: '/Calls.json',
		query: { ParentCallSid: call.providerCallId, PageSize: '50' },
	});
	const legs = body === null ? [] : listSchema.parse(body).calls;
	if (legs.some((leg) => RUNNING.has(leg.status))) return { call, event: null };
	const answered = legs.some((leg) => leg.status === 'completed' && Number(leg.duration ?? 0) > 0);
	return await apply(where, call, { kind: 'child_legs', answered, count: legs.length });
}

/**
 * For the editor that listens: nobody looks after its calls in the background, and the listening ends with this request.
 * @returns the event when the call turns out as missed
 */
export async function decideWhileListening(where: Asking, providerCallId: string): Promise<MissedCallEvent | null> {
	for (const pause of LISTENING_PAUSES) {
		const call = await where.store.calls.byProviderId('twilio', providerCallId);
		if (call?.state !== 'unclear') return null;
		await sleep(pause);
		const { event } = await askForChildLegs(where, call);
		if (event) return event;
	}
	return null;
}

type Looked = Parameters<typeof applySignal>[2];

async function apply(where: Asking, call: StoredCall, signal: Looked): Promise<Applied> {
	return await applySignal(where, { call, line: await lineOf(where.store, call.lineE164) }, signal);
}

/** @returns null when Twilio does not know what was asked for @throws when it cannot be asked */
async function ask(context: TwilioContext, request: TwilioRequest): Promise<unknown> {
	const reply = await twilioRequest(context, request);
	if (reply.kind === 'ok') return reply.body;
	if (reply.kind === 'refused' && reply.status === 404) return null;
	throw new Error(`How a call ended could not be looked up. ${replySentence(reply).message}`);
}
