import { completeTask } from '../../../office/tasks/completeTask';
import type { Store } from '../../../store/port';
import { come, contact, NOON } from '../../nodes/DeduplicateLead/support';
import { useTempStore } from '../../nodes/support/tempStore';
import { SETTINGS } from '../../leasing/inquiry/exampleSettings';
import { newTask } from '../../store/contract/builders';

const LATER = NOON + 3_600_000;
const temp = useTempStore();
const clock = { now: () => LATER };
const dana = { by: 'Dana', note: null };
let store: Store;

beforeEach(async () => {
	store = await temp.store();
	await store.portfolios.save(SETTINGS);
});

async function leadWithTask() {
	const { lead, task } = await come(store, contact({ name: 'Ana Ruiz', phones: ['(512) 555-0123'] }));
	if (!lead || !task) throw new Error('The renter became no lead with a task.');
	return { lead, task };
}

describe('completeTask', () => {
	it('moves the next action to the most urgent task that is left', async () => {
		const { lead, task } = await leadWithTask();
		const left = { leadId: lead.id, portfolio: lead.portfolio };
		await store.tasks.open(newTask({ ...left, key: 'a', title: 'Send the floor plan', priority: 3, dueAt: NOON + 1 }));
		await store.tasks.open(newTask({ ...left, key: 'b', title: 'Confirm the tour', priority: 2, dueAt: NOON + 2 }));
		await completeTask({ store, clock }, task.id, dana);
		expect(await store.leads.get(lead.id)).toMatchObject({ nextAction: 'Confirm the tour', nextActionAt: NOON + 2 });
	});

	it('leaves a person to decide when nothing is left, from now on', async () => {
		const { lead, task } = await leadWithTask();
		await completeTask({ store, clock }, task.id, dana);
		expect(await store.leads.get(lead.id)).toMatchObject({ nextAction: 'Decide the next step', nextActionAt: LATER });
	});

	it('done by two people at once, it was done by one of them and stands on the timeline once', async () => {
		const { lead, task } = await leadWithTask();
		const before = (await store.timeline.ofLead(lead.id)).length;
		const done = await Promise.all(
			['Dana', 'Ben'].map(async (by) => await completeTask({ store, clock }, task.id, { by, note: null })),
		);
		expect(done.map(({ alreadyDone }) => alreadyDone).sort()).toEqual([false, true]);
		expect(new Set(done.map(({ task: { doneBy } }) => doneBy)).size).toBe(1);
		expect(await store.timeline.ofLead(lead.id)).toHaveLength(before + 1);
	});

	it('a task about nobody moves nobody', async () => {
		const { task } = await store.tasks.open(newTask({ portfolio: SETTINGS.key, leadId: null, callId: null }));
		expect(await completeTask({ store, clock }, task.id, dana)).toMatchObject({ alreadyDone: false, task: { state: 'done' } });
	});

	it('says so when there is no such task', async () => {
		await expect(completeTask({ store, clock }, 'task_x', dana)).rejects.toThrow('There is no task with the ID "task_x".');
	});
});
