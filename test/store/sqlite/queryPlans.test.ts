import { migrate } from '../../../store/migrate';
import type { Database } from '../../../store/sql/executor';
import { IN_MEMORY, openSqlite } from '../../../store/sqlite/driver';
import { heldClock } from '../../helpers/clock';
import { LINE, NOON, RENTER } from '../contract/builders';
import { HOT_LOOK_UPS, overhear, type Overheard } from '../hotLookUps';

describe('query plans on SQLite', () => {
	let database: Database;
	let overheard: Overheard;

	beforeAll(async () => {
		database = await openSqlite({ file: IN_MEMORY });
		await migrate(database, { clock: heldClock(), location: 'memory' });
		overheard = await overhear(database);
	});
	afterAll(async () => await database.close());

	const plansOf = async (ask: Parameters<Overheard['statementsOf']>[0]) => {
		const statements = await overheard.statementsOf(ask);
		expect(statements.length).toBeGreaterThan(0);
		const plans: string[] = [];
		for (const { text, params } of statements) {
			const rows = await database.sql.all<{ detail: string }>(`EXPLAIN QUERY PLAN ${text}`, params);
			plans.push(...rows.map(({ detail }) => detail));
		}
		return plans;
	};
	/** The few rows that a statement has picked for itself, and the list that was bound to it, may be gone through. */
	const isTableScan = (detail: string) =>
		detail.startsWith('SCAN') && !/^SCAN (picked|sent|asked VIRTUAL TABLE.*|\d+-ROW VALUES CLAUSE|(\d+ )?CONSTANT ROWS?)$/.test(detail);

	it.each(HOT_LOOK_UPS)('%s reads through an index only', async (_, ask) => {
		expect((await plansOf(ask)).filter(isTableScan)).toEqual([]);
	});

	it.each(['inquiries.find', 'inquiries.sharedIds'])('%s goes by the whole id, and no further than it must', async (name) => {
		const [, ask] = HOT_LOOK_UPS.find(([one]) => one === name) ?? [];
		if (ask === undefined) throw new Error('No such look-up.');
		const ofInquiries = (await plansOf(ask)).filter((detail) => /^SEARCH (one|other) /.test(detail));
		expect(ofInquiries.length).toBeGreaterThan(0);
		for (const detail of ofInquiries) expect(detail).toContain('portfolio=? AND provider=? AND provider_id=?');
		if (name === 'inquiries.find') for (const detail of ofInquiries) expect(detail).toContain('fingerprint=?');
	});

	it.each<[string, string, Parameters<Overheard['statementsOf']>[0]]>([
		[
			'lead',
			'tasks_by_lead',
			({ store, leadId }) => store.tasks.list({ portfolio: 'main', leadId, kind: 'call_back', state: 'open', limit: 1 }),
		],
		['call', 'tasks_by_call', ({ store, callId }) => store.tasks.list({ portfolio: 'main', callId, state: 'open', limit: 1 })],
	])('tasks of a %s are found through it, not among all that are open', async (_, index, ask) => {
		const plans = await plansOf(ask);
		expect(plans.filter((detail) => detail.includes(index))).toHaveLength(1);
		expect(plans.filter((detail) => detail.includes('tasks_open'))).toEqual([]);
	});

	it.each<[string, Parameters<Overheard['statementsOf']>[0]]>([
		['events.claim', ({ store }) => store.events.claim('w1:n1', 'p1', 5, NOON, NOON + 1)],
		['texts.listDue', ({ store }) => store.texts.listDue(NOON, 10)],
		['calls.listUndecided', ({ store }) => store.calls.listUndecided('w1:n1', { open: NOON, unclear: NOON + 1 }, 10)],
		['tasks.list, open', ({ store }) => store.tasks.list({ portfolio: 'main', state: 'open', limit: 10 })],
		['leads.search without text', ({ store }) => store.leads.search({ portfolio: 'main', limit: 10 })],
		['leads.list', ({ store }) => store.leads.list({ portfolio: 'main', dueBy: NOON, limit: 10 })],
		['leads.list of an owner', ({ store }) => store.leads.list({ portfolio: 'main', owner: 'Dana', statuses: ['new'], limit: 10 })],
		['texts.conversation', ({ store }) => store.texts.conversation({ portfolio: 'main', phone: RENTER, limit: 10 })],
		[
			'texts.conversation of a line',
			({ store }) => store.texts.conversation({ portfolio: 'main', phone: RENTER, line: LINE, limit: 10 }),
		],
		['texts.latest', ({ store }) => store.texts.latest('main', RENTER, LINE, NOON)],
		['timeline.ofKind', ({ store }) => store.timeline.ofKind({ portfolio: 'main', kind: 'text', limit: 10 })],
		['inquiries.touchesBetween', ({ store }) => store.inquiries.touchesBetween({ portfolio: 'main', from: 0, to: NOON, limit: 10 })],
	])('%s needs no sorting, so that a long backlog costs no more than a short one', async (_, ask) => {
		expect((await plansOf(ask)).filter((detail) => detail.includes('TEMP B-TREE'))).toEqual([]);
	});
});
