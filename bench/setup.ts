import { SetupError } from '../sandbox/n8n/setupError';
import { startRig, type Rig } from '../sandbox/rig';
import { LINES } from '../sandbox/start/company';
import { sendWebhook, WebhookFailure, type WebhookReply } from '../sandbox/twilio/webhooks/send';
import { newCall, type Call } from './call';
import { publishPeers, startSink, type Peers, type Sink } from './peers';

/** Everything that a measurement of calls needs: one n8n with our template and its peers, and the stand-ins around it. */
export interface Bench {
	rig: Rig;
	peers: Peers;
	sink: Sink;
	/** Our trigger's URL for a new call. */
	voiceUrl: string;
	/** Every call made so far. */
	calls: Call[];
	/** New calls from renters who have not called before. */
	newCalls(count: number): Call[];
	/** One signed form, once, as Twilio sends it. @throws when the answer is not 2xx */
	post(url: string, fields: Record<string, string>): Promise<WebhookReply>;
	stop(): Promise<void>;
}

/** Seconds between the delivery reports of a text, as phone networks take them; no divisor of the pace of calls. */
const DELIVERY_SECONDS = 1.3;

/** @param env for n8n, both sides: replaces what the rig sets */
export async function setUpBench(env: Record<string, string>): Promise<Bench> {
	const rig = await startRig({ secondMs: 1000, deliverySeconds: DELIVERY_SECONDS, env });
	const sink = await startSink();
	await rig.installTemplate();
	const peers = await publishPeers(rig.session, rig.n8n.url, sink.url);
	const life = new AbortController();
	const calls: Call[] = [];
	return {
		rig,
		peers,
		sink,
		voiceUrl: String(rig.sandbox.number(LINES[0].phone).voice_url),
		calls,
		newCalls: (count) => {
			const made = Array.from({ length: count }, (_, index) => newCall(calls.length + index));
			calls.push(...made);
			return made;
		},
		post: async (url, fields) => {
			// Without the fragment, by which our URLs ask for retries: a failure must not hide behind a second try.
			const once = { url: url.replace(/#.*$/s, ''), method: 'POST', fields };
			const reply = await sendWebhook(once, rig.sandbox.authToken, life.signal).catch(tooBusy);
			if (reply.status >= 200 && reply.status < 300) return reply;
			throw new Error(`${url} answered ${reply.status}: ${reply.body.slice(0, 200)}`);
		},
		stop: async () => {
			life.abort(new Error('The benchmark is over.'));
			await rig.stop();
			await sink.close();
		},
	};
}

function tooBusy(error: unknown): never {
	if (!(error instanceof WebhookFailure)) throw error;
	throw new SetupError(
		`n8n left a request of the benchmark without an answer (${error.message}). End other programs on this machine and run it again.`,
	);
}
