import { setTimeout as sleep } from 'node:timers/promises';
import { SetupError } from '../sandbox/n8n/setupError';
import { endFields, type Call } from './call';
import { interleave } from './pace';
import type { Bench } from './setup';
import { compare, type Comparison } from './statistics';

/** Far beyond any sensible time: what has not come by then does not come. */
const ALL_THERE_WITHIN_MS = 120_000;
const POLL_MS = 100;

/**
 * From the request that ends a call to the text's arrival at the phone company: our template against n8n's Webhook
 * node with an HTTP Request node behind it, which posts the same form to a server that only notes the time.
 * @param calls ringing, from `measureAnswers`
 */
export async function measureTexts(bench: Bench, calls: Call[], perSecond: number): Promise<Comparison> {
	const { rig, peers, sink } = bench;
	const begun = { ours: new Map<string, number>(), peer: new Map<string, number>() };
	const end = async (side: 'ours' | 'peer', index: number): Promise<void> => {
		const call = calls[index];
		if (call === undefined || call.endUrl === null) throw new Error(`Call ${index} is not ringing.`);
		begun[side].set(call.from, Date.now());
		await bench.post(side === 'ours' ? call.endUrl : peers.textUrl, endFields(call, rig.sandbox.accountSid));
	};
	await interleave(
		{ count: calls.length, perSecond },
		async (index) => await end('ours', index),
		async (index) => await end('peer', index),
	);

	const ours = (phone: string): number | undefined => rig.sandbox.messages({ to: phone, direction: 'outbound-api' })[0]?.createdAt;
	const peer = (phone: string): number | undefined => sink.arrivals(phone)[0];
	return compare(await spans(begun.ours, ours), await spans(begun.peer, peer));
}

/** Waits for an arrival per phone. @throws when some do not come */
async function spans(begun: Map<string, number>, arrival: (phone: string) => number | undefined): Promise<number[]> {
	const deadline = Date.now() + ALL_THERE_WITHIN_MS;
	for (;;) {
		const times = [...begun].map(([phone, at]) => (arrival(phone) ?? Number.NaN) - at);
		const missing = times.filter((ms) => Number.isNaN(ms)).length;
		if (missing === 0) return times;
		if (Date.now() > deadline)
			throw new SetupError(
				`${missing} of ${times.length} texts did not come within ${ALL_THERE_WITHIN_MS / 1000} seconds. End other programs on this machine and run it again.`,
			);
		await sleep(POLL_MS);
	}
}
