import { setTimeout as pause } from 'node:timers/promises';

import { openStore } from '../../../store/openStore';
import type { Store } from '../../../store/port';
import { heldClock } from '../../helpers/clock';
import { countingIds } from '../../helpers/ids';
import { newEvent, newLead, settings } from '../contract/builders';
import { describeOnServer, newPlace, removePlace } from './realServer';
import { startCuttable } from './wire';

describeOnServer('a Postgres that goes away and comes back', () => {
	const direct = newPlace();
	let way: Awaited<ReturnType<typeof startCuttable>>;
	let store: Store;
	beforeAll(async () => {
		way = await startCuttable(direct);
		store = await openStore({ ...direct, port: way.port }, { clock: heldClock(), ids: countingIds() });
		await store.portfolios.save(settings());
	});
	afterAll(async () => {
		await store.close();
		await way.cut();
		await removePlace(direct);
	});

	const afterAWhile = async () => {
		await pause(500);
		await way.mend();
	};

	it('for a moment: reads, writes and transactions wait for it', async () => {
		await way.cut();
		const asked = Promise.all([
			store.portfolios.get('main'),
			store.events.record(newEvent()),
			store.leads.create(newLead()),
			store.transaction(async (tx) => await tx.leads.count('main')),
		]);
		await afterAWhile();
		expect(await asked).toMatchObject([{ revision: 1 }, true, { portfolio: 'main' }, expect.any(Number)]);
	}, 15_000);

	it('for longer: every call says so, and the store works again afterwards without being opened anew', async () => {
		await way.cut();
		const failing = [
			store.portfolios.get('main'),
			store.events.record(newEvent({ key: 'later' })),
			store.transaction(async (tx) => await tx.leads.count('main')),
		];
		for (const outcome of await Promise.allSettled(failing)) {
			expect(outcome).toMatchObject({
				status: 'rejected',
				reason: { code: 'store_unavailable', message: expect.stringMatching(/does not answer \(.+\)\. Check that Postgres runs/) },
			});
		}
		await way.mend();
		expect(await store.events.record(newEvent({ key: 'later' }))).toBe(true);
	}, 30_000);

	it('in the middle of a transaction: nothing of it is kept', async () => {
		const before = await store.leads.count('main');
		const losing = store.transaction(async (tx) => {
			await tx.leads.create(newLead());
			await way.cut();
			await tx.leads.create(newLead());
		});
		await expect(losing).rejects.toMatchObject({ code: 'store_unavailable' });
		await way.mend();
		expect(await store.leads.count('main')).toBe(before);
	}, 15_000);
});
