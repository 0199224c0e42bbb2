import { DAY } from '../../../leasing/time';
import { lookUpLineType } from '../../../office/texts/lookUpLineType';
import { RENTER, useOffice } from './support';

describe('looking up what kind of line a number is', () => {
	const office = useOffice();
	let asked: number;
	beforeEach(() => (asked = 0));

	const lookUp = async (answer: () => Promise<string | null>) => {
		const lineType = async () => {
			asked++;
			return await answer();
		};
		await lookUpLineType({ ...office, provider: { lineType } }, RENTER);
		return (await office.store.phoneFacts.get(RENTER))?.lineType ?? null;
	};
	const landline = async () => 'landline';

	test('is asked once in 90 days, since it costs a fee', async () => {
		expect(await lookUp(landline)).toBe('landline');
		office.clock.advance(89 * DAY);
		await lookUp(landline);
		expect(asked).toBe(1);
		office.clock.advance(DAY);
		await lookUp(landline);
		expect(asked).toBe(2);
	});

	test('is not asked of a number that has refused a text for good', async () => {
		await office.store.phoneFacts.save({
			phone: RENTER,
			lineType: null,
			textable: false,
			via: 'provider_error_30006',
			learnedAt: office.clock.now(),
		});
		office.clock.advance(400 * DAY);
		await lookUp(landline);
		expect(asked).toBe(0);
	});

	test('nothing is noted when it cannot be told, or not in time', async () => {
		expect(await lookUp(async () => null)).toBeNull();
		jest.useFakeTimers({ doNotFake: ['nextTick', 'queueMicrotask', 'setImmediate'] });
		try {
			const looking = lookUp(async () => await new Promise<never>(() => undefined));
			while (asked < 2) await new Promise((resolve) => setImmediate(resolve));
			await jest.advanceTimersByTimeAsync(2_000);
			expect(await looking).toBeNull();
		} finally {
			jest.useRealTimers();
		}
	});

	test('a phone system without such a service is not asked', async () => {
		await lookUpLineType({ ...office, provider: {} }, RENTER);
		expect(await office.store.phoneFacts.get(RENTER)).toBeNull();
	});
});
