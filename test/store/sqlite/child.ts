/**
 * Another process on the same store; started by processes.test.ts with the file, a job and a name.
 * It says `ready`, waits for a line, does its job and prints one line of JSON at the end.
 */
import { randomBytes } from 'node:crypto';
import { createInterface } from 'node:readline';

import { makeIds } from '../../../store/ids';
import { openStore } from '../../../store/openStore';
import type { Store, StoreFamilies } from '../../../store/port';
import { newLead, newTask, newText } from '../contract/builders';

const [file = '', job = '', name = ''] = process.argv.slice(2);
const clock = { now: () => Date.now() };

const phoneOf = (renter: number) => `+1512555${String(1000 + renter)}`;

/** What a workflow does for one missed call. */
async function writeLead(tx: StoreFamilies, renter: number): Promise<string> {
	const identity = { kind: 'phone', value: phoneOf(renter) } as const;
	const [known] = await tx.leads.findByIdentities('main', [identity]);
	if (known !== undefined) return known.leadId;
	const lead = await tx.leads.create(newLead({ phone: identity.value }));
	await tx.leads.addIdentity('main', lead.id, identity);
	await tx.tasks.open(newTask({ key: `call_back:${renter}`, leadId: lead.id }));
	return lead.id;
}

/** Everybody sees the same 40 calls of 20 renters, and works on whatever can be had. */
async function compete(store: Store): Promise<unknown> {
	const claimed: string[] = [];
	const sent: string[] = [];
	for (;;) {
		const events = await store.events.claim('w1:n1', name, 3, clock.now(), clock.now() + 60_000);
		if (events.length === 0) return { claimed, sent };
		for (const { id, key, payload } of events) {
			claimed.push(key);
			const renter = Number(payload) % 20;
			const leadId = await store.transaction(async (tx) => await writeLead(tx, renter));
			const { text } = await store.texts.plan(newText({ key: `text_back:${renter}`, leadId }));
			const right = await store.texts.claim(text.id, name, clock.now(), clock.now() + 60_000);
			if (
				right !== null &&
				(await store.texts.markSent(
					text.id,
					name,
					{ provider: 'twilio', providerId: `SM${renter}`, providerStatus: 'queued' },
					clock.now(),
				))
			)
				sent.push(text.key);
			await store.events.finish(id, name, clock.now());
		}
	}
}

/** Writes one lead after another and says so after each, until it is killed. */
async function writeOn(store: Store): Promise<never> {
	for (let renter = 0; ; renter += 1) {
		const id = await store.transaction(async (tx) => await writeLead(tx, renter));
		await new Promise((done) => process.stdout.write(`${id}\n`, done));
	}
}

/** Dies between two writes of a transaction. */
async function dieInside(store: Store): Promise<never> {
	return await store.transaction(async (tx) => {
		await writeLead(tx, 1);
		process.kill(process.pid, 'SIGKILL');
		return await new Promise<never>(() => undefined);
	});
}

const JOBS: Record<string, (store: Store) => Promise<unknown>> = { compete, writeOn, dieInside };

async function main(): Promise<void> {
	const store = await openStore({ backend: 'sqlite', file }, { clock, ids: makeIds(clock, randomBytes) });
	const lines = createInterface({ input: process.stdin });
	process.stdout.write('ready\n');
	await new Promise((go) => lines.once('line', go));
	lines.close();
	const result = await JOBS[job]?.(store);
	await store.close();
	process.stdout.write(`${JSON.stringify(result)}\n`);
}

main().catch((error: unknown) => {
	console.error(error);
	process.exitCode = 1;
});
