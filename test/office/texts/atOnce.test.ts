import { defaultTextPolicy } from '../../../leasing/text/textPolicy';
import { MINUTE } from '../../../leasing/time';
import { sendDueTexts } from '../../../office/texts/sendDueTexts';
import { textRenter, type TextAbout, type TextRequest } from '../../../office/texts/textRenter';
import type { StoredText } from '../../../store/port';
import { LINE } from '../../nodes/shared/company';
import { scriptedProvider, type ScriptedProvider } from './scriptedProvider';
import { RENTER, useOffice } from './support';

describe('a text that goes out the moment it is decided', () => {
	const office = useOffice();
	const request: TextRequest = {
		purpose: 'missed_call_reply',
		message: 'Hi, sorry we missed you. Reply STOP to opt out.',
		directReply: true,
		policy: { ...defaultTextPolicy, afterHours: 'send' },
		lookUp: false,
	};
	const about = (): TextAbout => ({
		portfolio: 'main',
		to: RENTER,
		from: LINE,
		eventKey: 'twilio:CA1',
		eventAt: office.clock.now(),
		leadId: null,
		call: null,
		propertyKey: null,
		propertyName: null,
		propertyState: null,
		firstName: 'Ana',
	});
	const deps = (provider: ScriptedProvider) => {
		const { store, clock } = office;
		return { store, clock, providers: [provider], claimer: 'me', pause: async (ms: number) => clock.advance(ms) };
	};
	const row = async () => (await office.store.texts.byKey('main', 'twilio:CA1:missed_call_reply')) as StoredText;
	const optOut = async () =>
		await office.store.optOuts.record({
			portfolio: 'main',
			phone: RENTER,
			action: 'out',
			via: 'reply',
			evidence: 'STOP',
			at: office.clock.now(),
		});

	test('is noted as begun before the phone system hears of it', async () => {
		const provider = scriptedProvider(['accept']);
		const send = provider.send.bind(provider);
		let seen: StoredText | undefined;
		provider.send = async (text) => {
			seen = await row();
			return await send(text);
		};
		const { text } = await textRenter(deps(provider), about(), request);
		expect(seen).toMatchObject({ state: 'claimed', attempts: 1, attemptedAt: office.clock.now(), provider: 'twilio' });
		expect(text).toMatchObject({ state: 'sent', attempts: 1 });
	});

	test.each([
		['before the request', ['accept'], 1],
		['after the phone system took it', ['lost', 'accept'], 1],
	] as const)('killed %s: whoever takes over asks there first, and the renter has one text', async (_when, script, messages) => {
		const provider = scriptedProvider([...script]);
		const send = provider.send.bind(provider);
		const killed = new Promise<never>(() => undefined);
		const began = new Promise<void>((resolve) => {
			provider.send = async (text) => {
				provider.send = send;
				if (script[0] === 'lost') await send(text);
				resolve();
				return await killed;
			};
		});
		void textRenter(deps(provider), about(), request);
		await began;
		expect(provider.asked).toBe(0);
		office.clock.advance(2 * MINUTE);
		await sendDueTexts({ ...deps(provider), claimer: 'next process', provider });
		expect(provider.asked).toBeGreaterThan(0);
		expect(provider.taken).toHaveLength(messages);
		expect(await row()).toMatchObject({ state: 'sent' });
	});

	test('a renter who says stop while the phone system is busy gets nothing', async () => {
		const provider = scriptedProvider(['busy', 'accept']);
		const busy = deps(provider);
		const pause = async (ms: number) => {
			await optOut();
			office.clock.advance(ms);
		};
		const { text } = await textRenter({ ...busy, pause }, about(), request);
		expect(text).toMatchObject({ state: 'not_sent', reasons: [{ code: 'opted_out' }] });
		expect(provider.taken).toEqual([]);
	});

	test('two runs for one event at the same moment: one text', async () => {
		const provider = scriptedProvider(['accept']);
		const outcomes = await Promise.all([
			textRenter(deps(provider), about(), request),
			textRenter({ ...deps(provider), claimer: 'another process' }, about(), request),
		]);
		expect(outcomes.map(({ created }) => created).sort()).toEqual([false, true]);
		expect(provider.taken).toHaveLength(1);
	});
});
