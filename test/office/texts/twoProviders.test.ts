/** Two phone systems at once: each sends, looks for and explains its own. */
import { defaultTextPolicy } from '../../../leasing/text/textPolicy';
import { MINUTE } from '../../../leasing/time';
import { applyDeliveryReport } from '../../../office/texts/applyDeliveryReport';
import { providerForLine } from '../../../office/texts/providerForLine';
import { sendDueTexts } from '../../../office/texts/sendDueTexts';
import { textRenter, type TextAbout } from '../../../office/texts/textRenter';
import { LINE } from '../../nodes/shared/company';
import { OTHER_SYSTEM, scriptedProvider, type ScriptedProvider } from './scriptedProvider';
import { OTHER_LINE, RENTER, useOffice } from './support';

describe('two phone systems', () => {
	const office = useOffice();
	const { hookUp, plan } = office;
	let twilio: ScriptedProvider;
	let other: ScriptedProvider;
	beforeEach(() => {
		twilio = scriptedProvider(['accept']);
		other = scriptedProvider(['accept'], true, OTHER_SYSTEM);
	});

	const texting = (provider: ScriptedProvider) => {
		const { store, clock } = office;
		return { store, clock, provider, claimer: `process of ${provider.name}`, pause: async (ms: number) => clock.advance(ms) };
	};
	/** Both triggers look for what is due. */
	async function bothSweep(): Promise<void> {
		await sendDueTexts(texting(other), { sender: 'other:trigger' });
		await sendDueTexts(texting(twilio), { sender: 'twilio:trigger' });
	}
	const sentBy = () => ({ twilio: twilio.taken.map(({ to }) => to), other: other.taken.map(({ to }) => to) });

	describe('which one a line texts by', () => {
		const ofTwilio = { provider: 'twilio', consumer: 'twilio:trigger' };
		const ofOther = { provider: 'other', consumer: 'other:trigger' };
		test.each([
			['no trigger serves it: the preferred one', [], 'twilio'],
			['the trigger that has its texts', [{ ...ofOther, channel: 'text' as const }], 'other'],
			[
				'the trigger of its texts goes before that of its calls',
				[
					{ ...ofTwilio, channel: 'voice' as const },
					{ ...ofOther, channel: 'text' as const },
				],
				'other',
			],
			['only its calls are connected: their phone system', [{ ...ofOther, channel: 'voice' as const }], 'other'],
			[
				'its calls are connected to a phone system that we have no account for: the preferred one',
				[{ provider: 'third', channel: 'voice' as const }],
				'twilio',
			],
			['it only hears how its calls end: that one', [{ ...ofOther, channel: 'status' as const }], 'other'],
			['the editor only listens there', [{ ...ofOther, channel: 'text' as const, purpose: 'test' as const }], 'twilio'],
		])('%s', async (_what, hookups, name) => {
			for (const hookup of hookups) await hookUp(hookup);
			expect((await providerForLine(office.store, [twilio, other], LINE)).name).toBe(name);
		});

		test('its texts belong to a phone system that there is no account for: nobody guesses', async () => {
			await hookUp({ ...ofOther, channel: 'text' });
			await expect(providerForLine(office.store, [twilio], LINE)).rejects.toThrow(/another phone system \(other\)/);
			await expect(providerForLine(office.store, [], OTHER_LINE)).rejects.toThrow(/no account/);
		});
	});

	describe('what each trigger sends of the texts that are due', () => {
		test('each the lines that it serves, and neither waits for the other', async () => {
			await hookUp({ consumer: 'twilio:trigger' });
			await hookUp({ provider: 'other', phone: OTHER_LINE, consumer: 'other:trigger' });
			for (let call = 0; call < 30; call++)
				await plan({
					key: `other:${call}:reply`,
					provider: 'other',
					line: OTHER_LINE,
					phone: `+151255501${10 + call}`,
					body: `Text ${call}`,
				});
			await plan({ phone: '+15125550199' });
			office.clock.advance(MINUTE);
			await sendDueTexts(texting(twilio), { sender: 'twilio:trigger' });
			expect(sentBy()).toEqual({ twilio: ['+15125550199'], other: [] });
			await sendDueTexts(texting(other), { sender: 'other:trigger' });
			expect(other.taken).toHaveLength(20);
		});

		test('of a line that no trigger serves: by the phone system that was meant to', async () => {
			await plan({ provider: 'other' });
			await plan({ key: 'twilio:CA2:reply', phone: '+15125550124' });
			office.clock.advance(MINUTE);
			await bothSweep();
			expect(sentBy()).toEqual({ twilio: ['+15125550124'], other: [RENTER] });
		});

		test('a held text of a line that moved to the other phone system goes out by that one', async () => {
			const dueAt = office.clock.now() + MINUTE;
			const id = await plan({ state: 'held', dueAt, expiresAt: dueAt + 60 * MINUTE });
			await hookUp({ provider: 'other', consumer: 'other:trigger' });
			office.clock.set(dueAt);
			await bothSweep();
			expect(sentBy()).toEqual({ twilio: [], other: [RENTER] });
			expect(await office.store.texts.get(id)).toMatchObject({ state: 'sent', provider: 'other' });
		});

		test('a request that a crash cut off is looked for where it went, also when the line has moved', async () => {
			const id = await plan();
			const { store, clock } = office;
			await store.texts.claim(id, 'killed process', clock.now(), clock.now() + MINUTE);
			await store.texts.markAttempt(id, 'killed process', 'twilio', clock.now());
			await twilio.send({
				to: RENTER,
				from: LINE,
				body: (await store.texts.get(id))?.body ?? '',
				statusUrl: null,
				validSeconds: 600,
			});
			await hookUp({ provider: 'other', consumer: 'other:trigger' });
			clock.advance(2 * MINUTE);
			await bothSweep();
			expect(other).toMatchObject({ asked: 0, taken: [] });
			expect(twilio.taken).toHaveLength(1);
			expect(await store.texts.get(id)).toMatchObject({ state: 'sent', provider: 'twilio', providerId: 'SM1' });
		});

		test('a message of the other phone system with the same id is nobody’s proof', async () => {
			const lost = scriptedProvider(['lost'], true, OTHER_SYSTEM);
			await plan();
			await plan({ key: 'other:1:reply', provider: 'other', phone: '+15125550124' });
			office.clock.advance(MINUTE);
			await sendDueTexts(texting(twilio));
			await sendDueTexts(texting(lost));
			const both = await Promise.all([
				office.store.texts.byProviderId('twilio', 'SM1'),
				office.store.texts.byProviderId('other', 'SM1'),
			]);
			expect(both.map((text) => text?.phone)).toEqual([RENTER, '+15125550124']);
			expect(lost.taken).toHaveLength(1);
		});
	});

	describe('what each says', () => {
		test('a refusal is explained by the one that refused', async () => {
			const refusing = scriptedProvider([{ refuse: 'CAR-413' }], true, OTHER_SYSTEM);
			const id = await plan({ provider: 'other' });
			office.clock.advance(MINUTE);
			await sendDueTexts(texting(refusing));
			const text = await office.store.texts.get(id);
			expect(text).toMatchObject({ state: 'not_sent', errorCode: 'CAR-413', reasons: [{ code: 'opted_out' }] });
			expect(text?.reasons[0]?.sentence).toContain('The renter opted out. Do not text again.');
			expect(await office.store.optOuts.current('main', RENTER)).toMatchObject({ via: 'provider_error_CAR_413' });
		});

		test('"later" in its own code is tried again', async () => {
			const full = scriptedProvider([{ refuse: 'CAR-450' }, 'accept'], true, OTHER_SYSTEM);
			const id = await plan({ provider: 'other' });
			office.clock.advance(MINUTE);
			await sendDueTexts(texting(full));
			expect((await office.store.texts.get(id))?.state).toBe('planned');
			office.clock.advance(2 * MINUTE);
			await sendDueTexts(texting(full));
			expect((await office.store.texts.get(id))?.state).toBe('sent');
		});

		test("a report without our id closes that provider's message, not the other's of the same id", async () => {
			const mine = await plan();
			const others = await plan({ key: 'other:1:reply', provider: 'other', phone: '+15125550124' });
			office.clock.advance(MINUTE);
			await sendDueTexts(texting(twilio));
			await sendDueTexts(texting(other));
			await applyDeliveryReport(
				{ ...office, provider: OTHER_SYSTEM },
				{ textId: null, providerId: 'SM1', providerStatus: 'Delivered', state: 'delivered', errorCode: null, errorMessage: null },
			);
			expect((await office.store.texts.get(mine))?.state).toBe('sent');
			expect((await office.store.texts.get(others))?.state).toBe('delivered');
		});
	});

	describe('texting a renter', () => {
		const about = (changes: Partial<TextAbout> = {}): TextAbout => ({
			portfolio: 'main',
			to: RENTER,
			from: LINE,
			eventKey: 'other:call-1',
			eventAt: office.clock.now(),
			leadId: null,
			call: null,
			propertyKey: null,
			propertyName: null,
			propertyState: null,
			firstName: 'Ana',
			...changes,
		});
		const request = {
			purpose: 'missed_call_reply',
			message: 'Hi [first name], sorry we missed you. Reply STOP to opt out.',
			directReply: true,
			policy: { ...defaultTextPolicy, afterHours: 'send' as const },
			lookUp: false,
		};
		const deps = () => {
			const { provider: _one, ...rest } = texting(twilio);
			return { ...rest, providers: [twilio, other] };
		};

		test('goes out by the phone system of its line, once, and says where reports go', async () => {
			await hookUp({ provider: 'other', textStatusUrl: 'https://n8n.example.com/webhook/2/other' });
			const first = await textRenter(deps(), about(), request);
			const again = await textRenter(deps(), about(), request);
			expect([first.created, again.created, again.text.state]).toEqual([true, false, 'sent']);
			expect(other.taken).toEqual([
				expect.objectContaining({
					body: 'Hi Ana, sorry we missed you. Reply STOP to opt out.',
					statusUrl: `https://n8n.example.com/webhook/2/other?text=${first.text.id}`,
				}),
			]);
			expect(twilio.taken).toEqual([]);
		});

		test('a text whose phone system there is no account for any more is left as it stands', async () => {
			const id = await plan({ key: 'other:call-1:missed_call_reply', provider: 'other' });
			const { store, clock } = office;
			await store.texts.claim(id, 'killed process', clock.now(), clock.now() + MINUTE);
			await store.texts.markAttempt(id, 'killed process', 'other', clock.now());
			clock.advance(2 * MINUTE);
			const { text } = await textRenter({ ...deps(), providers: [twilio] }, about(), request);
			expect(text).toMatchObject({ id, state: 'claimed' });
			expect(sentBy()).toEqual({ twilio: [], other: [] });
		});
	});
});
