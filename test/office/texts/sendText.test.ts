import { defaultTextPolicy } from '../../../leasing/text/textPolicy';
import { MINUTE, SECOND } from '../../../leasing/time';
import { sendDueTexts } from '../../../office/texts/sendDueTexts';
import { sendText, type SendDeps } from '../../../office/texts/sendText';
import type { Store } from '../../../store/port';
import type { HeldClock } from '../../helpers/clock';
import { LINE } from '../../nodes/shared/company';
import { scriptedProvider, type ScriptedProvider } from './scriptedProvider';
import { OTHER_LINE, RENTER, useOffice } from './support';

describe('sending a planned text', () => {
	const office = useOffice();
	const { plan } = office;
	let clock: HeldClock;
	let store: Store;
	beforeEach(() => ({ clock, store } = office));

	function deps(provider: ScriptedProvider, claimer = 'this process'): SendDeps {
		return { store, clock, provider, claimer, statusUrl: null, pause: async (ms) => clock.advance(ms) };
	}

	const openTasks = async () => await store.tasks.list({ portfolio: 'main', state: 'open', limit: 10 });

	test.each([
		['taken at once', ['accept'], 'sent', 1],
		['taken, but the answer is lost: found, not sent again', ['lost'], 'sent', 1],
		['not taken and no answer: sent again once', ['nothing', 'accept'], 'sent', 1],
		['not taken, then taken with the answer lost', ['nothing', 'lost'], 'sent', 1],
		['busy twice, then taken', ['busy', 'busy', 'accept'], 'sent', 1],
		['busy for long: tried again later', ['busy'], 'planned', 0],
		['the queue is full: tried again later', [{ refuse: '21611' }], 'planned', 0],
		['no answer twice and never found: a person decides', ['nothing'], 'unknown', 0],
		['the renter opted out at the carrier', [{ refuse: '21610' }], 'not_sent', 0],
		['the number takes no texts', [{ refuse: '21614' }], 'not_sent', 0],
		['the sender is not set up', [{ refuse: '21606' }], 'failed', 0],
	] as const)('%s', async (_what, script, state, messages) => {
		const provider = scriptedProvider([...script]);
		const text = await sendText(deps(provider), await plan());
		expect(text.state).toBe(state);
		expect(provider.taken).toHaveLength(messages);
	});

	test('an unclear send leaves a task that says why, and nobody sends it again', async () => {
		const provider = scriptedProvider(['nothing', 'nothing', 'accept']);
		const id = await plan();
		await sendText(deps(provider), id);
		await sendText(deps(provider), id);
		clock.advance(5 * MINUTE);
		await sendDueTexts(deps(provider));
		expect(provider.taken).toHaveLength(0);
		expect(await openTasks()).toMatchObject([{ kind: 'check_text', reasons: [{ code: 'send_unclear' }] }]);
	});

	test('a refusal for opt-out is remembered for the number', async () => {
		await sendText(deps(scriptedProvider([{ refuse: '21610' }])), await plan());
		expect(await store.optOuts.current('main', RENTER)).toMatchObject({ action: 'out', via: 'provider_error_21610' });
	});

	test('a set-up fault opens one task however many texts meet it', async () => {
		const provider = scriptedProvider([{ refuse: '21606' }]);
		await sendText(deps(provider), await plan());
		await sendText(deps(provider), await plan({ key: 'twilio:CA2:missed_call_reply', phone: '+15125550124' }));
		expect((await openTasks()).filter(({ kind }) => kind === 'fix_setup')).toHaveLength(1);
	});

	test('two processes at once: one message', async () => {
		const provider = scriptedProvider(['accept']);
		const id = await plan();
		await Promise.all([sendText(deps(provider, 'one'), id), sendText(deps(provider, 'two'), id)]);
		expect(provider.taken).toHaveLength(1);
	});

	test('a phone system that answers slowly: the sweep of the same process does not take the text for left behind', async () => {
		const id = await plan();
		const slow = scriptedProvider(['nothing', 'accept']);
		const find = slow.find.bind(slow);
		let sweeping = false;
		slow.find = async (text, since) => {
			clock.advance(50 * SECOND);
			if (!sweeping) {
				sweeping = true;
				await sendDueTexts(deps(slow));
				sweeping = false;
			}
			return await find(text, since);
		};
		expect((await sendText(deps(slow), id)).state).toBe('sent');
		expect(slow.taken).toHaveLength(1);
	});

	test('a process that stood still for minutes does not send what another one took over meanwhile', async () => {
		const id = await plan();
		const still = scriptedProvider(['busy', 'accept']);
		const other = scriptedProvider(['accept']);
		const standingStill = async () => {
			clock.advance(5 * MINUTE);
			// Of the same process: a workflow that stood still, and the sweep that went on.
			await sendDueTexts(deps(other));
		};
		expect((await sendText({ ...deps(still), pause: standingStill }, id)).state).toBe('sent');
		expect([still.taken, other.taken].flat()).toHaveLength(1);
	});

	test('killed after the phone system took it: the next process finds it and sends nothing', async () => {
		const provider = scriptedProvider(['accept']);
		const id = await plan();
		await store.texts.claim(id, 'killed process', clock.now(), clock.now() + 2 * MINUTE);
		await store.texts.markAttempt(id, 'killed process', 'twilio', clock.now());
		await provider.send({ to: RENTER, from: LINE, body: (await store.texts.get(id))?.body ?? '', statusUrl: null, validSeconds: 600 });
		clock.advance(3 * MINUTE);
		await sendDueTexts(deps(provider));
		expect(provider.taken).toHaveLength(1);
		expect(await store.texts.get(id)).toMatchObject({ state: 'sent', providerId: 'SM1' });
	});

	test('killed during requests that never arrived: many such texts are looked for side by side, then sent', async () => {
		const provider = scriptedProvider(['accept']);
		const ids = await Promise.all(
			['CA1', 'CA2', 'CA3'].map(
				async (call) => await plan({ key: `twilio:${call}:missed_call_reply`, phone: `+1512555013${call.slice(-1)}` }),
			),
		);
		for (const id of ids) {
			await store.texts.claim(id, 'killed process', clock.now(), clock.now() + MINUTE);
			await store.texts.markAttempt(id, 'killed process', 'twilio', clock.now());
		}
		clock.advance(2 * MINUTE);
		let [waiting, most] = [0, 0];
		const pause = async () => {
			most = Math.max(most, ++waiting);
			await new Promise((resolve) => setImmediate(resolve));
			waiting--;
		};
		await sendDueTexts({ ...deps(provider), pause });
		expect(most).toBe(3);
		expect(provider.taken).toHaveLength(3);
	});

	describe('the clock is set ahead while a request is under way', () => {
		/** Twilio takes the text only `afterMs` later; meanwhile our clock jumps, and a sweep of `claimer` looks for what is due. */
		async function sweptMeanwhile(claimer: string, afterMs: number): Promise<ScriptedProvider> {
			const provider = scriptedProvider(['accept']);
			const id = await plan();
			let sweep: Promise<void> | undefined;
			const slow: ScriptedProvider = {
				...provider,
				send: async (text) => {
					clock.advance(5 * MINUTE);
					let left = afterMs;
					await new Promise<void>((arrived) => {
						const pause = async (ms: number) => {
							left -= ms;
							if (left <= 0) arrived();
							await new Promise((resolve) => setImmediate(resolve));
						};
						sweep = sendDueTexts({ ...deps(provider, claimer), pause });
						void sweep.then(arrived);
					});
					return await provider.send(text);
				},
			};
			await sendText(deps(slow), id);
			await sweep;
			expect((await store.texts.get(id))?.state).toBe('sent');
			return provider;
		}

		test('the sweep of the same process leaves the text alone', async () => {
			const provider = await sweptMeanwhile('this process', 0);
			expect(provider).toMatchObject({ asked: 0, taken: [{ to: RENTER }] });
		});

		test('the sweep of another process looks for as long as the request may take', async () => {
			const provider = await sweptMeanwhile('another process', 10 * SECOND);
			expect(provider.taken).toHaveLength(1);
		});
	});

	test('killed before the request: the next process sends it', async () => {
		const provider = scriptedProvider(['accept']);
		const id = await plan();
		await store.texts.claim(id, 'killed process', clock.now(), clock.now() + 2 * MINUTE);
		clock.advance(3 * MINUTE);
		await sendDueTexts(deps(provider));
		expect(provider.taken).toHaveLength(1);
	});

	test.each([
		['before the request', false],
		['during the request', true],
	])('killed %s and found only an hour later: a person answers, no text goes out', async (_when, begun) => {
		const provider = scriptedProvider(['accept']);
		const id = await plan();
		await store.texts.claim(id, 'killed process', clock.now(), clock.now() + 2 * MINUTE);
		if (begun) await store.texts.markAttempt(id, 'killed process', 'twilio', clock.now());
		clock.advance(60 * MINUTE);
		await sendDueTexts(deps(provider));
		expect(provider.taken).toHaveLength(0);
		expect(await store.texts.get(id)).toMatchObject({ state: 'not_sent', reasons: [{ code: 'event_too_old' }] });
		expect(await openTasks()).toMatchObject([{ kind: 'check_text' }]);
	});

	test('a text of a line that another trigger holds is left to that one, and one failure does not hold up the rest', async () => {
		const provider = scriptedProvider(['accept']);
		await office.hookUp({ consumer: 'other:trigger' });
		const unreadable = await plan({ line: OTHER_LINE, guard: { policy: 'none' } });
		const foreign = await plan({ key: 'twilio:CA2:missed_call_reply' });
		const mine = await plan({ key: 'twilio:CA3:missed_call_reply', line: OTHER_LINE });
		clock.advance(MINUTE);
		const errors: unknown[] = [];
		await sendDueTexts(deps(provider), { sender: 'my:trigger', onError: (error) => errors.push(error) });
		const states = await Promise.all([unreadable, foreign, mine].map(async (id) => (await store.texts.get(id))?.state));
		expect(states).toEqual(['claimed', 'planned', 'sent']);
		expect(errors).toHaveLength(1);
	});

	test('killed in the middle, and the renter opted out before the next process came: nothing is sent', async () => {
		const provider = scriptedProvider(['accept']);
		const id = await plan();
		await store.texts.claim(id, 'killed process', clock.now(), clock.now() + 2 * MINUTE);
		await store.texts.markAttempt(id, 'killed process', 'twilio', clock.now());
		await store.optOuts.record({ portfolio: 'main', phone: RENTER, action: 'out', via: 'reply', evidence: 'STOP', at: clock.now() });
		clock.advance(3 * MINUTE);
		await sendDueTexts(deps(provider));
		expect(provider.taken).toEqual([]);
		expect(await store.texts.get(id)).toMatchObject({ state: 'not_sent', reasons: [{ code: 'opted_out' }] });
	});

	test('an older message with the same words is not taken for this one', async () => {
		const provider = scriptedProvider(['accept', 'nothing', 'accept']);
		await sendText(deps(provider), await plan());
		const second = await sendText(deps(provider), await plan({ key: 'twilio:CA2:missed_call_reply' }));
		expect(second).toMatchObject({ state: 'sent', providerId: 'SM2' });
		expect(provider.taken).toHaveLength(2);
	});

	test('while the phone system cannot even be asked, nothing is sent twice and the text is tried later', async () => {
		const away = scriptedProvider(['lost'], false);
		const id = await plan();
		expect((await sendText(deps(away), id)).state).toBe('claimed');
		clock.advance(2 * MINUTE);
		const back = { ...scriptedProvider(['accept']), find: async () => [{ providerId: 'SM1', providerStatus: 'delivered' }] };
		await sendDueTexts(deps(back));
		expect(back.taken).toHaveLength(0);
		expect((await store.texts.get(id))?.state).toBe('sent');
	});

	test('a held text goes out when its time has come, unless the renter opted out meanwhile', async () => {
		const provider = scriptedProvider(['accept']);
		const later = clock.now() + 60 * MINUTE;
		const held = { state: 'held', dueAt: later, expiresAt: later + 60 * MINUTE } as const;
		const goes = await plan({
			...held,
			guard: { toRaw: RENTER, directReply: true, propertyKey: null, heldSince: clock.now(), policy: defaultTextPolicy },
		});
		const stays = await plan({
			...held,
			key: 'twilio:CA2:missed_call_reply',
			phone: '+15125550124',
			guard: { toRaw: '+15125550124', directReply: true, propertyKey: null, heldSince: clock.now(), policy: defaultTextPolicy },
		});
		await sendDueTexts(deps(provider));
		expect(provider.taken).toHaveLength(0);

		await store.optOuts.record({
			portfolio: 'main',
			phone: '+15125550124',
			action: 'out',
			via: 'reply',
			evidence: 'STOP',
			at: clock.now(),
		});
		clock.set(later);
		await sendDueTexts(deps(provider));
		expect(provider.taken.map(({ to }) => to)).toEqual([RENTER]);
		expect((await store.texts.get(goes))?.state).toBe('sent');
		expect(await store.texts.get(stays)).toMatchObject({ state: 'not_sent', reasons: [{ code: 'opted_out' }] });
	});
});
