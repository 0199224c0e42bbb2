import { voiceFields, type Call } from './call';
import { interleave } from './pace';
import type { Bench } from './setup';
import { compare, type Comparison } from './statistics';

/**
 * From Twilio's request for a new call to the end of the answer: our trigger (verifies, stores, answers with TwiML)
 * against n8n's Webhook node (answers at once). Leaves our calls ringing.
 */
export async function measureAnswers(bench: Bench, calls: Call[], perSecond: number): Promise<Comparison> {
	const { rig, peers } = bench;
	const timed = async (url: string, call: Call): Promise<{ ms: number; body: string }> => {
		const fields = voiceFields(call, rig.sandbox.accountSid);
		const began = performance.now();
		const { body } = await bench.post(url, fields);
		return { ms: performance.now() - began, body };
	};
	const { ours, peer } = await interleave(
		{ count: calls.length, perSecond },
		async (index) => await timed(bench.voiceUrl, at(calls, index)),
		async (index) => await timed(peers.answerUrl, at(calls, index)),
	);
	ours.forEach(({ body }, index) => (at(calls, index).endUrl = dialAction(body)));
	return compare(
		ours.map(({ ms }) => ms),
		peer.map(({ ms }) => ms),
	);
}

function at(calls: Call[], index: number): Call {
	const call = calls[index];
	if (call === undefined) throw new Error(`There is no call ${index}.`);
	return call;
}

/** Where our TwiML wants to hear how ringing the staff went. */
function dialAction(twiml: string): string {
	const action = /<Dial[^>]* action="([^"]+)"/.exec(twiml)?.[1];
	if (action === undefined) throw new Error(`The trigger did not answer with a <Dial action>: ${twiml.slice(0, 200)}`);
	return action.replaceAll('&amp;', '&');
}
