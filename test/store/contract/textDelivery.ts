import type { TextState } from '../../../leasing/text/text';
import { newText, NOON } from './builders';
import type { StoreUnderTest } from './useStore';

function report(state: TextState, providerStatus: string = state, providerId = 'SM1') {
	const failed = state === 'failed';
	return {
		provider: 'twilio',
		providerId,
		providerStatus,
		state,
		errorCode: failed ? '30006' : null,
		errorMessage: failed ? 'Landline' : null,
	};
}

export function textDeliveryContract(test: StoreUnderTest): void {
	/** A text whose request has been made; `sent` once the provider's answer came. */
	const started = async (): Promise<string> => {
		const { text } = await test.store.texts.plan(newText());
		await test.store.texts.claim(text.id, 'p1', NOON, NOON + 60_000);
		await test.store.texts.markAttempt(text.id, 'p1', 'twilio', NOON);
		return text.id;
	};
	const sent = async (): Promise<string> => {
		const id = await started();
		await test.store.texts.markSent(id, 'p1', { provider: 'twilio', providerId: 'SM1', providerStatus: 'queued' }, NOON);
		return id;
	};
	const after = async (id: string) => {
		const text = await test.store.texts.get(id);
		return { state: text?.state, word: text?.providerStatus };
	};

	describe('delivery reports', () => {
		it.each<[order: string, reports: [TextState, string][], end: { state: TextState; word: string }]>([
			[
				'in order',
				[
					['sent', 'sending'],
					['sent', 'sent'],
					['delivered', 'delivered'],
				],
				{ state: 'delivered', word: 'delivered' },
			],
			[
				'backwards',
				[
					['delivered', 'delivered'],
					['sent', 'sent'],
					['sent', 'queued'],
				],
				{ state: 'delivered', word: 'delivered' },
			],
			['five times', Array(5).fill(['delivered', 'delivered']), { state: 'delivered', word: 'delivered' }],
			[
				'failed after delivered',
				[
					['delivered', 'delivered'],
					['failed', 'undelivered'],
				],
				{ state: 'delivered', word: 'delivered' },
			],
			[
				'delivered after failed',
				[
					['failed', 'undelivered'],
					['delivered', 'delivered'],
				],
				{ state: 'failed', word: 'undelivered' },
			],
		])('that come %s end in the same place, before and after our own note', async (_, reports, end) => {
			const { texts } = test.store;
			const early = await started();
			for (const [state, word] of reports) await texts.applyDelivery({ id: early }, report(state, word), NOON + 1);
			expect(await texts.markSent(early, 'p1', { provider: 'twilio', providerId: 'SM1', providerStatus: 'queued' }, NOON + 2)).toBe(
				true,
			);
			expect(await after(early)).toEqual(end);

			const late = await texts.plan(newText({ key: 'late' }));
			await texts.claim(late.text.id, 'p1', NOON, NOON + 60_000);
			await texts.markSent(late.text.id, 'p1', { provider: 'twilio', providerId: 'SM2', providerStatus: 'queued' }, NOON);
			for (const [state, word] of reports) await texts.applyDelivery({ providerId: 'SM2' }, report(state, word, 'SM2'), NOON + 1);
			expect(await after(late.text.id)).toEqual(end);
		});

		it('close the text with times and errors, and say what moved', async () => {
			const id = await sent();
			expect(await test.store.texts.applyDelivery({ providerId: 'SM1' }, report('sent', 'sent'), NOON + 1)).toMatchObject({
				changed: false,
				text: { id, state: 'sent', providerStatus: 'sent', sentAt: NOON },
			});
			expect(await test.store.texts.applyDelivery({ id }, report('delivered'), NOON + 2)).toMatchObject({
				changed: true,
				text: { state: 'delivered', sentAt: NOON, deliveredAt: NOON + 2, errorCode: null },
			});
			expect(await test.store.texts.applyDelivery({ id }, report('delivered'), NOON + 3)).toMatchObject({
				changed: false,
				text: { deliveredAt: NOON + 2 },
			});
		});

		it('keep the reason of a failure', async () => {
			const id = await sent();
			await test.store.texts.applyDelivery({ id }, report('failed', 'undelivered'), NOON + 1);
			expect(await test.store.texts.get(id)).toMatchObject({
				state: 'failed',
				errorCode: '30006',
				errorMessage: 'Landline',
				deliveredAt: null,
			});
		});

		it('that come before our own note take the claim with them and bring the message id', async () => {
			const id = await started();
			expect(await test.store.texts.applyDelivery({ id }, report('sent', 'queued'), NOON + 1)).toMatchObject({
				changed: true,
				text: { state: 'sent', providerId: 'SM1', claimedBy: null, sentAt: NOON + 1 },
			});
			expect(await test.store.texts.claim(id, 'p2', NOON + 120_000, NOON + 180_000)).toBeNull();
			expect(await test.store.texts.release(id, 'p1', { state: 'unknown' }, NOON + 2)).toBe(false);
			expect(
				await test.store.texts.markSent(id, 'p1', { provider: 'twilio', providerId: 'SM9', providerStatus: 'queued' }, NOON + 2),
			).toBe(false);
			expect(await test.store.texts.byProviderId('twilio', 'SM1')).toMatchObject({ id, state: 'sent' });
		});

		it('settle a text about which we had given up asking, or which was to be tried again', async () => {
			for (const state of ['unknown', 'planned', 'held'] as const) {
				const { text } = await test.store.texts.plan(newText({ key: state }));
				await test.store.texts.claim(text.id, 'p1', NOON, NOON + 60_000);
				await test.store.texts.release(text.id, 'p1', { state, dueAt: NOON }, NOON);
				await test.store.texts.applyDelivery({ id: text.id }, report('delivered', 'delivered', `SM-${state}`), NOON + 1);
				expect(await test.store.texts.get(text.id)).toMatchObject({ state: 'delivered', providerId: `SM-${state}` });
				expect(await test.store.texts.claim(text.id, 'p2', NOON + 5, NOON + 9)).toBeNull();
			}
		});

		it('do not bring back a text that was not sent', async () => {
			const { text } = await test.store.texts.plan(newText({ state: 'not_sent' }));
			expect(await test.store.texts.applyDelivery({ id: text.id }, report('delivered'), NOON)).toEqual({ text, changed: false });
		});

		it('of an earlier message of the same text change nothing', async () => {
			const id = await sent();
			const applied = await test.store.texts.applyDelivery({ id }, report('failed', 'failed', 'SM0'), NOON + 1);
			expect(applied).toMatchObject({ changed: false, text: { state: 'sent', providerId: 'SM1' } });
		});

		it('of unknown texts are told apart', async () => {
			expect(await test.store.texts.applyDelivery({ id: 'text_none' }, report('delivered'), NOON)).toBeNull();
			expect(
				await test.store.texts.applyDelivery({ providerId: 'SM404' }, report('delivered', 'delivered', 'SM404'), NOON),
			).toBeNull();
		});
	});
}
