import { isRestart, whenStoreOpens } from '../../../../nodes/shared/trigger/atRestart';
import type { Store } from '../../../../store/port';
import { StoreError } from '../../../../store/port';

const STORE = {} as Store;
const locked = () => new StoreError('store_locked', 'The store is locked.');

describe('starting a trigger when n8n starts again', () => {
	beforeEach(() => jest.useFakeTimers());
	afterEach(() => jest.useRealTimers());

	test.each([
		['init', true],
		['leadershipChange', true],
		['activate', false],
		['update', false],
		['manual', false],
	] as const)('activation mode %s', (mode, restart) => {
		expect(isRestart({ getActivationMode: () => mode })).toBe(restart);
	});

	test('a store that is locked at first: the trigger starts when it opens, and is stopped with its workflow', async () => {
		const answers: Array<() => Store> = [
			() => {
				throw locked();
			},
			() => {
				throw locked();
			},
			() => STORE,
		];
		const heard: unknown[] = [];
		const happened: string[] = [];
		const running = whenStoreOpens(
			async () => (answers.shift() ?? (() => STORE))(),
			() => {
				happened.push('started');
				return { stop: async () => void happened.push('stopped') };
			},
			(error) => heard.push(error),
		);
		await jest.advanceTimersByTimeAsync(500);
		expect(happened).toEqual([]);
		await jest.advanceTimersByTimeAsync(3_000);
		expect(happened).toEqual(['started']);
		expect(heard).toHaveLength(2);
		await running.stop();
		expect(happened).toEqual(['started', 'stopped']);
	});

	test('unpublished before the store opened: nothing starts any more', async () => {
		const start = jest.fn();
		const running = whenStoreOpens(
			async () => {
				throw locked();
			},
			start,
			() => undefined,
		);
		await jest.advanceTimersByTimeAsync(10);
		await running.stop();
		await jest.advanceTimersByTimeAsync(120_000);
		expect(start).not.toHaveBeenCalled();
		expect(jest.getTimerCount()).toBe(0);
	});
});
