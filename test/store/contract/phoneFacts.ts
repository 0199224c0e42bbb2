import type { PhoneFact } from '../../../store/port';
import { NOON, RENTER } from './builders';
import type { StoreUnderTest } from './useStore';

const LOOKUP: PhoneFact = { phone: RENTER, lineType: 'landline', textable: null, via: 'lookup', learnedAt: NOON };
const FAILED: PhoneFact = { phone: RENTER, lineType: null, textable: false, via: 'provider_error_30006', learnedAt: NOON + 1 };

export function phoneFactContract(test: StoreUnderTest): void {
	describe('phone facts', () => {
		it('gives back what was learnt', async () => {
			expect(await test.store.phoneFacts.get(RENTER)).toBeNull();
			await test.store.phoneFacts.save(LOOKUP);
			expect(await test.store.phoneFacts.get(RENTER)).toEqual(LOOKUP);
		});

		it('puts together what different sources know, and replaces what is known better', async () => {
			await test.store.phoneFacts.save(LOOKUP);
			await test.store.phoneFacts.save(FAILED);
			expect(await test.store.phoneFacts.get(RENTER)).toEqual({ ...FAILED, lineType: 'landline' });
			await test.store.phoneFacts.save({ ...LOOKUP, lineType: 'mobile', textable: true });
			expect(await test.store.phoneFacts.get(RENTER)).toEqual({ ...LOOKUP, lineType: 'mobile', textable: true });
		});
	});
}
