/**
 * The trigger's doors, on a real n8n: who may post to its webhook, which lines it takes and gives back, and what the editor
 * gets while it listens.
 */
import { DatabaseSync } from 'node:sqlite';
import axios from 'axios';
import { getExpectedTwilioSignature } from 'twilio/lib/webhooks/webhooks';
import type { N8nExecution } from '../../sandbox/n8n';
import { LINES, STAFF } from '../../sandbox/start/company';
import { startRig, type Rig } from './support/rig';
import { eventually, storyOf } from './support/story';
import { addLines, importCopy, publishCopy, TRIGGER } from './support/workflows';

const LINE = LINES[0].phone;
/** Lines of the workflows that this file makes; each has an app of its own before us. */
const [GIVEN_BACK, CHANGED, OTHER, ON_TRUNK, IN_APP, UNKNOWN, LISTENED, WATCHED] = ['02', '03', '04', '05', '06', '07', '08', '09'].map(
	(last) => `+151255501${last}`,
) as [string, string, string, string, string, string, string, string];

const APP = { voiceUrl: 'https://example.com/voice', statusCallback: 'https://example.com/status' };

describe('the missed-call trigger on a real n8n', () => {
	let rig: Rig;
	let templateId: string;

	beforeAll(async () => {
		rig = await startRig();
		const { sandbox } = rig;
		for (const phone of [GIVEN_BACK, CHANGED, OTHER, UNKNOWN, LISTENED, WATCHED]) sandbox.addNumber({ phone, ...APP });
		sandbox.addNumber({ phone: ON_TRUNK, trunkSid: `TK${'1'.repeat(32)}` });
		sandbox.addNumber({ phone: IN_APP, ...APP, voiceApplicationSid: `AP${'1'.repeat(32)}` });
		templateId = await rig.installTemplate();
		await addLines(rig, [GIVEN_BACK, CHANGED, OTHER, ON_TRUNK, IN_APP, LISTENED, WATCHED]);
	});
	afterAll(async () => await rig?.stop());
	afterEach(() => expect(rig.sandbox.violations()).toEqual([]));

	const addresses = (phone: string) => {
		const { voice_url, voice_method, status_callback, status_callback_method, sms_url } = rig.sandbox.number(phone);
		return { voice_url, voice_method, status_callback, status_callback_method, sms_url };
	};
	const isOurs = (address: unknown) => String(address).startsWith(`${rig.n8n.url}/webhook/`);

	describe("requests that are not Twilio's", () => {
		interface Attempt {
			step?: string;
			token?: string;
			changeAfterSigning?: Record<string, string>;
			fields?: Record<string, string>;
			signature?: string | null;
			contentType?: string;
			signStep?: string;
		}

		/** A request about a call to the line as Twilio would make it, with what is wrong about it. */
		async function post({
			step = 'ended',
			signStep = step,
			token,
			changeAfterSigning = {},
			fields = {},
			signature,
			contentType,
		}: Attempt) {
			const hook = String(rig.sandbox.number(LINE).voice_url).split('?')[0];
			const signed: Record<string, string> = {
				AccountSid: rig.sandbox.accountSid,
				CallSid: `CA${'f'.repeat(32)}`,
				CallStatus: 'no-answer',
				From: '+15125550120',
				To: LINE,
				...fields,
			};
			const proof =
				signature === undefined
					? getExpectedTwilioSignature(token ?? rig.sandbox.authToken, `${hook}?step=${signStep}`, signed)
					: signature;
			return await axios.post(`${hook}?step=${step}`, new URLSearchParams({ ...signed, ...changeAfterSigning }).toString(), {
				headers: {
					'Content-Type': contentType ?? 'application/x-www-form-urlencoded',
					...(proof === null ? {} : { 'X-Twilio-Signature': proof }),
				},
				validateStatus: () => true,
				proxy: false,
			});
		}

		/** How many rows each table of the store has. */
		function rows(): Record<string, number> {
			const database = new DatabaseSync(rig.storeFile, { readOnly: true });
			try {
				const tables = database
					.prepare("SELECT name FROM sqlite_master WHERE type = 'table'")
					.all()
					.map(({ name }) => String(name));
				return Object.fromEntries(
					tables.map((table) => [table, Number(database.prepare(`SELECT count(*) AS n FROM "${table}"`).get()?.n)]),
				);
			} finally {
				database.close();
			}
		}

		test.each<[string, Attempt]>([
			['without a signature', { signature: null }],
			['with an empty signature', { signature: '' }],
			['with a made-up signature', { signature: 'bm90IGEgc2lnbmF0dXJl' }],
			['signed with another token', { token: 'f'.repeat(32) }],
			['replayed with another caller', { changeAfterSigning: { From: '+15125550121' } }],
			['replayed with a field added', { changeAfterSigning: { DialBridged: 'true' } }],
			['replayed to another step', { signStep: 'voice', step: 'ended' }],
			['for another account, signed with our token', { fields: { AccountSid: `AC${'1'.repeat(32)}` } }],
			['to a step that does not exist', { step: 'nothing' }],
			['as JSON, which the signature does not cover', { contentType: 'application/json' }],
		])('%s: 403, and nothing is stored', async (_, attempt) => {
			const before = rows();
			const { status, data } = await post(attempt);
			expect(status).toBe(403);
			expect(String(data)).not.toContain(rig.sandbox.authToken);
			expect(rows()).toEqual(before);
		});

		test('the same request as Twilio signs it is taken', async () => {
			expect((await post({})).status).toBe(200);
			expect(await rig.store.calls.byProviderId('twilio', `CA${'f'.repeat(32)}`)).toMatchObject({
				state: 'missed',
				callerRaw: '+15125550120',
			});
		});
	});

	describe('publishing', () => {
		const NOT_OURS = '+15125550188';
		const refused: Array<[string, string[], RegExp]> = [
			['a line on a SIP trunk', [ON_TRUNK], /belongs to the SIP trunk TK1+, which decides what happens to its calls/],
			['a line of a TwiML app', [IN_APP], /belongs to the TwiML App AP1+, which decides what happens to its calls/],
			['a line that the portfolio does not know', [UNKNOWN], /\+15125550107 is not in your portfolio settings yet/],
			['a number that the account does not have', [NOT_OURS], /has no phone number \+15125550188/],
			['a line of another workflow', [LINE], /\+15125550100 is already connected to another published workflow/],
			['a good line together with a bad one', [GIVEN_BACK, ON_TRUNK], /belongs to the SIP trunk/],
		];
		const lines = [...new Set(refused.flatMap(([, chosen]) => chosen))].filter((phone) => phone !== NOT_OURS);
		const before: Record<string, unknown> = {};
		const answers: Record<string, string> = {};

		// n8n takes 20 s to give a publication up, so all are tried at once.
		beforeAll(async () => {
			await addLines(rig, [NOT_OURS]);
			for (const phone of lines) before[phone] = addresses(phone);
			await Promise.all(
				refused.map(async ([name, chosen]) => {
					const id = await importCopy(rig, name, { trigger: { lines: chosen } });
					answers[name] = await rig.session.publish(id).then(
						() => 'published',
						(error: Error) => error.message,
					);
					await rig.session.unpublish(id);
				}),
			);
		});

		test.each(refused)('%s: refused with a sentence, and no number is changed', (name, chosen, sentence) => {
			expect(answers[name]).toMatch(sentence);
			for (const phone of chosen.filter((one) => lines.includes(one))) expect(addresses(phone)).toEqual(before[phone]);
		});

		test('unpublishing gives back what stood there before', async () => {
			const before = addresses(GIVEN_BACK);
			const id = await publishCopy(rig, 'Given back', { trigger: { lines: [GIVEN_BACK] } });
			const taken = addresses(GIVEN_BACK);
			expect([taken.voice_url, taken.status_callback].every(isOurs)).toBe(true);
			await rig.session.unpublish(id);
			expect(addresses(GIVEN_BACK)).toEqual(before);
		});

		test('what somebody changed meanwhile stays theirs; the rest is given back', async () => {
			const before = addresses(CHANGED);
			const id = await publishCopy(rig, 'Changed', { trigger: { lines: [CHANGED] } });
			await setNumber(CHANGED, { VoiceUrl: 'https://example.com/new' });
			await rig.session.unpublish(id);
			expect(addresses(CHANGED)).toEqual({ ...before, voice_url: 'https://example.com/new' });
		});

		test('a line that the company has given up does not keep the others from being given back', async () => {
			const before = addresses(OTHER);
			const id = await publishCopy(rig, 'Given up', { trigger: { lines: [OTHER] } });
			const [hookup] = await rig.store.hookups.listByConsumer(
				(await rig.store.hookups.serving(OTHER, 'status', 'live'))?.consumer ?? '',
			);
			if (!hookup) throw new Error('The line was not connected.');
			await rig.store.hookups.save({ ...hookup, phone: NOT_OURS });
			await rig.session.unpublish(id);
			expect(addresses(OTHER)).toEqual(before);
			expect(await rig.store.hookups.listByConsumer(hookup.consumer)).toEqual([]);
		});

		async function setNumber(phone: string, form: Record<string, string>): Promise<void> {
			const { accountSid: username, authToken: password, url } = rig.sandbox;
			const path = `/2010-04-01/Accounts/${username}/IncomingPhoneNumbers/${String(rig.sandbox.number(phone).sid)}.json`;
			await axios.post(url + path, new URLSearchParams(form).toString(), { auth: { username, password }, proxy: false });
		}
	});

	describe('listening for a test event', () => {
		async function listen(workflowId: string): Promise<void> {
			const answer = await rig.session.rest('POST', `/rest/workflows/${workflowId}/run`, { triggerToStartFrom: { name: TRIGGER } });
			expect(answer).toEqual({ waitingForWebhook: true });
		}
		/** Also waits for n8n to be done with the listening: it cannot begin another while one ends. */
		async function backAsItWas(phone: string, before: object): Promise<void> {
			await eventually('the line as it was', () => JSON.stringify(addresses(phone)) === JSON.stringify(before));
		}
		const manual = (execution: N8nExecution) => execution.mode === 'manual' && execution.outputs[TRIGGER] !== undefined;

		test('the canvas gets the call, the line goes back, and nothing waits for the published workflow', async () => {
			const before = addresses(LISTENED);
			const id = await importCopy(rig, 'Listening', { trigger: { lines: [LISTENED] } });
			await listen(id);
			expect(String(addresses(LISTENED).voice_url)).toContain(`${rig.n8n.url}/webhook-test/`);
			const pretend = rig.sandbox.placeCall({ to: LISTENED, from: '+12815550130' });
			const run = await rig.session.waitForExecution(id, manual);
			expect(run).toMatchObject({ status: 'success', error: null });
			expect(run.outputs[TRIGGER]).toEqual([
				[expect.objectContaining({ event: 'missed_call', outcome: 'no_answer', callKey: pretend.sid })],
			]);
			// The text is a real one: the canvas runs the whole workflow.
			expect(rig.sandbox.messages({ to: '+12815550130' })).toHaveLength(1);
			await backAsItWas(LISTENED, before);
			const call = await rig.store.calls.byProviderId('twilio', pretend.sid);
			expect(call?.consumer).toMatch(/^test:/);
			expect(await rig.store.events.countByState(call?.consumer ?? '')).toEqual({ waiting: 0, running: 0, done: 0, failed: 0 });
		});

		test('while the workflow is published, the canvas gets the call and the published workflow gets the line back', async () => {
			const before = addresses(LINE);
			await listen(templateId);
			const pretend = rig.sandbox.placeCall({ to: LINE, from: '+12815550131' });
			const run = await rig.session.waitForExecution(templateId, manual);
			expect(run.outputs[TRIGGER]).toEqual([[expect.objectContaining({ callKey: pretend.sid })]]);
			await backAsItWas(LINE, before);
			expect(rig.sandbox.messages({ to: '+12815550131' })).toHaveLength(1);
			const story = await storyOf(rig, rig.sandbox.placeCall({ to: LINE, from: '+12815550132' }));
			expect(story.messages).toHaveLength(1);
			expect(story.call.consumer).not.toMatch(/^test:/);
		});

		test('who stops listening gets the line back at once', async () => {
			const before = addresses(LISTENED);
			const id = await importCopy(rig, 'Stopped', { trigger: { lines: [LISTENED] } });
			await listen(id);
			expect(addresses(LISTENED)).not.toEqual(before);
			await rig.session.rest('DELETE', `/rest/test-webhook/${id}`);
			await backAsItWas(LISTENED, before);
		});

		test('a call that staff take leaves the canvas listening', async () => {
			for (const { phone } of STAFF) rig.sandbox.setStaff(phone, { kind: 'press', digit: '1' });
			const before = addresses(LISTENED);
			const id = await importCopy(rig, 'Answered first', { trigger: { lines: [LISTENED] } });
			await listen(id);
			await rig.sandbox.placeCall({ to: LISTENED, from: '+12815550133' }).ended;
			for (const { phone } of STAFF) rig.sandbox.setStaff(phone, { kind: 'ignore' });
			const missed = rig.sandbox.placeCall({ to: LISTENED, from: '+12815550134' });
			const run = await rig.session.waitForExecution(id, manual);
			expect(run.outputs[TRIGGER]).toEqual([[expect.objectContaining({ callKey: missed.sid })]]);
			expect(rig.sandbox.messages({ to: '+12815550133' })).toEqual([]);
			await backAsItWas(LISTENED, before);
		});

		test('a line that another app answers: the canvas gets the call once its legs were looked up', async () => {
			const before = addresses(WATCHED);
			const id = await importCopy(rig, 'Watching', { trigger: { mode: 'watch', lines: [WATCHED] } });
			await listen(id);
			expect(addresses(WATCHED).voice_url).toBe(APP.voiceUrl);
			const pretend = rig.sandbox.placeCall({
				to: WATCHED,
				from: '+12815550135',
				otherApp: { childLegs: [{ status: 'no-answer' }] },
			});
			const run = await rig.session.waitForExecution(id, manual);
			expect(run.outputs[TRIGGER]).toEqual([[expect.objectContaining({ callKey: pretend.sid, outcome: 'no_answer' })]]);
			await backAsItWas(WATCHED, before);
		});

		test('an n8n that is killed while its editor listens gives the published workflow its line back at the next start', async () => {
			const before = addresses(LINE);
			await listen(templateId);
			expect(addresses(LINE)).not.toEqual(before);
			await rig.killAndRestart();
			await backAsItWas(LINE, before);
			expect((await storyOf(rig, rig.sandbox.placeCall({ to: LINE, from: '+12815550136' }))).messages).toHaveLength(1);
		});
	});
});
