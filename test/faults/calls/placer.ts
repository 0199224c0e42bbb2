import { setTimeout as sleep } from 'node:timers/promises';
import type { StaffBehaviour } from '../../../sandbox/twilio/contract';
import type { Deployment } from '../deployment/contract';
import type { Random } from '../random';
import type { Replies } from '../renters/replies';
import type { Witness } from '../renters/witness';
import { callerNumber } from './callers';
import type { PlacedCall } from './placedCall';
import { planCall, type PlannedCall, type PlannedText } from './plan';

/** Few call while nobody can hear them: what happens to such calls is the phone company's and n8n's, not ours. */
const CALLS_WHEN_DOWN = 0.05;
const LOOK_AGAIN_MS = 200;
/** The last call was refused, because the store is locked or its disk full: the next ones come slowly. */
const SLOWLY_MS = 4_000;
/** Longer than any start of n8n and any strike of ours. */
const DEAF_AFTER_MS = 75_000;
/** How long a renter waits for our text before giving up on answering it. */
const ANSWERS_WITHIN_MS = 20_000;
/** How long staff phones keep an unusual behaviour. Other calls may be answered by it too: what counts is what happened. */
const BEHAVIOUR_MS = 1_500;

export interface Placer {
	placed: readonly PlacedCall[];
	/** Nobody of ours answered for so long that nothing more can come of it. */
	deaf(): boolean;
	/** No new renter calls from now on; resolves when those that call have hung up and written what they wanted to write. */
	stop(): Promise<void>;
}

export interface Placing {
	deployment: Deployment;
	random: Random;
	replies: Replies;
	witness: Witness;
	/** The first renter's place in the list of numbers. */
	from: number;
}

/** Lets renters call at a steady pace while somebody hears them, each with a number of their own; some write, too. */
export function startPlacing({ deployment, random, replies, witness, from }: Placing): Placer {
	const { sandbox } = deployment;
	const placed: PlacedCall[] = [];
	const stopping = new AbortController();
	const { signal } = stopping;
	const pause = async (ms: number) => await sleep(ms, undefined, { signal }).catch(() => undefined);
	const renters: Array<Promise<void>> = [];
	let deaf = false;

	const behave = (behaviour: StaffBehaviour) => deployment.staff.forEach((phone) => sandbox.setStaff(phone, behaviour));
	const write = async (line: string, phone: string, { meaning, body }: PlannedText) => await replies.send({ phone, line, meaning, body });
	const life = async ({ kind, calls, text }: PlannedCall) => {
		const [first] = calls;
		if (!first) return;
		const { to: line, from: phone } = first;
		if (text?.when === 'before') await write(line, phone, text);
		for (const [index, one] of calls.entries()) {
			// Who ends the texts after the first one calls again afterwards.
			if (text?.when === 'after' && index > 0) await writeAfter(line, phone, text);
			if (index > 0) await untilHeard();
			const call = sandbox.placeCall(one);
			placed.push({ kind, call, at: Date.now() });
			await call.ended;
		}
		if (text?.when === 'after' && calls.length === 1) await writeAfter(line, phone, text);
		if (text?.when !== 'meanwhile') return;
		await pause(text.delayMs);
		await write(line, phone, text);
	};
	const writeAfter = async (line: string, phone: string, text: PlannedText) => {
		const got = () => sandbox.messages({ to: phone, direction: 'outbound-api' }).some(({ status }) => status === 'delivered');
		const until = Date.now() + ANSWERS_WITHIN_MS;
		while (!got() && Date.now() < until && !signal.aborted) await pause(LOOK_AGAIN_MS);
		if (got()) await write(line, phone, text);
	};
	/** Waits until somebody hears, or this renter is one of the few who call all the same. */
	const untilHeard = async () => {
		const callsAllTheSame = random.chance(CALLS_WHEN_DOWN);
		const until = Date.now() + DEAF_AFTER_MS;
		while (!signal.aborted && !(await deployment.listening())) {
			if (callsAllTheSame) return;
			if (Date.now() > until) {
				deaf = true;
				return;
			}
			await pause(LOOK_AGAIN_MS);
		}
	};
	const work = (async () => {
		for (let index = from; !signal.aborted && !deaf; index += 1) {
			const plan = planCall(random, deployment.lines, callerNumber(index), index - from);
			await untilHeard();
			if (signal.aborted) return;
			if (plan.staff) {
				behave(plan.staff);
				setTimeout(() => behave({ kind: 'ignore' }), BEHAVIOUR_MS);
			}
			renters.push(life(plan));
			await pause(plan.pauseMs);
			if (!witness.lastCallWasHeard()) await pause(SLOWLY_MS);
		}
	})();
	return {
		placed,
		deaf: () => deaf,
		stop: async () => {
			stopping.abort();
			await work;
			await Promise.all(renters);
		},
	};
}
