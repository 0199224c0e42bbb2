import * as z from 'zod/v4';

import { MINUTE, SECOND, type Clock } from '../../../leasing/time';
import type { Store, StoredCall } from '../../../store/port';
import { twilioRequest, type TwilioContext } from '../transport';
import { applySignal } from './applySignal';
import { lineOf } from './newCall';

const callSchema = z.object({ sid: z.string(), status: z.string(), duration: z.string().nullish() });
const listSchema = z.object({ calls: z.array(callSchema) });

const FINAL = new Set(['completed', 'busy', 'failed', 'no-answer', 'canceled']);
/** A call still open after this long never told us its end: longest ring (60 s) plus a margin. */
const ASK_AFTER = 2 * MINUTE;
const AT_ONCE = 10;

/**
 * Decides calls that the callbacks left open: those whose end never reached us, and those that ended `completed`, which
 * may mean a conversation, a mailbox, or our own greeting; only the child legs tell.
 * @returns how many were decided as missed
 */
export async function decideUndecided(context: TwilioContext, where: { store: Store; clock: Clock; consumer: string }): Promise<number> {
	const { store, clock, consumer } = where;
	let missed = 0;
	for (const call of await store.calls.listUndecided(consumer, clock.now() - SECOND, AT_ONCE)) {
		if (call.state === 'open' && call.updatedAt > clock.now() - ASK_AFTER) continue;
		const seen = call.state === 'open' ? await askForEnd(context, where, call) : call;
		if (seen.state === 'unclear') missed += (await askForChildLegs(context, where, seen)).state === 'missed' ? 1 : 0;
		else if (seen.state === 'missed') missed += 1;
	}
	return missed;
}

async function askForEnd(context: TwilioContext, where: { store: Store; clock: Clock; consumer: string }, call: StoredCall): Promise<StoredCall> {
	const reply = await twilioRequest(context, { method: 'GET', path: `/Calls/${call.providerCallId}.json` });
	// Twilio does not know the call: nothing more will come of it.
	const gone = reply.kind === 'refused' && reply.status === 404;
	const parsed = reply.kind === 'ok' ? callSchema.safeParse(reply.body) : null;
	const status = gone ? 'failed' : parsed?.success ? parsed.data.status : null;
	if (!status || !FINAL.has(status)) return call;
	const duration = Number(parsed?.data?.duration);
	const signal = { kind: 'ended', callStatus: status, durationSeconds: Number.isFinite(duration) ? duration : null, via: 'lookup' } as const;
	return (await applySignal({ ...where, recordEvent: true }, { call, line: await lineOf(where.store, call.lineE164) }, signal)).call;
}

async function askForChildLegs(context: TwilioContext, where: { store: Store; clock: Clock; consumer: string }, call: StoredCall): Promise<StoredCall> {
	const reply = await twilioRequest(context, { method: 'GET', path: '/Calls.json', query: { ParentCallSid: call.providerCallId, PageSize: '50' } });
	if (reply.kind !== 'ok') return call;
	const legs = listSchema.parse(reply.body).calls;
	const answered = legs.some((leg) => leg.status === 'completed' && Number(leg.duration ?? 0) > 0);
	const signal = { kind: 'child_legs', answered, count: legs.length } as const;
	return (await applySignal({ ...where, recordEvent: true }, { call, line: await lineOf(where.store, call.lineE164) }, signal)).call;
}
