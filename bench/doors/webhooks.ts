import { randomUUID } from 'node:crypto';
import { request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

import { assignCredentials } from '../../sandbox/n8n/assignCredentials';
import { startRig, type Rig } from '../../sandbox/rig';
import { LINES } from '../../sandbox/start/company';
import { nextCaller } from '../../sandbox/start/nextCaller';
import { publishPeers, startSink } from '../peers';
import { watchN8n, type HeldInside, type Watch } from './insideN8n';
import { nastyRequests, type NastyRequest } from './nastyRequests';

/** What a request to us may hold n8n's thread longer than the same request to n8n's own Webhook node. */
export const LONGER_MS = 250;
const RUNS = 3;
/** For what n8n does after it has answered, such as saving the execution. */
const AFTERWARDS_MS = 300;
const CALL_EVERY_MS = 4_000;
/** Longer than a call waits in line beside the largest of requests, which n8n itself works at for seconds. */
const TEXT_WITHIN_MS = 120_000;

interface Door {
	name: string;
	url: string;
	/** With a signature of the right shape: what fails at its shape alone shows nothing. */
	headers: Record<string, string>;
}

export interface WebhookFigure {
	request: string;
	door: string;
	/** On the wire. */
	bytes: number;
	/** The longest stretch without a turn for others, computed by n8n's thread: the median of the runs, and that of n8n's Webhook node. */
	ours: number;
	peer: number;
	status: string;
}

export interface WebhookFigures {
	figures: WebhookFigure[];
	calls: { made: number; texted: number };
	problems: string[];
}

/** Every nasty request to each of our webhooks and to n8n's own, in turn, while renters call. */
export async function measureWebhooks(quick: boolean, say: (line: string) => void): Promise<WebhookFigures> {
	const watch = await watchN8n();
	const rig = await startRig({ secondMs: 100, buildium: {}, env: watch.env });
	const sink = await startSink();
	try {
		await rig.installTemplate();
		const peers = await publishPeers(rig.session, rig.n8n.url, sink.url);
		const peer: Door = { name: "n8n's Webhook", url: peers.answerUrl, headers: {} };
		const doors = await publishDoors(rig);
		await warmUp([peer, ...doors]);
		const calls = keepCalling(rig);
		const figures: WebhookFigure[] = [];
		for (const nasty of nastyRequests(quick)) {
			const runs = new Map<Door, Array<{ held: HeldInside; status: number | string }>>();
			for (let run = 0; run < (quick ? 1 : RUNS); run++) {
				for (const door of [peer, ...doors]) runs.set(door, [...(runs.get(door) ?? []), await heldBy(nasty, door, watch)]);
			}
			for (const door of doors) {
				const figure = {
					request: nasty.name,
					door: door.name,
					bytes: nasty.body.length,
					ours: median((runs.get(door) ?? []).map(({ held }) => held.cpu)),
					peer: median((runs.get(peer) ?? []).map(({ held }) => held.cpu)),
					status: [...new Set((runs.get(door) ?? []).map(({ status }) => String(status)))].join(' '),
				};
				figures.push(figure);
				say(lineOf(figure));
			}
		}
		return { figures, calls: await calls.end(), problems: [...rig.sandbox.alerts(), ...rig.sandbox.violations()] };
	} finally {
		await rig.stop();
		await sink.close();
	}
}

export const HEADINGS = ['request'.padEnd(34), 'door'.padEnd(14), 'bytes', 'ms', "n8n's", 'longer', 'ratio', 'status'].join('\t');

function lineOf({ request: name, door, bytes, ours, peer, status }: WebhookFigure): string {
	const numbers = [ours, peer, ours - peer, ours / peer].map((number) => number.toFixed(1));
	return [name.padEnd(34), door.padEnd(14), bytes, ...numbers, status].join('\t');
}

async function publishDoors(rig: Rig): Promise<Door[]> {
	const secret = await rig.session.createCredential({
		name: 'Webhook secret',
		type: 'buildiumWebhookApi',
		data: { secret: randomUUID(), secondSecret: randomUUID() },
	});
	const webhookId = randomUUID();
	const trigger = {
		id: randomUUID(),
		name: 'Buildium Trigger',
		type: 'n8n-nodes-leasing.buildiumTrigger',
		typeVersion: 1,
		position: [0, 0],
		webhookId,
		parameters: { events: [] },
	};
	const { id } = await rig.session.createWorkflow(
		await assignCredentials(
			rig.session,
			{ name: 'Buildium events', nodes: [trigger], connections: {}, settings: { executionOrder: 'v1' } },
			{ ...rig.credentials, buildiumWebhookApi: { id: secret.id, name: 'Webhook secret' } },
		),
	);
	await rig.session.publish(id);
	const twilio = String(rig.sandbox.number(LINES[0].phone).voice_url).replace(/#.*$/s, '');
	return [
		{ name: 'Twilio', url: twilio, headers: { 'X-Twilio-Signature': `${'A'.repeat(27)}=` } },
		{
			name: 'Buildium',
			url: `${rig.n8n.url}/webhook/${webhookId}/buildium`,
			headers: {
				'buildium-webhook-signature': `${'A'.repeat(43)}=`,
				'buildium-webhook-timestamp': String(Math.floor(Date.now() / 1_000)),
			},
		},
	];
}

async function warmUp(doors: readonly Door[]): Promise<void> {
	const small = { name: 'small', headers: { 'Content-Type': 'application/json' }, body: Buffer.from('{}') };
	for (let times = 0; times < 5; times++) for (const door of doors) await send(small, door);
}

async function heldBy(nasty: NastyRequest, door: Door, watch: Watch): Promise<{ held: HeldInside; status: number | string }> {
	await watch.reset();
	const status = await send(nasty, door);
	await sleep(AFTERWARDS_MS);
	return { held: await watch.read(), status };
}

/** @returns the status, or why there was none: n8n ends the connection of a request that is too large */
async function send({ headers, body }: NastyRequest, door: Door): Promise<number | string> {
	return await new Promise((resolve) => {
		const sent = request(
			door.url,
			{ method: 'POST', agent: false, headers: { ...headers, ...door.headers, 'Content-Length': body.length }, timeout: 120_000 },
			(answer) => {
				answer.resume();
				answer.on('end', () => resolve(answer.statusCode ?? 'none'));
				answer.on('error', () => resolve('cut off'));
			},
		);
		sent.on('timeout', () => sent.destroy(new Error('no answer')));
		sent.on('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
		sent.end(body);
	});
}

/** Renters who call all the while; each must get one text. */
function keepCalling({ sandbox }: Rig): { end(): Promise<{ made: number; texted: number }> } {
	const from: string[] = [];
	const call = (): void => {
		const caller = nextCaller(from.length);
		from.push(caller);
		sandbox.placeCall({ to: LINES[0].phone, from: caller });
	};
	call();
	const timer = setInterval(call, CALL_EVERY_MS);
	return {
		async end() {
			clearInterval(timer);
			const texts = await Promise.allSettled(
				from.map(async (one) => await sandbox.waitForMessage(({ to }) => to === one, TEXT_WITHIN_MS)),
			);
			const once = texts.filter(({ status }, at) => status === 'fulfilled' && sandbox.messages({ to: from[at] ?? '' }).length === 1);
			return { made: from.length, texted: once.length };
		},
	};
}

function median(numbers: readonly number[]): number {
	const sorted = [...numbers].sort((a, b) => a - b);
	return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
