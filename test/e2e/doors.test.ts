/** What strangers send to our doors on a real n8n: nothing is believed, nobody is held up, and nothing of a stranger's words goes out but a name. */
import { gzipSync } from 'node:zlib';
import axios from 'axios';
import { LINES, PORTFOLIO } from '../../sandbox/start/company';
import { nextCaller } from '../../sandbox/start/nextCaller';
import { assignCredentials } from '../../sandbox/n8n/assignCredentials';
import { HOSTILE } from '../fuzz/names/hostile';
import { workflowOfSteps } from './support/intakeSteps';
import { startRig, type Rig } from './support/rig';
import { eventually } from './support/story';

const LINE = LINES[0].phone;
/** A call is answered within 15 seconds, or Twilio gives up; here the ringing takes a third of a second. */
const TEXT_WITHIN_MS = 20_000;

describe('the doors of a real n8n', () => {
	let rig: Rig;
	let address: string;
	let callers = 300;
	let workflowId: string;

	beforeAll(async () => {
		rig = await startRig();
		await rig.installTemplate();
		const { workflow, path } = workflowOfSteps(LINE);
		const { id } = await rig.session.createWorkflow(await assignCredentials(rig.session, workflow, rig.credentials));
		await rig.session.publish(id);
		workflowId = id;
		address = `${rig.n8n.url}/webhook/${path}`;
	}, 120_000);
	afterAll(async () => await rig?.stop());

	const post = async (body: unknown, type = 'application/json') =>
		await axios.post(address, body, { headers: { 'Content-Type': type }, validateStatus: () => true, proxy: false });
	const runs = async () => await rig.session.executions(workflowId);

	/** Renters call while something else is sent; each of them gets one text in time. */
	async function expectCallersServed(meanwhile: () => Promise<unknown>): Promise<void> {
		const from = [1, 2, 3].map(() => nextCaller(callers++));
		const sent = meanwhile();
		const calls = from.map((caller) => rig.sandbox.placeCall({ to: LINE, from: caller }));
		await Promise.all(calls.map(async ({ ended }) => await ended));
		await Promise.all(from.map(async (caller) => await rig.sandbox.waitForMessage(({ to }) => to === caller, TEXT_WITHIN_MS)));
		await sent;
		expect(from.map((caller) => rig.sandbox.messages({ to: caller }).length)).toEqual([1, 1, 1]);
		expect([...rig.sandbox.alerts(), ...rig.sandbox.violations()]).toEqual([]);
	}

	test('a document of 9,900 empty prospects holds nobody up: callers meanwhile get their text', async () => {
		const before = (await runs()).map(({ id }) => id);
		const raw = `<LeadManagement><Prospects>${'<Prospect><Customers/></Prospect>'.repeat(9_900)}`;
		await expectCallersServed(async () => expect((await post({ raw })).status).toBe(200));
		const run = await rig.session.waitForExecution(workflowId, ({ id }) => !before.includes(id));
		expect(run).toMatchObject({ status: 'success', error: null });
	}, 120_000);

	test('a forged request that unpacks to 16 MB is refused, and callers meanwhile get their text', async () => {
		const hook = String(rig.sandbox.number(LINE).voice_url).replace(/#.*$/s, '');
		const body = gzipSync(Buffer.from('a&'.repeat(8_000_000)));
		await expectCallersServed(async () => {
			const { status } = await axios.post(hook, body, {
				headers: {
					'Content-Type': 'application/x-www-form-urlencoded',
					'Content-Encoding': 'gzip',
					'X-Twilio-Signature': `${'A'.repeat(27)}=`,
				},
				validateStatus: () => true,
				proxy: false,
			});
			expect(status).toBe(403);
		});
	}, 120_000);

	test('renters in one envelope, as text that the browser did not name JSON, become leads of their own', async () => {
		const phones = ['+15125550141', '+15125550142', '+15125550143'];
		const leads = phones.map((phone, at) => ({ name: ['Ann Lake', 'Bob Stone', 'Carla Moss'][at], phone, submission_id: 17 }));
		expect((await post(JSON.stringify({ leads }), 'text/plain')).status).toBe(200);
		const found = await eventually('three leads', async () => {
			const all = await rig.store.leads.search({ portfolio: PORTFOLIO, limit: 50 });
			const ours = all.filter(({ fullName }) => ['Ann Lake', 'Bob Stone', 'Carla Moss'].includes(fullName ?? ''));
			return ours.length === 3 ? ours : null;
		});
		expect(new Set(found.map(({ id }) => id)).size).toBe(3);
	}, 60_000);

	test('what strangers type as their first name goes out only if it is a name', async () => {
		const words = ['Ana', ...Object.values(HOSTILE).map(([first = '']) => first)];
		const phones = words.map((_word, at) => `+151255501${String(50 + at)}`);
		await Promise.all(words.map(async (first_name, at) => await post({ first_name, phone: phones[at], message: 'Is it free?' })));
		const texts = await Promise.all(phones.map(async (phone) => await rig.sandbox.waitForMessage(({ to }) => to === phone, 60_000)));
		expect(texts.map(({ body }) => body.startsWith('Hi Ana, '))).toEqual(words.map((word) => word === 'Ana'));
		expect(words.slice(1).filter((word, at) => texts[at + 1]?.body.includes(word.trim()))).toEqual([]);
	}, 120_000);
});
