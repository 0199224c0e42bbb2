import { LINE, NOON, newCall, newEvent, newTask, newText, newWork } from './builders';
import type { StoreUnderTest } from './useStore';

const HOUR = 3_600_000;

export function healthContract(test: StoreUnderTest): void {
	describe('health', () => {
		it('finds nothing in an empty store', async () => {
			const { health } = test.store;
			expect(await health.unfinishedEvents()).toEqual([]);
			expect(await health.overdueWork(NOON)).toEqual([]);
			expect(await health.overdueTexts('main', NOON)).toEqual({ count: 0, oldest: null });
			expect(await health.unclearTexts('main')).toEqual({ count: 0, oldest: null });
			expect(await health.failedTexts('main', 0)).toEqual([]);
			expect(await health.overdueTasks('main', NOON)).toEqual({ count: 0, oldest: null });
			expect(await health.lastCalls('main')).toEqual(new Map());
			expect(await health.connected()).toEqual([]);
		});

		it('counts what waits, and since when, by trigger and by kind', async () => {
			const { events, work, tasks, health } = test.store;
			for (const [key, consumer, receivedAt] of [
				['a', 'w1:n', NOON - HOUR],
				['b', 'w1:n', NOON],
				['c', 'w2:n', NOON],
			] as const) {
				await events.record(newEvent({ key, consumer, receivedAt }));
			}
			expect(await health.unfinishedEvents()).toEqual([
				{ consumer: 'w1:n', count: 2, oldest: NOON - HOUR },
				{ consumer: 'w2:n', count: 1, oldest: NOON },
			]);
			await work.put(newWork({ key: 'late', dueAt: NOON - HOUR }), 'replace', NOON);
			await work.put(newWork({ key: 'later', dueAt: NOON + HOUR }), 'replace', NOON);
			expect(await health.overdueWork(NOON)).toEqual([{ kind: newWork().kind, count: 1, oldest: NOON - HOUR }]);
			await tasks.open(newTask({ key: 'late', dueAt: NOON - HOUR }));
			await tasks.open(newTask({ key: 'later', dueAt: NOON + HOUR }));
			const { task } = await tasks.open(newTask({ key: 'done', dueAt: NOON - 2 * HOUR }));
			await tasks.complete(task.id, 'Dana', null, NOON);
			expect(await health.overdueTasks('main', NOON)).toEqual({ count: 1, oldest: NOON - HOUR });
			expect(await health.overdueTasks('other', NOON)).toEqual({ count: 0, oldest: null });
		});

		it('tells texts that should be out from those that are not due', async () => {
			const { texts, health } = test.store;
			await texts.plan(newText({ key: 'late', dueAt: NOON - HOUR }));
			await texts.plan(newText({ key: 'later', dueAt: NOON + HOUR }));
			expect(await health.overdueTexts('main', NOON)).toEqual({ count: 1, oldest: NOON - HOUR });
		});

		it('knows when each line was last called', async () => {
			const { calls, health } = test.store;
			for (const [providerCallId, startedAt] of [
				['1', NOON],
				['2', NOON - HOUR],
			] as const)
				await calls.open(newCall({ providerCallId, startedAt }));
			expect(await health.lastCalls('main')).toEqual(new Map([[LINE, NOON]]));
		});

		it('says what time the database has, if it has any, and whether its file is in order', async () => {
			const { health, backend } = test.store;
			const time = await health.databaseTime();
			const file = await health.file();
			if (backend === 'sqlite') {
				expect(time).toBeNull();
				expect(file).toMatchObject({ intact: true, problem: null });
				expect(file?.bytes).toBeGreaterThan(10_000);
			} else {
				expect(Math.abs((time ?? 0) - Date.now())).toBeLessThan(60_000);
				expect(file).toBeNull();
			}
		});
	});
}
