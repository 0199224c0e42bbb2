import type { Deduplicated } from '../../../nodes/DeduplicateLead/case';
import { inTransaction } from '../../../nodes/DeduplicateLead/inTransaction';
import { IdentityTaken } from '../../../nodes/DeduplicateLead/steps/lead';
import { useTempStore } from '../support/tempStore';

const temp = useTempStore();

const done: Deduplicated = {
	match: { decision: 'review', leadId: null, candidates: [], score: 0, reasons: [] },
	lead: null,
	task: null,
	repeated: false,
};

/** Work that loses the race for an identity so many times. */
function losing(times: number) {
	let attempts = 0;
	const work = async (): Promise<Deduplicated> => {
		if (++attempts <= times) throw new IdentityTaken();
		return done;
	};
	return { work, attempts: () => attempts };
}

describe('inTransaction', () => {
	it('decides again when another process took an identity meanwhile', async () => {
		const { work, attempts } = losing(2);
		await expect(inTransaction(await temp.store(), work)).resolves.toEqual(done);
		expect(attempts()).toBe(3);
	});

	it('gives up after three times with a sentence', async () => {
		const { work, attempts } = losing(9);
		await expect(inTransaction(await temp.store(), work)).rejects.toThrow('Run this item again.');
		expect(attempts()).toBe(3);
	});

	it('does not try again after any other failure', async () => {
		let attempts = 0;
		const work = async (): Promise<Deduplicated> => {
			attempts++;
			throw new Error('disk full');
		};
		await expect(inTransaction(await temp.store(), work)).rejects.toThrow('disk full');
		expect(attempts).toBe(1);
	});
});
