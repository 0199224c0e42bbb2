import { pauseBefore, retryAfter, type Patience } from '../../leasing/rest/patience';
import { noAnswer, readRefusal, unsure, type Refusal } from '../../leasing/rest/refusal';
import { RefusedError } from '../../leasing/rest/refusedError';
import type { Answer, AskedFor, Vendor } from '../../leasing/rest/vendor';
import type { Millis } from '../../leasing/time';
import type { Gate, GateLimits, RestTools } from './gate';

/** What one request came to: an answer of whatever kind, or none. */
export type Sent =
	| { kind: 'answered'; answer: Answer }
	/** Something came that is no answer. */
	| { kind: 'unreadable' }
	/** @property neverSent the connection was not even made, so nothing can have been done @property why the network's own words */
	| { kind: 'unanswered'; why: string; neverSent: boolean };

/** The way to one vendor with one key. */
export interface RestLine<Outgoing extends AskedFor> {
	vendor: Vendor;
	/** Sends once. Never throws for what the vendor answers, nor for what the network does. */
	send(outgoing: Outgoing): Promise<Sent>;
	gate: Gate;
	limits: GateLimits;
	tools: RestTools;
	patience: Patience;
}

export interface Attempts {
	/** Doing it twice is the same as doing it once: whatever is read, and writes with a key that the vendor tells repeats by. */
	repeatable: boolean;
	/**
	 * Looks for what a write without an answer should have made: the record, or null. Without it and without a vendor who tells
	 * repeats, a write that may have arrived is never repeated.
	 */
	didItArrive?(): Promise<unknown>;
}

type Outcome =
	| { kind: 'ok'; answer: Answer }
	| { kind: 'refused'; refusal: Refusal }
	| { kind: 'busy'; refusal: Refusal; askedFor: Millis | null }
	| { kind: 'unanswered'; refusal: Refusal; askedFor: Millis | null; neverSent: boolean };

/**
 * Sends until it is done, refused, or patience ends.
 * @param outgoing made anew for each try, so that an update sends what it has just read
 * @returns the answer; its body is what `didItArrive` found, where that was how it turned out
 * @throws RefusedError
 */
export async function exchange<Outgoing extends AskedFor>(
	line: RestLine<Outgoing>,
	outgoing: () => Promise<Outgoing>,
	attempts: Attempts,
): Promise<Answer> {
	const { vendor, gate, limits, tools, patience } = line;
	const failed = { busy: 0, unanswered: 0 };
	for (;;) {
		const request = await outgoing();
		const sent = await gate.through(limits, tools, async () => await line.send(request));
		const outcome = outcomeOf(vendor, request, sent, tools.clock.now());
		if (outcome.kind === 'ok') return outcome.answer;
		if (outcome.kind === 'refused') throw new RefusedError(outcome.refusal);

		failed[outcome.kind] += 1;
		const pause = pauseBefore(patience[outcome.kind], failed[outcome.kind], tools.random(), outcome.askedFor);
		if (outcome.kind === 'busy') {
			// It was not carried out, so a write may be sent again too.
			if (pause === null) throw new RefusedError(outcome.refusal);
			gate.hold(tools.clock.now() + pause);
		} else if (attempts.repeatable || outcome.neverSent) {
			if (pause === null) throw new RefusedError(outcome.refusal);
			await tools.sleep(pause);
		} else {
			const wait = async () => await tools.sleep(pause ?? patience.unanswered.longestPause);
			const found = await lookForIt(vendor, request, outcome.refusal, attempts, wait);
			if (found !== null) return { status: 200, headers: {}, body: found };
			if (pause === null) throw new RefusedError(unsure(vendor, request, true, outcome.refusal));
		}
	}
}

function outcomeOf(vendor: Vendor, asked: AskedFor, sent: Sent, now: Millis): Outcome {
	if (sent.kind === 'unreadable') return { kind: 'refused', refusal: noAnswer(vendor, asked, 'bad_answer', '') };
	if (sent.kind === 'unanswered') {
		const { why, neverSent } = sent;
		return { kind: 'unanswered', refusal: noAnswer(vendor, asked, 'no_answer', why), askedFor: null, neverSent };
	}
	const { answer } = sent;
	const code = vendor.meaning(answer);
	if (code === null) return { kind: 'ok', answer };
	const refusal = readRefusal(vendor, asked, answer, code);
	const askedFor = retryAfter(answer.headers['retry-after'], now);
	if (code === 'too_many') return { kind: 'busy', refusal, askedFor };
	if (code === 'unavailable' || code === 'no_answer') return { kind: 'unanswered', refusal, askedFor, neverSent: false };
	return { kind: 'refused', refusal };
}

/** After a while: a request that timed out here may still be under way over there. */
async function lookForIt(
	vendor: Vendor,
	request: AskedFor,
	refusal: Refusal,
	{ didItArrive }: Attempts,
	wait: () => Promise<unknown>,
): Promise<unknown> {
	if (!didItArrive) throw new RefusedError(unsure(vendor, request, false, refusal));
	await wait();
	try {
		return (await didItArrive()) ?? null;
	} catch (thrown) {
		throw thrown instanceof RefusedError
			? new RefusedError(unsure(vendor, request, false, notLooked(refusal, thrown.refusal)))
			: thrown;
	}
}

function notLooked(write: Refusal, look: Refusal): Refusal {
	return { ...write, sentence: `${write.sentence} Looking for it failed: ${look.sentence}` };
}
