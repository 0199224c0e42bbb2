import { HOUR, MINUTE, SECOND } from '../../../leasing/time';
import { LINE, newCall, newEvent, newText, newWork, NOON } from './builders';
import type { StoreUnderTest } from './useStore';

/** A clock that was five hours ahead when something was written, and has been set right since. */
const AHEAD = NOON + 5 * HOUR;

/** What a wrong clock has written is nobody's for no longer than what a right one has. */
export function clockContract(test: StoreUnderTest): void {
	describe('a clock that was ahead and was set right', () => {
		it('a claim on an event counts as run out when it lies further ahead than any claim lasts', async () => {
			const { events } = test.store;
			await events.record(newEvent({ receivedAt: AHEAD }));
			const [mine] = await events.claim('w1:n1', 'dead', 1, AHEAD, AHEAD + 30 * SECOND);
			expect(await events.claim('w1:n1', 'p2', 1, NOON, NOON + 30 * SECOND)).toMatchObject([{ id: mine?.id, claimedBy: 'p2' }]);
			expect(await events.finish(mine?.id ?? '', 'dead', NOON)).toBe(false);
		});

		it('a claim of a machine whose clock differs by seconds is respected', async () => {
			const { events, texts, work } = test.store;
			await events.record(newEvent());
			await work.add(newWork({ dueAt: NOON }));
			const { text } = await texts.plan(newText());
			const other = NOON + 20 * SECOND;
			await events.claim('w1:n1', 'p1', 1, other, other + 30 * SECOND);
			await work.claim(['sweep'], 'p1', 1, other, other + 30 * SECOND);
			await texts.claim(text.id, 'p1', other, other + MINUTE);
			expect(await events.claim('w1:n1', 'p2', 1, NOON, NOON + 30 * SECOND)).toEqual([]);
			expect(await work.claim(['sweep'], 'p2', 1, NOON, NOON + 30 * SECOND)).toEqual([]);
			expect(await texts.claim(text.id, 'p2', NOON, NOON + MINUTE)).toBeNull();
			expect(await texts.listDue(NOON, 9)).toEqual([]);
		});

		it('an event that is to be tried again does not wait for the wrong time', async () => {
			const { events } = test.store;
			await events.record(newEvent());
			const [{ id = '' } = {}] = await events.claim('w1:n1', 'p1', 1, AHEAD, AHEAD + 30 * SECOND);
			await events.fail(id, 'p1', 'x', AHEAD + 10 * SECOND, AHEAD);
			expect(await events.claim('w1:n1', 'p1', 1, NOON, NOON + 30 * SECOND)).toMatchObject([{ id, attempts: 2 }]);
		});

		it('a text that was being sent is taken over, as after any crash', async () => {
			const { texts, datedAhead } = test.store;
			test.clock.set(AHEAD);
			const { text } = await texts.plan(newText({ dueAt: AHEAD }));
			await texts.claim(text.id, 'dead', AHEAD, AHEAD + MINUTE);
			test.clock.set(NOON);
			await datedAhead.bringBack(NOON);
			expect((await texts.listDue(NOON, 9)).map(({ id }) => id)).toEqual([text.id]);
			expect(await texts.claim(text.id, 'p2', NOON, NOON + MINUTE)).toMatchObject({ takenOver: true });
		});

		it('a text that was held is asked about again, and one that was left behind is found', async () => {
			const { texts, datedAhead } = test.store;
			test.clock.set(AHEAD);
			const { text: held } = await texts.plan(newText({ key: 'held', state: 'held', dueAt: AHEAD + 12 * HOUR }));
			const { text: left } = await texts.plan(newText({ key: 'left', dueAt: AHEAD }));
			expect(await texts.listDue(NOON, 9)).toEqual([]);
			expect(await datedAhead.bringBack(NOON)).toBe(2);
			expect((await texts.listDue(NOON + MINUTE, 9)).map(({ id }) => id).sort()).toEqual([held.id, left.id].sort());
			expect(await texts.claim(held.id, 'p1', NOON, NOON + MINUTE)).toMatchObject({ takenOver: false });
		});

		it('a text that a right clock holds until the morning is left alone', async () => {
			const { texts, datedAhead } = test.store;
			const { text } = await texts.plan(newText({ state: 'held', dueAt: NOON + 12 * HOUR }));
			expect(await datedAhead.bringBack(NOON + MINUTE)).toBe(0);
			expect(await texts.claim(text.id, 'p1', NOON + MINUTE, NOON + 2 * MINUTE)).toBeNull();
		});

		it('work is taken over, tried again and begun; what has a time of its own keeps it', async () => {
			const { work, datedAhead } = test.store;
			test.clock.set(AHEAD);
			await work.put(newWork({ key: 'claimed', dueAt: AHEAD }), 'keep', AHEAD);
			await work.claim(['sweep'], 'dead', 1, AHEAD, AHEAD + 30 * SECOND);
			await work.put(newWork({ key: 'retried', dueAt: AHEAD }), 'keep', AHEAD);
			const [{ id = '' } = {}] = await work.claim(['sweep'], 'p1', 1, AHEAD, AHEAD + 30 * SECOND);
			await work.fail(id, 'p1', 'x', AHEAD + HOUR, AHEAD);
			await work.put(newWork({ key: 'at once', dueAt: AHEAD }), 'keep', AHEAD);
			await work.put(newWork({ key: 'an hour before the tour', dueAt: AHEAD + HOUR }), 'keep', AHEAD);
			test.clock.set(NOON);
			expect(await work.claim(['sweep'], 'p2', 9, NOON, NOON + 30 * SECOND)).toEqual([]);
			expect(await datedAhead.bringBack(NOON)).toBe(3);
			expect((await work.claim(['sweep'], 'p2', 9, NOON, NOON + 30 * SECOND)).map(({ key }) => key).sort()).toEqual([
				'at once',
				'claimed',
				'retried',
			]);
			expect(await datedAhead.bringBack(NOON)).toBe(0);
		});

		it('work is not taken for under way when it is put again or cancelled', async () => {
			const { work } = test.store;
			await work.put(newWork({ key: 'a', dueAt: NOON }), 'keep', NOON);
			await work.put(newWork({ key: 'b', dueAt: NOON }), 'keep', NOON);
			await work.claim(['sweep'], 'dead', 2, AHEAD, AHEAD + 30 * SECOND);
			expect(await work.put(newWork({ key: 'a', dueAt: NOON }), 'replace', NOON)).toBe('replaced');
			expect(await work.cancel((await work.byKey('sweep', 'b'))?.id ?? '', NOON)).toBe(true);
		});

		it('a retry that a right clock put off is waited for', async () => {
			const { work, datedAhead } = test.store;
			await work.put(newWork({ dueAt: NOON }), 'keep', NOON);
			const [{ id = '' } = {}] = await work.claim(['sweep'], 'p1', 1, NOON, NOON + 30 * SECOND);
			await work.fail(id, 'p1', 'x', NOON + 6 * HOUR, NOON);
			expect(await datedAhead.bringBack(NOON)).toBe(0);
			expect((await work.get(id))?.dueAt).toBe(NOON + 6 * HOUR);
		});

		it('a call is asked after at once, and once its next word has come as every other', async () => {
			const { calls, datedAhead } = test.store;
			test.clock.set(AHEAD);
			const { call } = await calls.open(newCall());
			const undecided = async (before: number) => (await calls.listUndecided('w1:n1', { open: before, unclear: before }, 9)).length;
			expect(await datedAhead.bringBack(NOON)).toBe(1);
			expect(await undecided(NOON - 2 * MINUTE + 1)).toBe(1);

			await calls.addSignal(call.id, 'late', { kind: 'still_running', at: AHEAD } as never, AHEAD);
			await calls.addSignal(call.id, 'now', { kind: 'still_running', at: NOON } as never, NOON);
			expect(await undecided(NOON)).toBe(0);
			expect(await undecided(NOON + 1)).toBe(1);
		});
	});

	describe('triggers that come and go', () => {
		it('counts up for as long as one is there, and knows what it takes', async () => {
			const { consumers } = test.store;
			await consumers.beat('w1:n1', [`missed_call:${LINE}`], NOON);
			await consumers.beat('w2:n1', [], NOON);
			await consumers.beat('w1:n1', ['missed_call:+15125550101'], NOON + 1);
			expect(await consumers.list()).toEqual([
				{ consumer: 'w1:n1', serves: ['missed_call:+15125550101'], beats: 2 },
				{ consumer: 'w2:n1', serves: [], beats: 1 },
			]);
			expect(await consumers.lastSeen('w1:n1')).toBe(NOON + 1);
			expect(await consumers.lastSeen('w9:n1')).toBeNull();
		});

		it('knows for whom something waits, but for editors that listened', async () => {
			const { consumers, events, calls } = test.store;
			await events.record(newEvent({ consumer: 'w1:n1' }));
			await events.record(newEvent({ consumer: 'test:w1:n1' }));
			await calls.open(newCall({ consumer: 'w3:n1' }));
			await events.record(newEvent({ consumer: 'w4:n1' }));
			const [done] = await events.claim('w4:n1', 'p1', 1, NOON, NOON + MINUTE);
			await events.finish(done?.id ?? '', 'p1', NOON);
			expect((await consumers.withUnfinished()).sort()).toEqual(['w1:n1', 'w3:n1']);
		});

		it('hands an event over once, unless somebody runs it or has it already', async () => {
			const { events } = test.store;
			for (const key of ['a', 'b', 'c']) await events.record(newEvent({ key }));
			await events.record(newEvent({ key: 'c', consumer: 'w2:n1' }));
			const [running] = await events.claim('w1:n1', 'p1', 1, NOON, NOON + MINUTE);
			expect(running?.key).toBe('a');
			const left = await events.listLeft('w1:n1', NOON, 9);
			expect(left.map(({ key }) => key)).toEqual(['b', 'c']);
			const other = await test.reopen();
			const ids = left.map(({ id }) => id);
			const moves = await Promise.all([
				...ids.map(async (id) => await events.handOver(id, 'w1:n1', 'w2:n1', NOON)),
				...ids.map(async (id) => await other.events.handOver(id, 'w1:n1', 'w3:n1', NOON)),
			]);
			expect(moves.filter(Boolean)).toHaveLength(2);
			expect(await events.handOver(running?.id ?? '', 'w1:n1', 'w2:n1', NOON)).toBe(false);
			expect(await events.abandon(running?.id ?? '', 'w1:n1', 'gone', NOON)).toBe(false);
			expect(await events.handOver(running?.id ?? '', 'w1:n1', 'w2:n1', NOON + MINUTE)).toBe(true);
			expect(await events.claim('w2:n1', 'p2', 9, NOON + MINUTE, NOON + 2 * MINUTE)).toContainEqual(
				expect.objectContaining({ key: 'a', attempts: 2 }),
			);
		});

		it('ends an event that nobody will ever run, and hands an undecided call over', async () => {
			const { events, calls } = test.store;
			await events.record(newEvent());
			const [{ id = '' } = {}] = await events.listLeft('w1:n1', NOON, 1);
			expect(await events.abandon(id, 'w1:n1', 'Nobody serves it.', NOON)).toBe(true);
			expect(await events.byKey('w1:n1', 'missed:CA1')).toMatchObject({ state: 'failed', lastError: 'Nobody serves it.' });
			const { call } = await calls.open(newCall());
			expect(await calls.handOver(call.id, 'w1:n1', 'w2:n1')).toBe(true);
			expect(await calls.handOver(call.id, 'w1:n1', 'w3:n1')).toBe(false);
			expect(await calls.get(call.id)).toMatchObject({ consumer: 'w2:n1', state: 'open' });
		});
	});
}
