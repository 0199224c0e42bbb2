/**
 * Made-up requests through a real n8n: it stays up, nothing unsigned is taken or kept, and no run of the workflow fails.
 * As many as LEASING_FUZZ_REQUESTS says, 5,000 by default; the seed is printed.
 */
import { DatabaseSync } from 'node:sqlite';
import axios from 'axios';
import { assignCredentials } from '../../sandbox/n8n/assignCredentials';
import { LINES } from '../../sandbox/start/company';
import { choiceFor, SEED } from '../fuzz/seed';
import { mutated } from '../fuzz/mutate';
import { brokenLeads, leadDocuments } from '../fuzz/targets/leads';
import { workflowOfSteps } from './support/intakeSteps';
import { startRig, type Rig } from './support/rig';
import { eventually } from './support/story';

const REQUESTS = Number(process.env.LEASING_FUZZ_REQUESTS ?? 5_000);
const AT_ONCE = 8;
const HOUR_MS = 3_600_000;

describe(`${REQUESTS} made-up requests, seed ${SEED}`, () => {
	let rig: Rig;
	let workflowId: string;
	let form: string;

	beforeAll(async () => {
		rig = await startRig();
		await rig.installTemplate();
		const { workflow, path } = workflowOfSteps(LINES[0].phone);
		workflowId = (await rig.session.createWorkflow(await assignCredentials(rig.session, workflow, rig.credentials))).id;
		await rig.session.publish(workflowId);
		form = `${rig.n8n.url}/webhook/${path}`;
	}, 120_000);
	afterAll(async () => await rig?.stop());

	async function sendAll(count: number, send: (index: number) => Promise<void>): Promise<void> {
		let next = 0;
		const sender = async () => {
			while (next < count) await send(next++);
		};
		await Promise.all(Array.from({ length: AT_ONCE }, sender));
	}

	function rows(): Record<string, number> {
		const database = new DatabaseSync(rig.storeFile, { readOnly: true });
		try {
			const tables = database.prepare("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '%fts%'").all();
			return Object.fromEntries(
				tables.map(({ name }) => [String(name), Number(database.prepare(`SELECT count(*) AS n FROM "${String(name)}"`).get()?.n)]),
			);
		} finally {
			database.close();
		}
	}

	test(
		"at Twilio's address: none is taken, nothing is kept",
		async () => {
			const hook = String(rig.sandbox.number(LINES[0].phone).voice_url).replace(/#.*$/s, '');
			const before = rows();
			const taken: unknown[] = [];
			await sendAll(REQUESTS / 2, async (index) => {
				const choice = choiceFor(SEED, 'n8n-twilio', index);
				const url = hook.replace(/step=\w+/, () => `step=${choice.one(['voice', 'dial', 'ended', 'inbound', 'text', 'nothing'])}`);
				const fields = new URLSearchParams({
					AccountSid: rig.sandbox.accountSid,
					CallSid: `CA${'f'.repeat(32)}`,
					From: '+15125550199',
					To: LINES[0].phone,
				});
				const body = choice.chance(0.5) ? fields.toString() : mutated(fields.toString(), choice);
				const type = choice.one([
					'application/x-www-form-urlencoded',
					'application/json',
					'text/plain',
					'multipart/form-data; boundary=b',
				]);
				const signature = choice.one([`${'A'.repeat(27)}=`, 'AAAA', '', Buffer.from(String(choice.random())).toString('base64')]);
				const { status } = await axios.post(url, body, {
					headers: { 'Content-Type': type, 'X-Twilio-Signature': signature },
					validateStatus: () => true,
					proxy: false,
				});
				// n8n itself answers 400 to a body that is not what it says.
				if (![400, 403, 422].includes(status)) taken.push({ index, status, body, type });
			});
			expect(taken).toEqual([]);
			expect(rows()).toEqual(before);
		},
		HOUR_MS,
	);

	test(
		'at a form: every run ends well',
		async () => {
			const refused: unknown[] = [];
			let sent = 0;
			await sendAll(REQUESTS / 2, async (index) => {
				const target = index % 2 === 0 ? leadDocuments : brokenLeads;
				const { input } = target.trial(choiceFor(SEED, target.id, index));
				const item = target === brokenLeads ? (input as { item: unknown }).item : input;
				const isWebhook = typeof item === 'object' && item !== null && 'body' in item && 'headers' in item;
				const body = isWebhook ? item.body : item;
				const type = typeof body === 'string' ? 'text/plain' : 'application/json';
				const { status } = await axios.post(form, typeof body === 'string' ? body : JSON.stringify(body ?? null), {
					headers: { 'Content-Type': type },
					validateStatus: () => true,
					proxy: false,
				});
				if (status === 200) sent++;
				else if (status !== 400 && status !== 422) refused.push({ index, status });
			});
			expect(refused).toEqual([]);
			const ended = await eventually(
				'the end of all runs',
				async () => {
					const found = (await rig.session.executions(workflowId)).filter(
						({ status }) => status === 'success' || status === 'error',
					);
					return found.length >= Math.min(sent, 100) ? found : null;
				},
				HOUR_MS / 4,
			);
			expect(ended.filter(({ status }) => status !== 'success')).toEqual([]);
		},
		HOUR_MS,
	);
});
