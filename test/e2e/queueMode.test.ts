/**
 * The published template on n8n in queue mode: a main process, a webhook process and two workers, a Postgres for n8n and for
 * our store, a Redis, and a load balancer before it all.
 */
import axios from 'axios';
import { LINES, PORTFOLIO } from '../../sandbox/start/company';
import { startQueueRig, type QueueRig } from '../../sandbox/queueRig';
import { describeWithServices } from './support/services';
import { eventually, readStory, storyOf, type Story } from './support/story';
import { TRIGGER } from './support/workflows';

const LINE = LINES[0].phone;
/** n8n hears of a dead worker after 30 s, looks twice, and waits half a minute more; our retry follows ten seconds later. */
const AFTER_A_DEAD_WORKER_MS = 180_000;

describeWithServices('missed call text-back in queue mode', () => {
	let rig: QueueRig;
	const log: Array<{ process: string; line: string }> = [];

	beforeAll(async () => {
		rig = await startQueueRig({ onLog: (process, line) => log.push({ process, line }) });
	}, 300_000);
	afterAll(async () => await rig?.stop(), 60_000);

	const linesOf = (process: string, words: RegExp) => log.filter((one) => one.process === process && words.test(one.line));
	const call = (from: string) => rig.sandbox.placeCall({ to: LINE, from });

	function expectHandledOnce(story: Story): void {
		expect(story.call.state).toBe('missed');
		expect(story.leads).toHaveLength(1);
		expect(story.messages).toHaveLength(1);
		expect(story.texts).toHaveLength(1);
		expect(story.tasks.map(({ kind }) => kind)).toEqual(['call_back']);
	}

	test('a call that nobody answers becomes one delivered text, one lead and one call-back; the webhook process answers, a worker runs the workflow', async () => {
		const began = log.length;
		const story = await storyOf(rig, call('+17375550123'));
		expectHandledOnce(story);
		await rig.sandbox.waitForMessage(({ to, status }) => to === '+17375550123' && status === 'delivered');
		await eventually(
			'the delivery in the store',
			async () => (await rig.store.texts.get(story.texts[0]?.id ?? ''))?.state === 'delivered',
		);

		const run = await rig.session.waitForExecution(rig.workflowId, ({ mode }) => mode === 'trigger');
		expect(run).toMatchObject({ status: 'success', error: null });
		const ran = log.slice(began).filter(({ line }) => line.startsWith(`Worker started execution ${run.id} `));
		expect(ran.map(({ process }) => process)).toEqual([expect.stringMatching(/^worker [12]$/)]);
		expect(linesOf('main', /^Worker started/)).toEqual([]);
		expect(rig.sandbox.violations()).toEqual([]);
		expect(rig.sandbox.alerts()).toEqual([]);
	});

	test('the main process does not serve production webhooks itself: without the webhook process a call gets no answer from us', async () => {
		const { webhook } = rig.n8n;
		await webhook.kill();
		const unheard = call('+12105550140');
		await unheard.ended;
		expect(await rig.store.calls.byProviderId('twilio', unheard.sid)).toBeNull();
		await webhook.start();
		expectHandledOnce(await storyOf(rig, call('+12105550140')));
	}, 120_000);

	test('"Listen for test event": the canvas gets the call although a worker runs it, and the published workflow gets its line back', async () => {
		const before = rig.sandbox.number(LINE).voice_url;
		expect(await rig.session.rest('POST', `/rest/workflows/${rig.workflowId}/run`, { triggerToStartFrom: { name: TRIGGER } })).toEqual({
			waitingForWebhook: true,
		});
		expect(String(rig.sandbox.number(LINE).voice_url)).toContain(`${rig.n8n.url}/webhook-test/`);
		const pretend = call('+12815550130');
		const run = await rig.session.waitForExecution(
			rig.workflowId,
			({ mode, outputs }) => mode === 'manual' && outputs[TRIGGER] !== undefined,
		);
		expect(run).toMatchObject({ status: 'success', error: null });
		expect(run.outputs[TRIGGER]).toEqual([[expect.objectContaining({ event: 'missed_call', callKey: pretend.sid })]]);
		expect(
			log.some(({ process, line }) => process.startsWith('worker') && line.startsWith(`Worker started execution ${run.id} `)),
		).toBe(true);
		await eventually('the line as it was', () => rig.sandbox.number(LINE).voice_url === before);
		expectHandledOnce(await storyOf(rig, call('+12815550131')));
	}, 120_000);

	test('a webhook process that is killed while phones ring and started again loses nothing', async () => {
		const callers = ['+12145550131', '+12145550132', '+12145550133'];
		const { webhook } = rig.n8n;
		// Slower than usual: the phones shall still ring when it is back.
		const calls = callers.map((from) => rig.sandbox.placeCall({ to: LINE, from, secondMs: 1_500 }));
		await eventually('all three calls in the store', async () => {
			const known = await Promise.all(calls.map(async ({ sid }) => await rig.store.calls.byProviderId('twilio', sid)));
			return known.every((one) => one !== null);
		});
		await webhook.kill();
		await webhook.start();
		for (const one of calls) expectHandledOnce(await storyOf(rig, one, 200_000));
	}, 300_000);

	test('a worker that is killed in the middle of sending: another one takes over, and the renter gets exactly one text', async () => {
		const from = '+17135550123';
		// Twilio takes the text, and its answer never comes.
		rig.sandbox.failMessages({ kind: 'hang_after_accept' });
		// Nor do its reports, each of which would prove that the text was taken.
		rig.sandbox.failCallbacks({ on: 'message_status', kind: 'drop', times: 3 });
		const pretend = call(from);
		await eventually('the text at Twilio', () => rig.sandbox.messages({ to: from }).length === 1);
		const [lead] = await rig.store.leads.search({ portfolio: PORTFOLIO, text: from, limit: 1 });
		const [text] = await rig.store.texts.listByLead(lead?.id ?? '');
		expect(text?.state).toBe('claimed');
		// A claim names host and process.
		const victim = rig.n8n.workers.find((worker) => worker.pid() === Number(text?.claimedBy?.split(':')[1]));
		await victim?.kill();
		expect(victim?.running()).toBe(false);

		// The event is retried although this worker stays away.
		const story = await untilDone(pretend.sid);
		const known = await rig.store.calls.byProviderId('twilio', pretend.sid);
		if (known) expectHandledOnce(await readStory(rig, known, from));
		expect(story.attempts).toBeGreaterThan(1);
		await victim?.start();
	}, 360_000);

	async function untilDone(callSid: string) {
		return await eventually(
			'the second run',
			async () => {
				const stored = await rig.store.calls.byProviderId('twilio', callSid);
				const event = stored === null ? null : await rig.store.events.byKey(stored.consumer, `missed_call:twilio:${callSid}`);
				return event?.state === 'done' && event;
			},
			AFTER_A_DEAD_WORKER_MS,
		);
	}

	test('Postgres and Redis are restarted while renters call: everybody still gets one text', async () => {
		const callers = ['+12815550141', '+12815550142', '+12815550143', '+12815550144'];
		const [first, second, third, fourth] = callers as [string, string, string, string];
		const calls = [call(first)];
		await rig.postgres.kill('SIGINT');
		await rig.postgres.start();
		calls.push(call(second));
		await rig.redis.kill();
		await rig.redis.start();
		calls.push(call(third), call(fourth));
		for (const one of calls) {
			await one.ended;
			const known = await rig.store.calls.byProviderId('twilio', one.sid);
			// A call that found n8n without its database was refused, not lost: the phone system uses the line's fallback.
			if (known !== null) expectHandledOnce(await storyOf(rig, one, 240_000));
		}
		await eventually('an answer of the trigger', isAnswering, 60_000);
		expectHandledOnce(await storyOf(rig, call('+12815550145'), 60_000));
	}, 400_000);

	/** What comes without a signature is refused by the trigger itself, and by nobody else. */
	async function isAnswering(): Promise<boolean> {
		const address = String(rig.sandbox.number(LINE).voice_url).split('#')[0] ?? '';
		const { status } = await axios.post(address, '', { proxy: false, validateStatus: () => true });
		return status === 403;
	}

	test('unpublishing gives the line back', async () => {
		const { sandbox, session, workflowId } = rig;
		expect(String(sandbox.number(LINE).voice_url)).toContain(`${rig.n8n.url}/webhook/`);
		await session.unpublish(workflowId);
		for (const { phone } of LINES) expect(sandbox.number(phone)).toMatchObject({ voice_url: '', status_callback: '' });
	});
});
