import { migrate } from '../../../store/migrate';
import type { Database } from '../../../store/sql/executor';
import { heldClock } from '../../helpers/clock';
import { NOON } from '../contract/builders';
import { HOT_LOOK_UPS, overhear, type Overheard } from '../hotLookUps';
import { fill } from './fill';
import { startPglite, type InProcess } from './pglite';

describe('query plans on Postgres, with thousands of rows in every table', () => {
	let postgres: InProcess;
	let database: Database;
	let overheard: Overheard;

	beforeAll(async () => {
		postgres = await startPglite();
		database = await postgres.open('plans');
		await migrate(database, { clock: heldClock(), location: 'PGlite' });
		overheard = await overhear(database);
		await fill(database.sql);
	}, 60_000);
	afterAll(async () => {
		await database.close();
		await postgres.close();
	});

	const planOf = async (ask: Parameters<Overheard['statementsOf']>[0]) => {
		const statements = await overheard.statementsOf(ask);
		expect(statements.length).toBeGreaterThan(0);
		const lines: string[] = [];
		for (const { text, params } of statements) {
			const rows = await database.sql.all<{ 'QUERY PLAN': string }>(`EXPLAIN ${text}`, params);
			lines.push(...rows.map((row) => row['QUERY PLAN']));
		}
		return lines;
	};

	const sorts = (plan: string[]) => plan.filter((line) => line.includes('Sort'));

	it.each(HOT_LOOK_UPS)('%s reads through an index only', async (_, ask) => {
		expect((await planOf(ask)).filter((line) => line.includes('Seq Scan'))).toEqual([]);
	});

	it.each(['inquiries.find', 'inquiries.sharedIds'])('%s goes by the whole id', async (name) => {
		const [, ask] = HOT_LOOK_UPS.find(([one]) => one === name) ?? [];
		if (ask === undefined) throw new Error('No such look-up.');
		const conditions = (await planOf(ask)).filter((line) => line.includes('Index Cond') && line.includes('provider ='));
		expect(conditions.length).toBeGreaterThan(0);
		for (const line of conditions) expect(line).toContain('provider_id =');
	});

	it('leads.search without text needs no sorting', async () => {
		expect(sorts(await planOf(({ store }) => store.leads.search({ portfolio: 'main', limit: 10 })))).toEqual([]);
	});

	it('events.claim needs no sorting when there is a long backlog', async () => {
		await database.sql.script(
			"UPDATE events SET state = 'waiting', finished_at = NULL, consumer = 'w1:n1' WHERE state = 'done'; ANALYZE events",
		);
		expect(sorts(await planOf(({ store }) => store.events.claim('w1:n1', 'p1', 5, NOON, NOON + 1)))).toEqual([]);
	});

	it('is a test that can fail', async () => {
		expect((await planOf(({ store }) => store.leads.search({ portfolio: 'main', text: 'maria', limit: 10 }))).join('\n')).toContain(
			'Seq Scan',
		);
	});
});
