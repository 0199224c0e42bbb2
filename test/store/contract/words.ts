import type { NewCall, NewLead, NewTask, NewTimelineEntry, StoreFamilies } from '../../../store/port';
import { newCall, newLead, newTask, NOON } from './builders';
import { newPerson } from './directory';
import type { StoreUnderTest } from './useStore';

/** Words that grow are checked by leasing/, where a row is written; the database takes any. */
export function wordContract(test: StoreUnderTest): void {
	const BUILDIUM = { portfolio: 'main', provider: 'buildium' };
	const entry: NewTimelineEntry = { portfolio: 'main', leadId: null, callId: null, at: NOON, kind: 'note', sentence: 'x', reasons: [] };
	const place = { kind: 'property' as const, providerId: '1', propertyId: '1', name: 'Cedar', active: true, details: {} };
	// Casts: what a workflow made of data from outside may hold any word.
	const unknown = <T>(word: string): T => word as T;

	const writes: Array<[string, (tx: StoreFamilies) => Promise<unknown>, RegExp]> = [
		['the status of a new lead', (tx) => tx.leads.create(newLead({ status: unknown('warm') })), /"warm".*toured/],
		[
			'the status of a lead',
			async (tx) => {
				const { id } = await tx.leads.create(newLead());
				await tx.leads.update(id, { status: unknown<NewLead['status']>('warm') });
			},
			/"warm".*toured/,
		],
		['a kind of task', (tx) => tx.tasks.open(newTask({ kind: unknown<NewTask['kind']>('dance') })), /"dance".*call_back/],
		['a mode of call', (tx) => tx.calls.open(newCall({ mode: unknown<NewCall['mode']>('pager') })), /"pager".*ring_staff/],
		[
			'a kind of identity',
			async (tx) => {
				const { id } = await tx.leads.create(newLead());
				await tx.leads.addIdentity('main', id, { kind: unknown('fax'), value: '1' });
			},
			/"fax".*phone, email/,
		],
		['a kind of person', (tx) => tx.directory.savePeople(BUILDIUM, [newPerson({ kind: unknown('ghost') })], NOON), /"ghost".*resident/],
		['a kind of place', (tx) => tx.directory.savePlaces(BUILDIUM, [{ ...place, kind: unknown('castle') }], NOON), /"castle".*property/],
		['a kind of timeline entry', (tx) => tx.timeline.add({ ...entry, kind: unknown('gossip') }), /"gossip".*voicemail/],
	];

	describe('words that nobody knows', () => {
		it.each(writes)('%s is refused by name, with the ones there are', async (_, write, message) => {
			await expect(write(test.store)).rejects.toMatchObject({
				name: 'StoreError',
				code: 'constraint',
				message: expect.stringMatching(message),
			});
		});

		it.each(writes)('%s is refused in a batch, too', async (_, write, message) => {
			await expect(test.store.batch(async (tx) => await write(tx))).rejects.toMatchObject({
				code: 'constraint',
				message: expect.stringMatching(message),
			});
		});
	});
}
