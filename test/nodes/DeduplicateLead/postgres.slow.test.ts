/** What matching, merging and undoing do on SQLite, they do on a real Postgres. */
import { randomBytes } from 'node:crypto';

import { mergeByHand, undoByHand } from '../../../office/matching/mergeByHand';
import { resolveReview } from '../../../office/matching/resolve';
import { makeIds } from '../../../store/ids';
import { openStore } from '../../../store/openStore';
import type { Store } from '../../../store/port';
import { SETTINGS } from '../../leasing/inquiry/exampleSettings';
import { describeOnServer, newPlace, onServer, removePlace } from '../../store/postgres/realServer';
import { call, come, contact, NOON } from './support';

describeOnServer('on a real Postgres', () => {
	const place = newPlace();
	let store: Store;
	beforeAll(async () => {
		const clock = { now: () => Date.now() };
		store = await openStore(place, { clock, ids: makeIds(clock, randomBytes) });
		await store.portfolios.save(SETTINGS);
	});
	afterAll(async () => {
		await store.close();
		await removePlace(place);
	});

	/** Every row of every table; what a merge adds is its own record, what it tells, and what it answers. */
	async function everyRow(): Promise<Record<string, unknown>> {
		const tables = await onServer<{ name: string }>('SELECT tablename AS name FROM pg_catalog.pg_tables WHERE schemaname = $1', [
			place.schema,
		]);
		const rows: Record<string, unknown> = {};
		for (const { name } of tables) {
			if (name === 'lead_merges' || name === 'match_reviews' || name.startsWith('search_')) continue;
			rows[name] = await onServer(
				`SELECT * FROM "${place.schema}".${name} t ${name === 'timeline' ? "WHERE kind <> 'merge'" : ''} ORDER BY t::text`,
			);
		}
		return rows;
	}

	it('knows renters, keeps couples apart, asks once, merges and gives back exactly what was', async () => {
		const kate = (await come(store, contact({ name: 'Kate Mills', phones: ['(512) 555-0131'] }))).lead?.id ?? '';
		const lou =
			(await come(store, contact({ name: 'Lou Mills', phones: ['(512) 555-0131'], emails: ['lou@example.com'] }))).lead?.id ?? '';
		expect(await store.households.others(kate)).toEqual([lou]);
		expect((await come(store, call('(512) 555-0131'))).match).toMatchObject({ decision: 'known', leadId: kate });

		const doubtful = await come(store, contact({ name: 'Lou Mills', emails: ['m.l.77@example.org'] }));
		expect(doubtful.match).toMatchObject({ decision: 'review', candidates: [lou] });
		const [review] = await store.reviews.list({ portfolio: 'main', state: 'open', limit: 9 });
		const resolution = { answer: 'merged', by: 'Dana', note: null, settings: SETTINGS, at: NOON, officeOpensAt: null } as const;
		expect((await store.transaction(async (tx) => await resolveReview(tx, review?.id ?? '', resolution)))?.leads).toMatchObject([
			{ id: lou },
		]);

		const rosa = (await come(store, contact({ name: 'Rosa Jimenez', emails: ['rosa@example.com'] }))).lead;
		const gabi = (await come(store, contact({ name: 'Gabi Torres', phones: ['(512) 555-0139'] }))).lead;
		if (!rosa || !gabi) throw new Error('Both are new.');
		const before = await everyRow();
		const hand = { by: 'Dana', note: null, at: Date.now() };
		const { merge } = await store.transaction(async (tx) => await mergeByHand(tx, rosa, gabi, hand));
		expect((await store.leads.get(gabi.id))?.id).toBe(rosa.id);
		expect(await everyRow()).not.toEqual(before);
		await store.transaction(async (tx) => await undoByHand(tx, merge.id, hand));
		expect(await everyRow()).toEqual(before);
	});
});
