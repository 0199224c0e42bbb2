import { defaultTextPolicy } from '../../../leasing/text/textPolicy';
import { MINUTE, SECOND, type Millis } from '../../../leasing/time';
import { sendDueTexts } from '../../../office/texts/sendDueTexts';
import { sendText, type SendDeps } from '../../../office/texts/sendText';
import type { Store } from '../../../store/port';
import type { HeldClock } from '../../helpers/clock';
import { scriptedProvider, type ScriptedProvider } from './scriptedProvider';
import { RENTER, useOffice } from './support';

describe('the gate before every request', () => {
	const office = useOffice();
	const { plan } = office;
	let clock: HeldClock;
	let store: Store;
	beforeEach(() => ({ clock, store } = office));

	/** Counts the requests that reach the phone system, and lets something happen while the n-th is under way. */
	function watched(script: Parameters<typeof scriptedProvider>[0], nth = 0, happens: () => Promise<void> = async () => undefined) {
		const provider = scriptedProvider(script);
		const send = provider.send.bind(provider);
		const seen = Object.assign(provider, { requests: 0 });
		seen.send = async (text) => {
			if (++seen.requests === nth) await happens();
			return await send(text);
		};
		return seen;
	}
	function deps(provider: ScriptedProvider, changes: Partial<SendDeps> = {}): SendDeps {
		return { store, clock, provider, claimer: 'me', statusUrl: null, pause: async (ms) => clock.advance(ms), ...changes };
	}
	const optOut = async () =>
		await store.optOuts.record({ portfolio: 'main', phone: RENTER, action: 'out', via: 'reply', evidence: 'STOP', at: clock.now() });
	const kept = (changes: object = {}) => ({ toRaw: RENTER, directReply: true, propertyKey: null, policy: defaultTextPolicy, ...changes });
	const tasks = async () => await store.tasks.list({ portfolio: 'main', state: 'open', limit: 10 });

	test.each([
		['no answer, and not found there', ['nothing', 'accept'], 1],
		['a 5xx whose text never shows', ['nothing', 'accept'], 1],
		['busy once', ['busy', 'accept'], 1],
		['busy three times, told at the third', ['busy', 'busy', 'busy', 'accept'], 3],
		['busy, then no answer', ['busy', 'nothing', 'accept'], 2],
	] as const)('%s, and the renter says stop meanwhile: not one more request', async (_what, script, nth) => {
		const provider = watched([...script], nth, optOut);
		const text = await sendText(deps(provider), await plan());
		expect(provider.requests).toBe(nth);
		expect(provider.taken).toEqual([]);
		expect(text).toMatchObject({ state: 'not_sent', reasons: [{ code: 'opted_out' }] });
		expect(await tasks()).toMatchObject([{ kind: 'check_text', reasons: [{ code: 'opted_out' }] }]);
		clock.advance(5 * MINUTE);
		await sendDueTexts(deps(provider));
		expect(provider.requests).toBe(nth);
	});

	test('words that may mean stop, meanwhile: not one more request until somebody has looked', async () => {
		const provider = watched(['busy', 'accept'], 1, async () => {
			await store.textHolds.place({ portfolio: 'main', phone: RENTER, via: 'reply_unclear', evidence: 'who is this?', heldAt: 0 });
		});
		expect(await sendText(deps(provider), await plan())).toMatchObject({ state: 'not_sent', reasons: [{ code: 'held_for_person' }] });
		expect(provider.requests).toBe(1);
	});

	test('an opt-out that came between planning and the first request is obeyed', async () => {
		const provider = watched(['accept']);
		const id = await plan();
		await optOut();
		expect((await sendText(deps(provider), id)).state).toBe('not_sent');
		expect(provider.requests).toBe(0);
	});

	test('stop and start again meanwhile: what was recorded last counts', async () => {
		const provider = watched(['busy', 'accept'], 1, async () => {
			await optOut();
			await store.optOuts.record({ portfolio: 'main', phone: RENTER, action: 'in', via: 'reply', evidence: 'START', at: 0 });
		});
		expect((await sendText(deps(provider), await plan())).state).toBe('sent');
	});

	test('a phone system that asks to wait for longer than the text makes sense gets no second request', async () => {
		const provider = watched(['busy', 'accept'], 1, async () => clock.advance(11 * MINUTE));
		const text = await sendText(deps(provider), await plan());
		expect(provider.requests).toBe(1);
		expect(text).toMatchObject({ state: 'not_sent', reasons: [{ code: 'event_too_old' }] });
	});

	describe('when the permitted hours end between two requests', () => {
		/** Ten seconds before eight in the evening in Austin. */
		const LATE = Date.parse('2026-11-18T01:59:50.000Z');
		const MORNING: Millis = Date.parse('2026-11-18T15:00:00.000Z');
		beforeEach(() => clock.set(LATE));

		test.each([
			['a text that answers nobody', { directReply: false, policy: { ...defaultTextPolicy, afterHours: 'send' } }],
			['an answer that the company wants held', {}],
		])('%s waits for the morning, and goes out then', async (_what, guard) => {
			const provider = watched(['busy', 'accept'], 1, async () => clock.advance(10 * SECOND));
			const text = await sendText(deps(provider), await plan({ guard: kept(guard) }));
			expect(text).toMatchObject({ state: 'held', dueAt: MORNING, reasons: [{ code: 'quiet_hours' }, {}] });
			expect(provider.requests).toBe(1);
			clock.set(MORNING);
			await sendDueTexts(deps(provider));
			expect(await store.texts.get(text.id)).toMatchObject({ state: 'sent' });
		});

		test("the answer to the renter's own call goes out, where the company sends those at night", async () => {
			const provider = watched(['busy', 'accept'], 1, async () => clock.advance(10 * SECOND));
			const guard = kept({ policy: { ...defaultTextPolicy, afterHours: 'send' } });
			expect((await sendText(deps(provider), await plan({ guard }))).state).toBe('sent');
		});
	});

	test('a process that lost its claim while it waited asks nothing and ends nothing', async () => {
		const id = await plan();
		const provider = watched(['busy', 'accept'], 1, async () => {
			clock.advance(2 * MINUTE);
			await store.texts.claim(id, 'another process', clock.now(), clock.now() + MINUTE);
			await optOut();
		});
		expect(await sendText(deps(provider), id)).toMatchObject({ state: 'claimed', claimedBy: 'another process' });
		expect(provider.requests).toBe(1);
	});
});
