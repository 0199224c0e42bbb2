import type { TextReport } from '../../../leasing/text/report';
import { applyDeliveryReport } from '../../../office/texts/applyDeliveryReport';
import { sendText } from '../../../office/texts/sendText';
import { scriptedProvider, type ScriptedProvider } from './scriptedProvider';
import { RENTER, useOffice } from './support';

describe('a delivery report', () => {
	const office = useOffice();

	const report = (changes: Partial<TextReport> = {}): TextReport => ({
		textId: null,
		providerId: 'SM1',
		providerStatus: 'delivered',
		state: 'delivered',
		errorCode: null,
		errorMessage: null,
		...changes,
	});
	const undelivered = { providerStatus: 'undelivered', state: 'failed', errorCode: '30006' } as const;
	async function send(provider: ScriptedProvider, id: string) {
		const { store, clock } = office;
		return await sendText({ store, clock, provider, claimer: 'me', statusUrl: null, pause: async (ms) => clock.advance(ms) }, id);
	}
	const apply = async (one: TextReport) => await applyDeliveryReport({ ...office, provider: scriptedProvider([]) }, one);
	const openTasks = async () => await office.store.tasks.list({ portfolio: 'main', state: 'open', limit: 10 });

	test('that is quicker than the answer to our request: the text is delivered, and stays it', async () => {
		const id = await office.plan();
		const provider = scriptedProvider(['accept']);
		const { send: accept } = provider;
		provider.send = async (text) => {
			const answer = await accept(text);
			await apply(report({ textId: id }));
			return answer;
		};
		expect(await send(provider, id)).toMatchObject({ state: 'delivered', provider: 'twilio', providerId: 'SM1' });
	});

	test('that comes instead of an answer: it counts as the answer, and nothing is sent again', async () => {
		const id = await office.plan();
		const provider = scriptedProvider(['lost'], false);
		const { send: lose } = provider;
		provider.send = async (text) => {
			const answer = await lose(text);
			await apply(report({ textId: id, providerStatus: 'sent', state: 'sent' }));
			return answer;
		};
		expect(await send(provider, id)).toMatchObject({ state: 'sent', providerId: 'SM1' });
		expect(provider).toMatchObject({ asked: 0, taken: [{ to: RENTER }] });
	});

	test('that names only the message finds the text that was sent as it', async () => {
		const id = await office.plan();
		await send(scriptedProvider(['accept']), id);
		await apply(report());
		expect(await office.store.texts.get(id)).toMatchObject({ state: 'delivered' });
	});

	test('of a failure tells a person what happened and what to do, once, and the number is remembered', async () => {
		const id = await office.plan();
		await send(scriptedProvider(['accept']), id);
		await apply(report(undelivered));
		await apply(report(undelivered));
		const [task, ...others] = await openTasks();
		expect(others).toEqual([]);
		expect(task?.reasons).toEqual([
			{
				code: 'provider_30006',
				sentence: 'The text was not delivered (30006): The number is a landline or its carrier takes no texts. Call instead.',
			},
		]);
		expect(await office.store.phoneFacts.get(RENTER)).toMatchObject({ textable: false, via: 'provider_error_30006' });
		const told = await office.store.timeline.ofKind({ portfolio: 'main', kind: 'text', limit: 10 });
		expect(told.map(({ sentence }) => sentence.slice(0, 27))).toEqual(['The text was not delivered.', 'Text sent: "Hi, this is Map']);
	});

	test('that comes late and in the wrong order changes nothing', async () => {
		const id = await office.plan();
		await send(scriptedProvider(['accept']), id);
		await apply(report());
		await apply(report({ providerStatus: 'sent', state: 'sent' }));
		await apply(report(undelivered));
		expect((await office.store.texts.get(id))?.state).toBe('delivered');
		expect(await openTasks()).toEqual([]);
	});

	test('of somebody else’s message is nothing to us', async () => {
		await apply(report({ providerId: 'SM-of-another-app' }));
		await apply(report({ textId: 'text_unknown' }));
		expect(await openTasks()).toEqual([]);
	});
});
