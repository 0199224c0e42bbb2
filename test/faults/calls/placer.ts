import { setTimeout as sleep } from 'node:timers/promises';
import type { PretendCall, StaffBehaviour } from '../../../sandbox/twilio/contract';
import type { Deployment } from '../deployment/contract';
import type { Random } from '../random';
import { callerNumber } from './callers';
import { planCall } from './plan';

/** A call that was placed; what came of it stands in the stand-in and in the store. */
export interface PlacedCall {
	kind: string;
	call: PretendCall;
	at: number;
}

/** While n8n is down hardly any call can count, so fewer are placed. */
const SLOWER_WHEN_DOWN = 6;
/** How long staff phones keep an unusual behaviour. Other calls may be answered by it too: what counts is what happened. */
const BEHAVIOUR_MS = 1_500;

export interface Placer {
	placed: readonly PlacedCall[];
	/** No new renter calls from now on; resolves when those that call have hung up. */
	stop(): Promise<void>;
}

/** Lets renters call at a steady pace, each with a number of their own. */
export function startPlacing(deployment: Deployment, random: Random): Placer {
	const { sandbox } = deployment;
	const placed: PlacedCall[] = [];
	const stopping = new AbortController();
	const renters: Array<Promise<void>> = [];

	const behave = (behaviour: StaffBehaviour) => deployment.staff.forEach((phone) => sandbox.setStaff(phone, behaviour));
	const renter = async (index: number): Promise<number> => {
		const plan = planCall(random, deployment.lines, callerNumber(index));
		if (plan.staff) {
			behave(plan.staff);
			setTimeout(() => behave({ kind: 'ignore' }), BEHAVIOUR_MS);
		}
		const ringing = async () => {
			for (const one of plan.calls) {
				const call = sandbox.placeCall(one);
				placed.push({ kind: plan.kind, call, at: Date.now() });
				await call.ended;
			}
		};
		renters.push(ringing());
		return plan.pauseMs;
	};
	const work = (async () => {
		for (let index = 0; !stopping.signal.aborted; index += 1) {
			const pause = await renter(index);
			const slower = deployment.processes().every((one) => one.running()) ? 1 : SLOWER_WHEN_DOWN;
			await sleep(pause * slower, undefined, { signal: stopping.signal }).catch(() => undefined);
		}
	})();
	return {
		placed,
		stop: async () => {
			stopping.abort();
			await work;
			await Promise.all(renters);
		},
	};
}
