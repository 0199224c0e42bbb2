/**
 * Times when calls meet no n8n, or one that may not answer: the fallback rings staff, and afterwards the calls are found in Twilio's call log
 * and worked once. On a real n8n, against the stand-in.
 */
import axios from 'axios';
import * as z from 'zod/v4';
import { startRegularSqlite, type RegularSqlite } from '../faults/deployment/regularSqlite';
import { eventually } from './support/story';
import { serveTwimlBins, setFallback, type TwimlBins } from './support/twimlBins';
import { STAFF } from '../../sandbox/start/company';

const [REACHED_NOBODY, SPOKE_WITH_STAFF, WITHOUT_CREDENTIAL, AFTERWARDS] = ['80', '81', '82', '83'].map((last) => `+150355501${last}`) as [
	string,
	string,
	string,
	string,
];
/** A call is looked for 30 seconds after its end, and every 30 seconds while one has just ended. */
const FOUND_WITHIN_MS = 150_000;

const Saved = z.object({
	name: z.string(),
	nodes: z.array(z.looseObject({ credentials: z.record(z.string(), z.unknown()).optional() })),
	connections: z.unknown(),
	settings: z.looseObject({ executionOrder: z.string().optional() }).nullish(),
});

describe('calls that do not reach n8n', () => {
	let deployment: RegularSqlite;
	let bins: TwimlBins;
	let line = '';
	beforeAll(async () => {
		deployment = await startRegularSqlite();
		bins = await serveTwimlBins();
		[line = ''] = deployment.lines;
	});
	afterAll(async () => {
		await deployment?.stop(false);
		await bins?.close();
	});
	afterEach(() => expect(deployment.sandbox.violations()).toEqual([]));

	const callOf = async (sid: string) =>
		(
			await deployment.look<{ state: string; reasons: string; id: string }>(
				'SELECT id, state, reasons FROM calls WHERE provider_call_id = ?',
				[sid],
			)
		)[0];
	const decided = async (sid: string) =>
		await eventually(
			`the call ${sid} to be found and judged`,
			async () => {
				const call = await callOf(sid);
				return (call?.state === 'missed' || call?.state === 'answered') && call;
			},
			FOUND_WITHIN_MS,
		);
	const leadsOf = async (phone: string) => await deployment.look('SELECT id FROM leads WHERE phone = ?', [phone]);
	const tasks = async () =>
		await deployment.look<{ title: string; reasons: string; call_id: string | null; kind: string }>(
			"SELECT title, reasons, call_id, kind FROM tasks WHERE state = 'open'",
		);

	/** As a person does it in the editor: another credential in every node that had one of this type, saved and published. */
	async function choose(type: string, credential: { id: string; name: string }): Promise<void> {
		const { session, workflowId } = deployment;
		const { name, nodes, connections, settings } = Saved.parse(await session.rest('GET', `/rest/workflows/${workflowId}`));
		const changed = nodes.map((node) =>
			node.credentials?.[type] ? { ...node, credentials: { ...node.credentials, [type]: credential } } : node,
		);
		const { origin } = new URL(String(deployment.sandbox.number(line).voice_url));
		await axios.put(
			`${origin}/api/v1/workflows/${workflowId}`,
			{ name, nodes: changed, connections, settings: { executionOrder: settings?.executionOrder ?? 'v1' } },
			{ headers: { 'X-N8N-API-KEY': session.apiKey }, proxy: false },
		);
		await session.publish(workflowId);
	}

	test('because its credential was deleted: 503 at once, the fallback rings staff; with a credential again the call is found and worked once', async () => {
		const { sandbox, session, credentials } = deployment;
		const key = 'leasingTwilioApi';
		const gone = credentials[key];
		if (!gone) throw new Error('The deployment has no Twilio credential.');
		await session.rest('DELETE', `/rest/credentials/${gone.id}`);
		// Nobody has called for a while: what was remembered has been looked at again.
		const voice = String(sandbox.number(line).voice_url).split('#')[0] ?? '';
		const started = Date.now();
		await eventually(
			'a 503',
			async () => {
				const { status } = await axios.post(voice, 'CallSid=CA1', {
					headers: { 'X-Twilio-Signature': 'A'.repeat(27) + '=' },
					validateStatus: () => true,
					proxy: false,
				});
				return status === 503;
			},
			70_000,
		);
		expect(Date.now() - started).toBeLessThan(70_000);
		await setFallback(sandbox, line, bins.fallbackUrl);
		let rang = 0;
		const unsubscribe = sandbox.onEvent(({ kind }) => (rang += Number(kind === 'staff')));
		const call = sandbox.placeCall({ to: line, from: WITHOUT_CREDENTIAL });
		await call.ended;
		unsubscribe();
		expect(rang).toBeGreaterThan(0);
		expect(sandbox.alerts().join('\n')).toContain('HTTP 503');
		expect(await callOf(call.sid)).toBeUndefined();
		await eventually(
			'the task about the credential',
			async () => (await tasks()).some(({ reasons }) => reasons.includes('credential_gone')),
			90_000,
		);

		// As a person does it: a new credential, chosen in the workflow, published again.
		const { url, accountSid, authToken } = sandbox;
		const { id } = await session.createCredential({ name: gone.name, type: key, data: { accountSid, authToken, baseUrl: url } });
		await choose(key, { id, name: gone.name });
		expect((await decided(call.sid)).state).toBe('missed');
		await eventually('the lead', async () => (await leadsOf(WITHOUT_CREDENTIAL)).length === 1, 60_000);
		await sandbox.waitForMessage(({ to }) => to === WITHOUT_CREDENTIAL, 60_000);
		const after = sandbox.placeCall({ to: line, from: AFTERWARDS });
		await after.ended;
		await sandbox.waitForMessage(({ to }) => to === AFTERWARDS, 60_000);
		for (const renter of [WITHOUT_CREDENTIAL, AFTERWARDS]) expect(sandbox.messages({ to: renter })).toHaveLength(1);
	}, 500_000);

	test('while it is down: who reached nobody gets a lead, a call-back and one text; whoever spoke with staff gets none, and a person is asked', async () => {
		const { sandbox } = deployment;
		const [n8n] = deployment.processes();
		await n8n?.kill();
		await setFallback(sandbox, line, '');
		const nobody = sandbox.placeCall({ to: line, from: REACHED_NOBODY });
		await nobody.ended;
		await setFallback(sandbox, line, bins.fallbackUrl);
		for (const { phone } of STAFF) sandbox.setStaff(phone, { kind: 'answer', afterSeconds: 2, talkSeconds: 30 });
		const spoke = sandbox.placeCall({ to: line, from: SPOKE_WITH_STAFF });
		await spoke.ended;
		for (const { phone } of STAFF) sandbox.setStaff(phone, { kind: 'ignore' });
		await n8n?.start();

		expect((await decided(nobody.sid)).state).toBe('missed');
		expect((await decided(nobody.sid)).reasons).toContain('found_in_call_log');
		await sandbox.waitForMessage(({ to }) => to === REACHED_NOBODY, 60_000);
		const answered = await decided(spoke.sid);
		expect([answered.state, answered.reasons.includes('taken_by_fallback')]).toEqual(['answered', true]);
		await eventually(
			'the lead and its call-back',
			async () => (await leadsOf(REACHED_NOBODY)).length === 1 && (await tasks()).some(({ kind }) => kind === 'call_back'),
		);
		expect((await tasks()).filter(({ call_id: id }) => id === answered.id).map(({ title }) => title)).toEqual([
			expect.stringContaining('Ask whether anybody spoke'),
		]);
		expect(sandbox.messages({ to: REACHED_NOBODY })).toHaveLength(1);
		expect(sandbox.messages({ to: SPOKE_WITH_STAFF })).toEqual([]);
	}, 400_000);
});
