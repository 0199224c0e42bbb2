import { pauseBefore, type Patience } from '../../../leasing/buildium/patience';
import { unsure, type BuildiumRefusal } from '../../../leasing/buildium/refusal';
import type { Millis } from '../../../leasing/time';
import type { BuildiumAccount } from './credential';
import { BuildiumError } from './error';
import type { BuildiumTools, Gate } from './gate';
import { send, type BuildiumContext, type Exchange, type Outgoing } from './send';

export interface Line {
	context: BuildiumContext;
	account: BuildiumAccount;
	gate: Gate;
	tools: BuildiumTools;
	patience: Patience;
	timeout: Millis;
}

export interface Attempts {
	/** Doing it twice is the same as doing it once, as with everything that is read. */
	repeatable: boolean;
	/**
	 * Looks for what a write without an answer should have made: the record, or null. Buildium has no idempotency keys, so without
	 * this a write that may have arrived is never repeated.
	 */
	didItArrive?(): Promise<unknown>;
}

type Done = Extract<Exchange, { kind: 'ok' }>;
type Unanswered = Extract<Exchange, { kind: 'unanswered' }>;

/**
 * Sends until it is done, refused, or patience ends.
 * @param outgoing made anew for each try, so that an update sends what it has just read
 * @throws BuildiumError
 */
export async function exchange(line: Line, outgoing: () => Promise<Outgoing>, attempts: Attempts): Promise<Done> {
	const { context, account, gate, tools, patience, timeout } = line;
	const failed = { busy: 0, unanswered: 0 };
	for (;;) {
		const request = await outgoing();
		const reply = await gate.through(account.limits, tools, async () => await send(context, request, timeout, () => tools.clock.now()));
		if (reply.kind === 'ok') return reply;
		if (reply.kind === 'refused') throw new BuildiumError(reply.refusal);

		failed[reply.kind] += 1;
		const pause = pauseBefore(patience[reply.kind], failed[reply.kind], tools.random(), reply.askedFor);
		if (reply.kind === 'busy') {
			// A 429 was not carried out, so a write may be sent again too.
			if (pause === null) throw new BuildiumError(reply.refusal);
			gate.hold(tools.clock.now() + pause);
		} else if (attempts.repeatable || reply.neverSent) {
			if (pause === null) throw new BuildiumError(reply.refusal);
			await tools.sleep(pause);
		} else {
			const found = await lookForIt(
				request,
				reply,
				attempts,
				async () => await tools.sleep(pause ?? patience.unanswered.longestPause),
			);
			if (found !== null) return { kind: 'ok', body: found, total: null };
			if (pause === null) throw new BuildiumError(unsure(request, true, reply.refusal));
		}
	}
}

/** After a while: a request that timed out here may still be under way over there. */
async function lookForIt(
	request: Outgoing,
	{ refusal }: Unanswered,
	{ didItArrive }: Attempts,
	wait: () => Promise<unknown>,
): Promise<unknown> {
	if (!didItArrive) throw new BuildiumError(unsure(request, false, refusal));
	await wait();
	try {
		return (await didItArrive()) ?? null;
	} catch (thrown) {
		throw thrown instanceof BuildiumError ? new BuildiumError(unsure(request, false, notLooked(refusal, thrown.refusal))) : thrown;
	}
}

function notLooked(write: BuildiumRefusal, look: BuildiumRefusal): BuildiumRefusal {
	return { ...write, sentence: `${write.sentence} Looking for it failed: ${look.sentence}` };
}
