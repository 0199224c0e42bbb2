import { mulberry32 } from '../../../sandbox/mulberry32';
import { openStore } from '../../../store/openStore';
import type { PostgresLocation } from '../../../store/location';
import type { Store } from '../../../store/port';
import { heldClock } from '../../helpers/clock';
import { countingIds } from '../../helpers/ids';
import { newLead, NOON, settings } from '../contract/builders';
import { describeOnServer, newPlace, removePlace } from '../postgres/realServer';
import { randomSteps, take } from './anyOrder';
import { everyTable } from './everyTable';

describeOnServer('a batch on a real Postgres', () => {
	const places: PostgresLocation[] = [];
	const open: Store[] = [];
	afterAll(async () => {
		for (const store of open) await store.close();
		for (const place of places) await removePlace(place);
	});

	const newStore = async () => {
		const location = newPlace();
		places.push(location);
		const clock = heldClock(NOON);
		const store = await openStore(location, { clock, ids: countingIds() });
		open.push(store);
		await store.portfolios.save(settings());
		return { store, clock, location };
	};

	it.each([1, 2, 3, 31])(
		'gives and leaves what a transaction does, whatever is called in whatever order (seed %i)',
		async (seed) => {
			const steps = randomSteps(mulberry32(seed), 300);
			const [one, other] = [await newStore(), await newStore()];
			const expected = await take(one.store, one.clock, steps, 'transaction', 100);
			expect(await take(other.store, other.clock, steps, 'batch', 100)).toEqual(expected);
			expect(await everyTable(other.location)).toEqual(await everyTable(one.location));
		},
		60_000,
	);

	it('loses no change that somebody else makes to a lead meanwhile', async () => {
		const { store, location } = await newStore();
		const other = await openStore(location, { clock: heldClock(NOON), ids: countingIds() });
		open.push(other);
		const lead = await store.leads.create(newLead());
		let theirs: Promise<unknown> | undefined;
		await store.batch(async (tx) => {
			await tx.leads.get(lead.id);
			// Waits until the batch has ended, for it has read the lead and may write it.
			let isDone = false;
			theirs = other.leads.update(lead.id, { owner: 'Robin' }).then(() => (isDone = true));
			for (let call = 0; call < 500 && !isDone; call++) await tx.portfolios.get('main');
			await tx.leads.update(lead.id, { nextAction: 'Write back' });
		});
		await theirs;
		expect(await store.leads.get(lead.id)).toMatchObject({ owner: 'Robin', nextAction: 'Write back' });
	});

	it('names the record that is missing', async () => {
		const { store } = await newStore();
		await expect(
			store.batch(async (tx) => await tx.leads.addIdentity('main', 'lead_none', { kind: 'phone', value: '+15125550123' })),
		).rejects.toMatchObject({ code: 'unknown_lead' });
	});
});
