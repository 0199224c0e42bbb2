import type { Hookup } from '../../../store/port';
import { LINE, NOON } from './builders';
import type { StoreUnderTest } from './useStore';

const LIVE: Hookup = {
	provider: 'twilio',
	phone: LINE,
	purpose: 'live',
	providerNumberId: 'PN1',
	consumer: 'w1:n1',
	previous: { VoiceUrl: 'https://example.com/old', VoiceMethod: 'POST' },
	ours: { VoiceUrl: 'https://n8n.example.com/webhook/1' },
	textStatusUrl: 'https://n8n.example.com/webhook/1?text=1',
	installedAt: NOON,
};

export function hookupContract(test: StoreUnderTest): void {
	describe('hookups', () => {
		it('gives back what was saved, once per number and purpose', async () => {
			const { hookups } = test.store;
			const testing: Hookup = { ...LIVE, purpose: 'test', previous: LIVE.ours, textStatusUrl: null };
			await hookups.save(LIVE);
			await hookups.save(testing);
			expect(await hookups.get('twilio', LINE, 'live')).toEqual(LIVE);
			expect(await hookups.get('twilio', LINE, 'test')).toEqual(testing);
			expect(await hookups.listByConsumer('w1:n1')).toEqual([LIVE, testing]);
		});

		it('replaces a hook-up that is saved again', async () => {
			await test.store.hookups.save(LIVE);
			await test.store.hookups.save({ ...LIVE, consumer: 'w2:n1', ours: {} });
			expect(await test.store.hookups.get('twilio', LINE, 'live')).toEqual({ ...LIVE, consumer: 'w2:n1', ours: {} });
			expect(await test.store.hookups.listByConsumer('w1:n1')).toEqual([]);
		});

		it('removes one, and does not mind when it is gone already', async () => {
			await test.store.hookups.save(LIVE);
			await test.store.hookups.remove('twilio', LINE, 'live');
			await test.store.hookups.remove('twilio', LINE, 'live');
			expect(await test.store.hookups.get('twilio', LINE, 'live')).toBeNull();
		});
	});
}
