import { DatabaseSync } from 'node:sqlite';

import type { SqliteLocation } from '../../../store/location';
import { moveStoreCommand, USAGE } from '../../../tools/moveStore/command';
import { moveInto } from '../../../tools/moveStore/moveStore';
import { openStore, storeOn } from '../../../store/openStore';
import type { Store } from '../../../store/port';
import type { Database } from '../../../store/sql/executor';
import { heldClock } from '../../helpers/clock';
import { countingIds } from '../../helpers/ids';
import { tempFolder } from '../../helpers/tempFolder';
import {
	LINE,
	newCall,
	newEvent,
	newInquiry,
	newLead,
	newReceivedText,
	newTask,
	newText,
	newWork,
	NOON,
	OTHER_RENTER,
	RENTER,
	settings,
} from '../../store/contract/builders';
import { newPerson } from '../../store/contract/directory';
import { startPglite, type InProcess } from '../../store/postgres/pglite';
import { describeOnServer, newPlace, onServer, removePlace } from '../../store/postgres/realServer';

const clock = heldClock(NOON);
const folder = tempFolder();
let count = 0;

/** A file with something in every table, and more leads than are moved at a time. */
async function filledStore(): Promise<SqliteLocation> {
	const from: SqliteLocation = { backend: 'sqlite', file: folder.file(`${(count += 1)}.sqlite`) };
	const store = await openStore(from, { clock, ids: countingIds() });
	await store.portfolios.save(settings());
	await store.hookups.save({
		provider: 'twilio',
		phone: RENTER,
		channel: 'voice',
		purpose: 'live',
		providerNumberId: 'PN1',
		consumer: 'w1:n1',
		previous: {},
		ours: {},
		textStatusUrl: null,
		installedAt: NOON,
	});
	const lead = await store.leads.create(newLead({ fullName: 'Zoë Łukasz 李 \u{1F3E0}', lastName: 'null\0byte' }));
	await store.transaction(async (tx) => {
		for (let more = 0; more < 448; more += 1) await tx.leads.create(newLead({ phone: null, email: null }));
	});
	await store.leads.addIdentity('main', lead.id, { kind: 'phone', value: RENTER });
	const { inquiry } = await store.inquiries.record(newInquiry());
	await store.inquiries.setLead(inquiry.id, lead.id);
	await store.inquiries.addTouch({
		portfolio: 'main',
		leadId: lead.id,
		inquiryId: inquiry.id,
		channel: 'call',
		source: 'phone',
		campaign: null,
		at: NOON,
	});
	const { call } = await store.calls.open(newCall());
	await store.calls.addSignal(call.id, 'k', { kind: 'incoming' }, NOON);
	await store.calls.setLead(call.id, lead.id);
	await store.events.record(newEvent());
	await store.events.claim('w1:n1', 'p1', 1, NOON, NOON + 1);
	await store.texts.plan(newText({ leadId: lead.id, callId: call.id, dueAt: NOON + 0.25 }));
	await store.tasks.open(newTask({ leadId: lead.id, callId: call.id }));
	await store.optOuts.record({ portfolio: 'main', phone: OTHER_RENTER, action: 'out', via: 'reply', evidence: 'STOP', at: NOON });
	await store.textHolds.place({ portfolio: 'main', phone: RENTER, via: 'reply_unclear', evidence: 'no thanks', heldAt: NOON });
	await store.texts.receive(newReceivedText({ leadId: lead.id, inquiryId: inquiry.id, receivedAt: NOON + 5 }));
	await store.phoneFacts.save({ phone: RENTER, lineType: 'mobile', textable: true, via: 'lookup', learnedAt: NOON });
	await store.work.add(newWork());
	await store.timeline.add({
		portfolio: 'main',
		leadId: lead.id,
		callId: call.id,
		at: NOON,
		kind: 'call',
		sentence: 'They called.',
		reasons: [],
		data: { a: [1] },
	});
	const directory = { portfolio: 'main', provider: 'buildium' };
	await store.directory.savePeople(directory, [newPerson()], NOON);
	await store.directory.savePlaces(
		directory,
		[{ kind: 'property', providerId: '1', propertyId: '1', name: 'Cedar Grove', active: true, details: {} }],
		NOON,
	);
	await store.cursors.move({ portfolio: 'main', scope: 'buildium', name: 'residents' }, { offset: 1 }, 0);
	await store.writeBacks.plan({ ...directory, key: 'call:CA1' }, lead.id, []);
	await store.heardChanges.note('w1:n1', 'Task:1', NOON);
	const record = await store.matching.add({
		portfolio: 'main',
		inquiryId: inquiry.id,
		leadId: lead.id,
		record: { a: 1 },
		at: NOON,
		keys: ['phone:1'],
	});
	const other = await store.matching.add({ portfolio: 'main', inquiryId: null, leadId: null, record: { a: 2 }, at: NOON, keys: [] });
	await store.reviews.open({ portfolio: 'main', recordIds: [record.id, other.id], score: -1.5, reasons: [] });
	const [mate, twin] = [await store.leads.create(newLead()), await store.leads.create(newLead())];
	await store.households.join([lead.id, mate.id], 'Dana', NOON);
	// Into a lead that stands further down in the table.
	await store.merges.merge({ keptId: twin.id, mergedId: mate.id, change: {}, closeTaskIds: [], by: 'Dana', reasons: [], at: NOON });
	await store.close();
	return from;
}

/** One renter's whole story, as people see it. */
async function story(store: Store) {
	const [hit] = await store.leads.findByIdentities('main', [{ kind: 'phone', value: RENTER }]);
	const id = hit?.leadId ?? '';
	return {
		lead: await store.leads.get(id),
		leads: await store.leads.count('main'),
		calls: await store.calls.listByLead(id),
		inquiries: await store.inquiries.listByLead(id),
		tasks: await store.tasks.list({ portfolio: 'main', limit: 9 }),
		texts: (await store.texts.listByLead(id)).map(({ at, dueAt, ...text }) => ({
			...text,
			at: Math.round(at),
			dueAt: Math.round(dueAt),
		})),
		timeline: await store.timeline.ofLead(id),
		conversation: (await store.texts.conversation({ portfolio: 'main', phone: RENTER, line: LINE, limit: 9 })).map(({ body }) => body),
		hold: await store.textHolds.current('main', RENTER),
		cursor: await store.cursors.get({ portfolio: 'main', scope: 'buildium', name: 'residents' }),
		identity: store.identity,
		optOut: await store.optOuts.current('main', OTHER_RENTER),
		fact: await store.phoneFacts.get(RENTER),
		events: await store.events.countByState('w1:n1'),
		work: await store.work.list({ limit: 9 }),
		portfolios: await store.portfolios.list(),
	};
}

const read = async (store: Store) => {
	const told = await story(store);
	await store.close();
	return told;
};

afterAll(() => folder.remove());

describe('moving a store to Postgres', () => {
	let postgres: InProcess;
	let target: () => Promise<Database>;
	const move = async (from: SqliteLocation) => await moveInto(from, await target(), { clock, name: 'the new place' });
	beforeAll(async () => {
		postgres = await startPglite();
	}, 60_000);
	beforeEach(() => {
		const schema = `moved_${(count += 1)}`;
		target = async () => await postgres.open(schema);
	});
	afterAll(async () => await postgres.close());

	it('takes everything along', async () => {
		const from = await filledStore();
		const moved = await move(from);
		expect(moved.filter(({ rows }) => rows === 0)).toEqual([]);
		expect(moved.find(({ name }) => name === 'leads')).toEqual({
			name: 'leads',
			rows: 451,
			hash: expect.stringMatching(/^[0-9a-f]{64}$/),
		});

		const before = await read(await openStore(from, { clock, ids: countingIds() }));
		const there = await storeOn(await target(), { backend: 'postgres', location: 'there' }, { clock, ids: countingIds() });
		expect((await there.leads.search({ portfolio: 'main', text: 'null', limit: 1 })).map(({ id }) => id)).toEqual([before.lead?.id]);
		const after = await read(there);
		expect(before.lead?.lastName).toBe('null\0byte');
		// The one character that Postgres cannot hold.
		expect(after).toEqual({ ...before, lead: { ...before.lead, lastName: 'null\uFFFDbyte' } });
	});

	it('has the same fingerprint for the same rows, and another for others', async () => {
		const from = await filledStore();
		const first = await move(from);
		target = async () => await postgres.open(`moved_again_${count}`);
		expect(await move(from)).toEqual(first);

		const db = new DatabaseSync(from.file);
		db.exec("UPDATE leads SET source = 'form' WHERE rowid = 3");
		db.close();
		target = async () => await postgres.open(`moved_changed_${count}`);
		const changed = await move(from);
		expect(changed.filter(({ hash }, index) => hash !== first[index]?.hash).map(({ name }) => name)).toEqual(['leads']);
	});

	it('refuses a place that is not empty, and leaves it alone', async () => {
		await move(await filledStore());
		await expect(move(await filledStore())).rejects.toThrow(
			/the new place is not empty: there are rows in \w+\. .*give another schema/,
		);
		const store = await storeOn(await target(), { backend: 'postgres', location: 'there' }, { clock, ids: countingIds() });
		// One of them is merged into another.
		expect(await store.leads.count('main')).toBe(450);
		await store.close();
	});

	it('keeps nothing when something differs afterwards', async () => {
		const from = await filledStore();
		const database = await target();
		await (await storeOn(await target(), { backend: 'postgres', location: 'there' }, { clock, ids: countingIds() })).close();
		await database.sql.script(`
			CREATE FUNCTION meddle() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN NEW.evidence := NEW.evidence || ''!''; RETURN NEW; END';
			CREATE TRIGGER meddle BEFORE INSERT ON opt_outs FOR EACH ROW EXECUTE FUNCTION meddle();`);
		await expect(move(from)).rejects.toThrow('The table opt_outs is not the same after the move (1 rows before, 1 after)');
		expect(await database.sql.get('SELECT COUNT(*) AS count FROM leads')).toEqual({ count: 0 });
		await database.close();
	});

	it('lets nobody write to the old store meanwhile, and gives it free again', async () => {
		const from = await filledStore();
		const write = () => {
			const db = new DatabaseSync(from.file, { timeout: 0 });
			try {
				db.exec("UPDATE leads SET source = 'form'");
			} finally {
				db.close();
			}
		};
		const database = await target();
		let meanwhile: unknown;
		const watched: Database = {
			...database,
			transaction: async (work) => {
				try {
					write();
				} catch (error) {
					meanwhile = error;
				}
				return await database.transaction(work);
			},
		};
		target = async () => watched;
		await move(from);
		expect(meanwhile).toMatchObject({ message: 'database is locked' });
		expect(write).not.toThrow();
	});

	it('does not make a store where there is none', async () => {
		const file = folder.file('none.sqlite');
		await expect(move({ backend: 'sqlite', file })).rejects.toThrow(`There is no file ${file}`);
		await expect(move({ backend: 'sqlite', file })).rejects.toThrow(`There is no file ${file}`);
	});
});

describe('the command move-store', () => {
	const run = async (args: string[], env: Record<string, string> = {}) => {
		let printed = '';
		const code = await moveStoreCommand(args, { clock, env, print: (text) => (printed += text) });
		return { code, printed };
	};

	it.each<[what: string, args: string[], expected: string]>([
		['nothing', [], USAGE],
		['no target', ['--from', 'a.sqlite'], USAGE],
		['a typing mistake', ['--form', 'a.sqlite'], "Unknown option '--form'"],
		['a target that is no address', ['--from', 'a.sqlite', '--to', 'db'], 'This is no Postgres address'],
		['another kind of address', ['--from', 'a.sqlite', '--to', 'mysql://u@h/d'], 'begins with postgres://'],
		['an address without a database', ['--from', 'a.sqlite', '--to', 'postgres://u@h'], 'needs a user, a host and a database'],
		['an unknown sslmode', ['--from', 'a.sqlite', '--to', 'postgres://u@h/d?sslmode=maybe'], 'sslmode=maybe is unknown'],
		['nobody there', ['--from', 'a.sqlite', '--to', 'postgres://u@127.0.0.1:1/d'], 'does not answer'],
	])(
		'given %s, says what to do',
		async (_, args, expected) => {
			const { code, printed } = await run(args);
			expect(code).not.toBe(0);
			expect(printed).toContain(expected);
		},
		15_000,
	);

	describeOnServer('on a real Postgres', () => {
		const place = newPlace();
		afterAll(async () => await removePlace(place));

		it('moves, and says what it moved', async () => {
			const from = await filledStore();
			const { user, host, port, database, schema, password } = place;
			const { code, printed } = await run(
				['--from', from.file, '--to', `postgres://${user}@${host}:${port}/${database}?schema=${schema}`],
				{ PGPASSWORD: password },
			);
			expect(printed).toMatch(/^leads +451 rows {2}[0-9a-f]{16} {2}same$/m);
			expect(printed).toMatch(/Moved \d+ rows\. .* Now choose Postgres in the Leasing Store credential/);
			expect(code).toBe(0);
			expect(await onServer(`SELECT COUNT(*)::int AS count FROM ${schema}.leads`)).toEqual([{ count: 451 }]);
		});
	});
});
