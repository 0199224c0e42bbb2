import { makeFamilies } from '../../../store/families';
import { migrate } from '../../../store/migrate';
import type { StoreFamilies } from '../../../store/port';
import type { Database, Param, Sql } from '../../../store/sql/executor';
import { IN_MEMORY, openSqlite } from '../../../store/sqlite/driver';
import { heldClock } from '../../helpers/clock';
import { countingIds } from '../../helpers/ids';
import { LINE, newCall, newInquiry, newLead, newTask, newText, NOON, RENTER, settings } from '../contract/builders';

type Statement = { text: string; params: readonly Param[] };

/** Passes everything on and notes the statements. */
function listen(sql: Sql, heard: Statement[]): Sql {
	const note = (text: string, params: readonly Param[] = []) => heard.push({ text, params });
	return {
		dialect: sql.dialect,
		all: async (text, params) => (note(text, params), await sql.all(text, params)),
		get: async (text, params) => (note(text, params), await sql.get(text, params)),
		run: async (text, params) => (note(text, params), await sql.run(text, params)),
		script: async (text) => await sql.script(text),
		atomically: async (work) => await sql.atomically(async (step) => await work(listen(step, heard))),
	};
}

describe('query plans on SQLite', () => {
	const heard: Statement[] = [];
	let database: Database;
	let store: StoreFamilies;
	let leadId = '';
	let callId = '';

	beforeAll(async () => {
		database = await openSqlite({ file: IN_MEMORY });
		await migrate(database, { clock: heldClock(), location: 'memory' });
		store = makeFamilies(listen(database.sql, heard), { clock: heldClock(), ids: countingIds() });
		await store.portfolios.save(settings());
		leadId = (await store.leads.create(newLead())).id;
		callId = (await store.calls.open(newCall())).call.id;
	});
	afterAll(async () => await database.close());

	const plansOf = async (ask: () => Promise<unknown>) => {
		heard.length = 0;
		await ask();
		const plans: string[] = [];
		for (const { text, params } of [...heard]) {
			const rows = await database.sql.all<{ detail: string }>(`EXPLAIN QUERY PLAN ${text}`, params);
			plans.push(...rows.map(({ detail }) => detail));
		}
		return plans;
	};

	it.each<[string, () => Promise<unknown>]>([
		['portfolios.findLine', () => store.portfolios.findLine(LINE)],
		['leads.findByIdentities', () => store.leads.findByIdentities('main', [{ kind: 'phone', value: RENTER }, { kind: 'email', value: 'a@example.com' }])],
		['leads.addIdentity', () => store.leads.addIdentity('main', leadId, { kind: 'phone', value: RENTER })],
		['leads.create', () => store.leads.create(newLead())],
		['leads.update', () => store.leads.update(leadId, { status: 'contacted' })],
		['calls.setLead', () => store.calls.setLead(callId, leadId)],
		['leads.identities', () => store.leads.identities(leadId)],
		['leads.search without text', () => store.leads.search({ portfolio: 'main', limit: 10 })],
		['calls.open', () => store.calls.open(newCall())],
		['calls.addSignal', () => store.calls.addSignal(callId, 'k', { kind: 'incoming' }, NOON)],
		['calls.signals', () => store.calls.signals(callId)],
		['calls.listUndecided', () => store.calls.listUndecided('w1:n1', { open: NOON, unclear: NOON + 1 }, 10)],
		['calls.listByLead', () => store.calls.listByLead(leadId)],
		['hookups.get', () => store.hookups.get('twilio', LINE, 'live')],
		['hookups.listByConsumer', () => store.hookups.listByConsumer('w1:n1')],
		['events.claim', () => store.events.claim('w1:n1', 'p1', 5, NOON, NOON + 1)],
		['events.nextDue', () => store.events.nextDue('w1:n1')],
		['events.heartbeat', () => store.events.heartbeat(['a', 'b'], 'p1', NOON)],
		['events.countByState', () => store.events.countByState('w1:n1')],
		['inquiries.record', () => store.inquiries.record(newInquiry())],
		['inquiries.listByLead', () => store.inquiries.listByLead(leadId)],
		['inquiries.touches', () => store.inquiries.touches(leadId)],
		['texts.plan', () => store.texts.plan(newText())],
		['texts.claim', () => store.texts.claim('text', 'p1', NOON, NOON + 1)],
		['texts.byProviderId', () => store.texts.byProviderId('SM1')],
		['texts.applyDelivery', () => store.texts.applyDelivery({ providerId: 'SM1' }, { providerId: 'SM1', providerStatus: 'sent', state: 'sent', errorCode: null, errorMessage: null }, NOON)],
		['texts.markSent', () => store.texts.markSent('text', 'p1', 'SM1', 'sent', NOON)],
		['texts.latest', () => store.texts.latest('main', RENTER, LINE, NOON)],
		['texts.listDue', () => store.texts.listDue(NOON, 10)],
		['texts.listByLead', () => store.texts.listByLead(leadId)],
		['tasks.list', () => store.tasks.list({ portfolio: 'main', limit: 10 })],
		['tasks.list of a lead', () => store.tasks.list({ portfolio: 'main', leadId, limit: 10 })],
		['tasks.open', () => store.tasks.open(newTask())],
		['tasks.list of a call', () => store.tasks.list({ portfolio: 'main', callId, limit: 10 })],
		['timeline.add', () => store.timeline.add({ portfolio: 'main', leadId, callId, at: NOON, kind: 'call', sentence: 'x', reasons: [] })],
		['optOuts.current', () => store.optOuts.current('main', RENTER)],
		['phoneFacts.get', () => store.phoneFacts.get(RENTER)],
		['work.claim', () => store.work.claim(['sweep', 'write_back'], 'p1', 5, NOON, NOON + 1)],
		['timeline.ofLead', () => store.timeline.ofLead(leadId)],
		['timeline.ofCall', () => store.timeline.ofCall(callId)],
	])('%s reads through an index only', async (_, ask) => {
		const plans = await plansOf(ask);
		expect(heard.length).toBeGreaterThan(0);
		expect(plans.filter((detail) => detail.startsWith('SCAN'))).toEqual([]);
	});

	it.each<[string, () => Promise<unknown>]>([
		['events.claim', () => store.events.claim('w1:n1', 'p1', 5, NOON, NOON + 1)],
		['texts.listDue', () => store.texts.listDue(NOON, 10)],
		['calls.listUndecided', () => store.calls.listUndecided('w1:n1', { open: NOON, unclear: NOON + 1 }, 10)],
		['tasks.list, open', () => store.tasks.list({ portfolio: 'main', state: 'open', limit: 10 })],
		['leads.search without text', () => store.leads.search({ portfolio: 'main', limit: 10 })],
	])('%s needs no sorting, so that a long backlog costs no more than a short one', async (_, ask) => {
		expect((await plansOf(ask)).filter((detail) => detail.includes('TEMP B-TREE'))).toEqual([]);
	});
});
