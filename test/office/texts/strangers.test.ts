import { parsePhone } from '../../../leasing/phone/parsePhone';
import { defaultTextPolicy } from '../../../leasing/text/textPolicy';
import { HOUR, MINUTE } from '../../../leasing/time';
import { planText } from '../../../office/texts/planText';
import { sendText } from '../../../office/texts/sendText';
import type { StoredText } from '../../../store/port';
import { company, LINE } from '../../nodes/shared/company';
import { newCall } from '../../store/contract/builders';
import { scriptedProvider } from './scriptedProvider';
import { OTHER_LINE, useOffice } from './support';

describe('texts to numbers that never called or wrote', () => {
	const office = useOffice();
	const policy = { ...defaultTextPolicy, strangersPerLineHour: 3, strangersPerPortfolioHour: 4 };
	const provider = scriptedProvider(['accept']);
	const number = (nth: number) => `+1512555${String(2000 + nth)}`;

	async function plan(nth: number, from = LINE): Promise<StoredText> {
		const { store, clock } = office;
		const { text } = await planText(
			{ store, clock },
			{
				settings: company,
				key: `form:${nth}:${clock.now()}`,
				purpose: 'form_reply',
				leadId: null,
				callId: null,
				provider: 'twilio',
				from,
				body: 'Hi, this is Maple. How can we help? Reply STOP to opt out.',
				bodyChanges: [],
				eventAt: clock.now(),
				guard: { toRaw: number(nth), directReply: true, propertyKey: null, policy },
			},
		);
		return text;
	}
	async function send(nth: number, from?: string): Promise<StoredText> {
		const { store, clock } = office;
		const { id } = await plan(nth, from);
		return await sendText({ store, clock, provider, claimer: 'me', statusUrl: null, pause: async (ms) => clock.advance(ms) }, id);
	}
	const states = async (...texts: Array<Promise<StoredText>>) => (await Promise.all(texts)).map(({ state }) => state);
	const tasks = async () => await office.store.tasks.list({ portfolio: 'main', state: 'open', limit: 10 });

	test('are sent up to the ceiling of the line, then of all lines, and a person is told once an hour', async () => {
		for (const nth of [1, 2, 3]) expect((await send(nth)).state).toBe('sent');
		expect(await send(4)).toMatchObject({ state: 'not_sent', reasons: [{ code: 'too_many_strangers' }] });
		expect((await send(5, OTHER_LINE)).state).toBe('sent');
		expect((await send(6, OTHER_LINE)).state).toBe('not_sent');
		expect(await tasks()).toMatchObject([{ kind: 'check_text', reasons: [{ code: 'too_many_strangers' }] }]);
		office.clock.advance(HOUR + MINUTE);
		expect((await send(7)).state).toBe('sent');
	});

	test('that were all planned before any was sent stop at the ceiling, too', async () => {
		const planned: StoredText[] = [];
		for (const nth of [1, 2, 3, 4, 5]) planned.push(await plan(nth));
		expect(planned.every(({ state, toStranger }) => state === 'planned' && toStranger)).toBe(true);
		const { store, clock } = office;
		const deps = { store, clock, provider, claimer: 'me', statusUrl: null, pause: async () => undefined };
		expect(await states(...planned.map(async ({ id }) => await sendText(deps, id)))).toEqual([
			...['sent', 'sent', 'sent'],
			...['not_sent', 'not_sent'],
		]);
	});

	test('count once, however often they are tried', async () => {
		const busy = scriptedProvider(['busy', 'busy', 'accept']);
		const { store, clock } = office;
		for (const nth of [1, 2]) await send(nth);
		const { id } = await plan(3);
		const deps = { store, clock, provider: busy, claimer: 'me', statusUrl: null, pause: async () => undefined };
		expect((await sendText(deps, id)).state).toBe('sent');
	});

	test('are not those to somebody who called, or wrote', async () => {
		const { store, clock } = office;
		for (const nth of [1, 2, 3]) await send(nth);
		const caller = parsePhone(number(8), { country: 'US', known: { own: new Set(), staff: new Set() } }).e164;
		await store.calls.open(newCall({ portfolio: 'main', callerE164: caller, callerRaw: number(8) }));
		await store.texts.receive({
			...{ portfolio: 'main', provider: 'twilio', providerId: 'SM-in', line: LINE, phone: number(9), body: 'Hello', media: [] },
			...{ leadId: null, inquiryId: null, receivedAt: clock.now() },
		});
		expect((await send(8)).state).toBe('sent');
		expect((await send(9)).state).toBe('sent');
	});
});
