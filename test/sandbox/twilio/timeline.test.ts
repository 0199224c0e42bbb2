import { runAfter } from '../../../sandbox/twilio/timeline';
import { HungUp, sleep } from '../../../sandbox/twilio/waiting';

describe('waiting', () => {
	it('keeps the order of due times even when the process was held up past all of them', async () => {
		const order: number[] = [];
		const never = new AbortController().signal;
		const waits = [90, 5, 40, 6].map((ms) => sleep(ms, never).then(() => order.push(ms)));
		const begun = performance.now();
		while (performance.now() - begun < 120);
		await Promise.all(waits);
		expect(order).toEqual([5, 6, 40, 90]);
	});

	it('lets what one moment causes happen before the next moment', async () => {
		const order: string[] = [];
		const never = new AbortController();
		const long = new AbortController();
		const slow = sleep(30, long.signal).then(
			() => order.push('rang out'),
			() => order.push('stopped'),
		);
		const quick = sleep(5, never.signal).then(() => long.abort(new HungUp('busy')));
		const begun = performance.now();
		while (performance.now() - begun < 60);
		await Promise.all([slow, quick]);
		expect(order).toEqual(['stopped']);
	});

	it('ends with the reason of its signal, at once when it is already aborted', async () => {
		await expect(sleep(1000, AbortSignal.abort(new HungUp('gone')))).rejects.toThrow(HungUp);
	});

	it('can be cancelled', async () => {
		const ran: string[] = [];
		runAfter(1, () => ran.push('cancelled'))();
		await sleep(5, new AbortController().signal);
		expect(ran).toEqual([]);
	});
});
