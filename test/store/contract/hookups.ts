import type { Hookup } from '../../../store/port';
import { LINE, NOON, RENTER } from './builders';
import type { StoreUnderTest } from './useStore';

const VOICE: Hookup = {
	provider: 'twilio',
	phone: LINE,
	channel: 'voice',
	purpose: 'live',
	providerNumberId: 'PN1',
	consumer: 'w1:n1',
	previous: { VoiceUrl: 'https://example.com/old', VoiceMethod: 'POST' },
	ours: { VoiceUrl: 'https://n8n.example.com/webhook/1' },
	textStatusUrl: null,
	installedAt: NOON,
};
const TEXT: Hookup = {
	...VOICE,
	channel: 'text',
	consumer: 'w2:n1',
	previous: { SmsUrl: 'https://example.com/sms' },
	ours: { SmsUrl: 'https://n8n.example.com/webhook/2' },
	textStatusUrl: 'https://n8n.example.com/webhook/2?text=1',
};

export function hookupContract(test: StoreUnderTest): void {
	describe('hookups', () => {
		it('gives back what was saved, once per number, channel and purpose', async () => {
			const { hookups } = test.store;
			const testing: Hookup = { ...VOICE, purpose: 'test', previous: VOICE.ours };
			await hookups.save(VOICE);
			await hookups.save(testing);
			expect(await hookups.get(VOICE)).toEqual(VOICE);
			expect(await hookups.get(testing)).toEqual(testing);
			expect(await hookups.get({ ...VOICE, channel: 'status' })).toBeNull();
			expect(await hookups.listByConsumer('w1:n1')).toEqual([VOICE, testing]);
		});

		it('lets several triggers serve one number, each with what it found', async () => {
			const { hookups } = test.store;
			await hookups.save(VOICE);
			await hookups.save(TEXT);
			expect(await hookups.listByConsumer('w1:n1')).toEqual([VOICE]);
			expect(await hookups.listByConsumer('w2:n1')).toEqual([TEXT]);
			await hookups.remove(VOICE);
			expect(await hookups.get(VOICE)).toBeNull();
			expect(await hookups.get(TEXT)).toEqual(TEXT);
		});

		it('tells who serves the texts of a line, whatever the provider', async () => {
			const { hookups } = test.store;
			await hookups.save(VOICE);
			expect(await hookups.serving(LINE, 'text', 'live')).toBeNull();
			await hookups.save({ ...TEXT, purpose: 'test' });
			expect(await hookups.serving(LINE, 'text', 'live')).toBeNull();
			await hookups.save(TEXT);
			expect(await hookups.serving(LINE, 'text', 'live')).toEqual(TEXT);
			expect(await hookups.serving(RENTER, 'text', 'live')).toBeNull();
			// The number was moved to another phone system, and nobody unpublished the old trigger.
			const moved: Hookup = { ...TEXT, provider: 'dialpad', consumer: 'w3:n1', installedAt: NOON + 1 };
			await hookups.save(moved);
			expect(await hookups.serving(LINE, 'text', 'live')).toEqual(moved);
		});

		it('replaces a hook-up that is saved again', async () => {
			await test.store.hookups.save(VOICE);
			await test.store.hookups.save({ ...VOICE, consumer: 'w2:n1', ours: {} });
			expect(await test.store.hookups.get(VOICE)).toEqual({ ...VOICE, consumer: 'w2:n1', ours: {} });
			expect(await test.store.hookups.listByConsumer('w1:n1')).toEqual([]);
		});

		it('removes one, and does not mind when it is gone already', async () => {
			await test.store.hookups.save(VOICE);
			await test.store.hookups.remove(VOICE);
			await test.store.hookups.remove(VOICE);
			expect(await test.store.hookups.get(VOICE)).toBeNull();
		});

		it('refuses a channel that nobody knows, and names those there are', async () => {
			const fax = { ...VOICE, channel: 'fax' } as unknown as Hookup;
			await expect(test.store.hookups.save(fax)).rejects.toMatchObject({
				code: 'constraint',
				message: expect.stringMatching(/"fax".*voice, text, status/),
			});
		});
	});
}
