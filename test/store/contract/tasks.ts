import type { NewTask } from '../../../store/port';
import { newCall, newLead, newTask, NOON } from './builders';
import type { StoreUnderTest } from './useStore';

export function taskContract(test: StoreUnderTest): void {
	const open = async (change: Partial<NewTask> = {}) => (await test.store.tasks.open(newTask(change))).task;

	describe('tasks', () => {
		it('opens one task per cause', async () => {
			const { task, created } = await test.store.tasks.open(newTask());
			expect(created).toBe(true);
			expect(task).toEqual({
				...newTask(),
				id: task.id,
				state: 'open',
				createdAt: test.clock.now(),
				updatedAt: test.clock.now(),
				doneAt: null,
				doneBy: null,
				doneNote: null,
			});
			expect(await test.store.tasks.open(newTask({ title: 'Again' }))).toEqual({ task, created: false });
			expect(await test.store.tasks.get(task.id)).toEqual(task);
			expect(await test.store.tasks.byKey('main', task.key)).toEqual(task);
			expect(await test.store.tasks.get('task_none')).toBeNull();
			expect(await test.store.tasks.byKey('main', 'other')).toBeNull();
		});

		it.each<[string, Partial<NewTask>, string]>([
			['portfolio', { portfolio: 'elsewhere' }, 'unknown_portfolio'],
			['lead', { leadId: 'lead_none' }, 'unknown_lead'],
			['call', { callId: 'call_none' }, 'unknown_record'],
			['owner', { owner: '' }, 'constraint'],
		])('refuses a task without a known %s', async (_, change, code) => {
			await expect(open(change)).rejects.toMatchObject({ code });
		});

		it('adds reasons once, raises the priority and never lowers it', async () => {
			const { tasks, leads } = test.store;
			const lead = await leads.create(newLead());
			const { id, reasons } = await open();
			const redialled = { code: 'redialled', sentence: 'Called three times.' };
			await tasks.annotate(id, { reasons: [...reasons, redialled], priority: 1, leadId: lead.id });
			const again = await tasks.annotate(id, { reasons: [redialled], priority: 3, title: 'Call back Maria' });
			expect(again).toMatchObject({ reasons: [...reasons, redialled], priority: 1, title: 'Call back Maria', leadId: lead.id });
			await expect(tasks.annotate('task_none', {})).rejects.toMatchObject({ code: 'unknown_record' });
			await expect(tasks.annotate(id, { leadId: 'lead_none' })).rejects.toMatchObject({ code: 'unknown_lead' });
		});

		it('completes once, and leaves a done task as it is', async () => {
			const { id } = await open();
			const done = await test.store.tasks.complete(id, 'Ana', 'Booked a tour', NOON + 5);
			expect(done).toMatchObject({ state: 'done', doneAt: NOON + 5, doneBy: 'Ana', doneNote: 'Booked a tour' });
			expect(await test.store.tasks.complete(id, 'Ben', null, NOON + 6)).toBeNull();
			expect(await test.store.tasks.complete('task_none', 'Ben', null, NOON)).toBeNull();
			expect(await test.store.tasks.annotate(id, { priority: 1, title: 'Late' })).toEqual(done);
			expect((await test.store.tasks.open(newTask())).created).toBe(false);
		});

		it('lists open ones by priority, due time and age, done ones newest first', async () => {
			await open({ key: 'third', dueAt: NOON });
			test.clock.advance(1);
			await open({ key: 'fourth', dueAt: NOON });
			await open({ key: 'second', dueAt: NOON - 1 });
			await open({ key: 'first', priority: 1, dueAt: NOON + 99 });
			await open({ key: 'fifth', priority: 3, dueAt: NOON - 99 });
			for (const [key, at] of [
				['done first', NOON],
				['done last', NOON + 1],
			] as const) {
				await test.store.tasks.complete((await open({ key })).id, 'Ana', null, at);
			}
			const list = async (query: { state?: 'open' | 'done'; limit?: number } = {}) =>
				(await test.store.tasks.list({ portfolio: 'main', limit: 10, ...query })).map(({ key }) => key);
			const openOnes = ['first', 'second', 'third', 'fourth', 'fifth'];
			expect(await list({ state: 'open' })).toEqual(openOnes);
			expect(await list({ state: 'open', limit: 2 })).toEqual(['first', 'second']);
			expect(await list({ state: 'done' })).toEqual(['done last', 'done first']);
			expect(await list()).toEqual([...openOnes, 'done last', 'done first']);
			expect(await list({ limit: 6 })).toEqual([...openOnes, 'done last']);
		});

		it('lists by owner, lead, call and kind', async () => {
			const lead = await test.store.leads.create(newLead());
			const { call } = await test.store.calls.open(newCall());
			await open({ key: 'plain' });
			await open({ key: 'owned', owner: 'Ana', kind: 'review_match' });
			await open({ key: 'linked', leadId: lead.id, callId: call.id });
			const list = async (query: object) =>
				(await test.store.tasks.list({ portfolio: 'main', limit: 10, ...query })).map(({ key }) => key);
			expect(await list({ owner: 'Ana' })).toEqual(['owned']);
			expect(await list({ kind: 'review_match', state: 'open' })).toEqual(['owned']);
			expect(await list({ leadId: lead.id })).toEqual(['linked']);
			expect(await list({ callId: call.id, owner: 'Ana' })).toEqual([]);
			expect(await list({ callId: call.id })).toEqual(['linked']);
			expect(await list({ portfolio: 'elsewhere' })).toEqual([]);
		});
	});
}
