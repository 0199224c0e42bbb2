import { makeFamilies } from '../../store/families';
import type { StoreFamilies } from '../../store/port';
import type { Database, Param, Sql } from '../../store/sql/executor';
import { makeCrowdedKeys } from '../../store/statements/crowdedKeys';
import { heldClock } from '../helpers/clock';
import { countingIds } from '../helpers/ids';
import {
	LINE,
	newCall,
	newInquiry,
	newLead,
	newReceivedText,
	newTask,
	newText,
	newWork,
	NOON,
	RENTER,
	settings,
} from './contract/builders';

export interface Statement {
	text: string;
	params: readonly Param[];
}

/** A store that lets the statements it sends be seen. */
export interface Overheard {
	store: StoreFamilies;
	leadId: string;
	callId: string;
	/** What `ask` sends to the database. */
	statementsOf(ask: (overheard: Overheard) => Promise<unknown>): Promise<Statement[]>;
}

/** The look-ups that must cost the same however much the store holds. */
export const HOT_LOOK_UPS: [name: string, ask: (overheard: Overheard) => Promise<unknown>][] = [
	['portfolios.findLine', ({ store }) => store.portfolios.findLine(LINE)],
	['leads.getMany', ({ store, leadId }) => store.leads.getMany([leadId, 'lead2', 'lead3'])],
	[
		'leads.findByIdentities, many',
		({ store }) =>
			store.leads.findByIdentities(
				'main',
				Array.from({ length: 100 }, (_, index) => ({ kind: index % 2 === 0 ? 'phone' : 'email', value: `${index}` })),
			),
	],
	[
		'leads.findByIdentities',
		({ store }) =>
			store.leads.findByIdentities('main', [
				{ kind: 'phone', value: RENTER },
				{ kind: 'email', value: 'a@example.com' },
			]),
	],
	['leads.addIdentity', ({ store, leadId }) => store.leads.addIdentity('main', leadId, { kind: 'phone', value: RENTER })],
	['leads.create', ({ store }) => store.leads.create(newLead())],
	['leads.update', ({ store, leadId }) => store.leads.update(leadId, { status: 'contacted' })],
	['calls.setLead', ({ store, leadId, callId }) => store.calls.setLead(callId, leadId)],
	['leads.identities', ({ store, leadId }) => store.leads.identities(leadId)],
	['leads.search without text', ({ store }) => store.leads.search({ portfolio: 'main', limit: 10 })],
	['calls.open', ({ store }) => store.calls.open(newCall())],
	['calls.addSignal', ({ store, callId }) => store.calls.addSignal(callId, 'k', { kind: 'incoming' }, NOON)],
	['calls.signals', ({ store, callId }) => store.calls.signals(callId)],
	['calls.listUndecided', ({ store }) => store.calls.listUndecided('w1:n1', { open: NOON, unclear: NOON + 1 }, 10)],
	['calls.listByLead', ({ store, leadId }) => store.calls.listByLead(leadId)],
	['hookups.get', ({ store }) => store.hookups.get({ provider: 'twilio', phone: LINE, channel: 'text', purpose: 'live' })],
	['hookups.serving', ({ store }) => store.hookups.serving(LINE, 'text', 'live')],
	['hookups.listByConsumer', ({ store }) => store.hookups.listByConsumer('w1:n1')],
	['events.claim', ({ store }) => store.events.claim('w1:n1', 'p1', 5, NOON, NOON + 1)],
	['events.nextDue', ({ store }) => store.events.nextDue('w1:n1')],
	['events.heartbeat', ({ store }) => store.events.heartbeat(['a', 'b'], 'p1', NOON)],
	['events.countByState', ({ store }) => store.events.countByState('w1:n1')],
	['inquiries.record', ({ store }) => store.inquiries.record(newInquiry())],
	[
		'inquiries.find',
		({ store }) =>
			store.inquiries.find(
				'main',
				Array.from({ length: 30 }, (_, index) => ({ provider: 'csv', providerId: `row ${index}`, fingerprint: 'ann' })),
			),
	],
	[
		'inquiries.sharedIds',
		({ store }) =>
			store.inquiries.sharedIds(
				'main',
				Array.from({ length: 30 }, (_, index) => ({ provider: 'csv', providerId: `row ${index}`, fingerprint: 'ann' })),
			),
	],
	['inquiries.listByLead', ({ store, leadId }) => store.inquiries.listByLead(leadId)],
	['inquiries.touches', ({ store, leadId }) => store.inquiries.touches(leadId)],
	['texts.plan', ({ store }) => store.texts.plan(newText())],
	['texts.claim', ({ store }) => store.texts.claim('text', 'p1', NOON, NOON + 1)],
	['texts.byProviderId', ({ store }) => store.texts.byProviderId('twilio', 'SM1')],
	[
		'texts.applyDelivery',
		({ store }) =>
			store.texts.applyDelivery(
				{ providerId: 'SM1' },
				{ provider: 'twilio', providerId: 'SM1', providerStatus: 'sent', state: 'sent', errorCode: null, errorMessage: null },
				NOON,
			),
	],
	[
		'texts.markSent',
		({ store }) => store.texts.markSent('text', 'p1', { provider: 'twilio', providerId: 'SM1', providerStatus: 'sent' }, NOON),
	],
	['texts.latest', ({ store }) => store.texts.latest('main', RENTER, LINE, NOON)],
	['texts.receive', ({ store }) => store.texts.receive(newReceivedText())],
	['texts.conversation', ({ store }) => store.texts.conversation({ portfolio: 'main', phone: RENTER, limit: 20 })],
	[
		'texts.conversation of a line, further back',
		({ store }) =>
			store.texts.conversation({ portfolio: 'main', phone: RENTER, line: LINE, before: { at: NOON, id: 'text' }, limit: 20 }),
	],
	['texts.hasWritten', ({ store }) => store.texts.hasWritten('main', RENTER)],
	['texts.countToStrangers', ({ store }) => store.texts.countToStrangers('main', NOON, LINE)],
	['calls.hasCalled', ({ store }) => store.calls.hasCalled('main', RENTER)],
	['texts.listDue', ({ store }) => store.texts.listDue(NOON, 10)],
	['texts.listByLead', ({ store, leadId }) => store.texts.listByLead(leadId)],
	['tasks.list', ({ store }) => store.tasks.list({ portfolio: 'main', limit: 10 })],
	['tasks.list of a lead', ({ store, leadId }) => store.tasks.list({ portfolio: 'main', leadId, limit: 10 })],
	['tasks.open', ({ store }) => store.tasks.open(newTask())],
	['tasks.list of a call', ({ store, callId }) => store.tasks.list({ portfolio: 'main', callId, limit: 10 })],
	[
		'timeline.add',
		({ store, leadId, callId }) =>
			store.timeline.add({ portfolio: 'main', leadId, callId, at: NOON, kind: 'call', sentence: 'x', reasons: [] }),
	],
	[
		'optOuts.record',
		({ store }) => store.optOuts.record({ portfolio: 'main', phone: RENTER, action: 'out', via: 'staff', evidence: '', at: NOON }),
	],
	['textHolds.current', ({ store }) => store.textHolds.current('main', RENTER)],
	['optOuts.current', ({ store }) => store.optOuts.current('main', RENTER)],
	['phoneFacts.get', ({ store }) => store.phoneFacts.get(RENTER)],
	['work.put', ({ store }) => store.work.put(newWork(), 'replace', NOON)],
	['work.put, again', ({ store }) => store.work.put(newWork(), 'replace', NOON)],
	['work.finish', ({ store }) => store.work.finish('work', 'p1', NOON)],
	['work.claim', ({ store }) => store.work.claim(['sweep', 'write_back'], 'p1', 5, NOON, NOON + 1)],
	['cursors.get', ({ store }) => store.cursors.get({ portfolio: 'main', scope: 'buildium', name: 'residents' })],
	['cursors.move', ({ store }) => store.cursors.move({ portfolio: 'main', scope: 'buildium', name: 'residents' }, 5, 1)],
	['directory.byPhone', ({ store }) => store.directory.byPhone('main', RENTER, 10)],
	['directory.byEmail', ({ store }) => store.directory.byEmail('main', 'a@example.com', 10)],
	['directory.person', ({ store }) => store.directory.person({ portfolio: 'main', provider: 'buildium' }, 'resident', '1')],
	['directory.place', ({ store }) => store.directory.place({ portfolio: 'main', provider: 'buildium' }, 'property', '1')],
	['directory.placeNamed', ({ store }) => store.directory.placeNamed({ portfolio: 'main', provider: 'buildium' }, 'property', 'cedar')],
	['directory.listPlaces', ({ store }) => store.directory.listPlaces('main', 'property')],
	['directory.placesVersion', ({ store }) => store.directory.placesVersion('main', 'property')],
	[
		'directory.havingUnit',
		({ store }) => store.directory.havingUnit({ portfolio: 'main', provider: 'buildium' }, ['1', '2'], ['4b', 'apt-4b']),
	],
	['writeBacks.ofRecord', ({ store }) => store.writeBacks.ofRecord('buildium', 'phone_log', '1', 5)],
	['writeBacks.isUnderWay', ({ store }) => store.writeBacks.isUnderWay('buildium', NOON)],
	['writeBacks.latestOfLead', ({ store, leadId }) => store.writeBacks.latestOfLead('main', 'buildium', leadId, 'contact_request')],
	[
		'matching.findByKeys',
		({ store }) =>
			store.matching.findByKeys(
				'main',
				['phone:+1', 'name:a|b', 'sound:a|b'].map((key) => ({ key, most: 30 })),
			),
	],
	['matching.hasRecords', ({ store, leadId }) => store.matching.hasRecords(leadId)],
	['matching.get', ({ store }) => store.matching.get(['record1', 'record2'])],
	['matching.ofLead', ({ store, leadId }) => store.matching.ofLead(leadId)],
	['matching.ofInquiry', ({ store }) => store.matching.ofInquiry('i20')],
	[
		'matching.add',
		({ store, leadId }) => store.matching.add({ portfolio: 'main', inquiryId: null, leadId, record: {}, at: NOON, keys: ['phone:+2'] }),
	],
	['reviews.about', ({ store }) => store.reviews.about(['record1', 'record2'])],
	['reviews.list, open', ({ store }) => store.reviews.list({ portfolio: 'main', state: 'open', limit: 10 })],
	['merges.ofLead', ({ store, leadId }) => store.merges.ofLead(leadId)],
	['households.others', ({ store, leadId }) => store.households.others(leadId)],
	['timeline.ofKind', ({ store }) => store.timeline.ofKind({ portfolio: 'main', kind: 'text', from: NOON, limit: 20 })],
	['inquiries.touchesBetween', ({ store }) => store.inquiries.touchesBetween({ portfolio: 'main', from: NOON, to: NOON + 1, limit: 20 })],
	['leads.list', ({ store }) => store.leads.list({ portfolio: 'main', dueBy: NOON, limit: 20 })],
	['leads.list of an owner', ({ store }) => store.leads.list({ portfolio: 'main', owner: 'Dana', statuses: ['new'], limit: 20 })],
	['timeline.ofInquiry', ({ store }) => store.timeline.ofInquiry('i20')],
	['timeline.ofLead', ({ store, leadId }) => store.timeline.ofLead(leadId)],
	['timeline.ofCall', ({ store, callId }) => store.timeline.ofCall(callId)],
];

/** Makes a portfolio, a lead and a call in an empty, migrated database. */
export async function overhear(database: Database): Promise<Overheard> {
	const heard: Statement[] = [];
	const store = makeFamilies(listen(database.sql, heard), {
		clock: heldClock(),
		ids: countingIds(),
		crowdedKeys: makeCrowdedKeys(),
		breathe: async () => await Promise.resolve(),
	});
	await store.portfolios.save(settings());
	const overheard: Overheard = {
		store,
		leadId: (await store.leads.create(newLead())).id,
		callId: (await store.calls.open(newCall())).call.id,
		async statementsOf(ask) {
			heard.length = 0;
			await ask(overheard);
			return [...heard];
		},
	};
	return overheard;
}

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
		oneWrite: async (work) => await sql.oneWrite(async (step) => await work(listen(step, heard))),
	};
}
