/** A later migration may make a table anew that others point to, on both back ends; this one is made up. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { makeFamilies } from '../../store/families';
import { MIGRATIONS, type Migration } from '../../store/generated/migrations';
import { migrate } from '../../store/migrate';
import { statementsFor } from '../../store/migrationText';
import { openDatabase } from '../../store/openDatabase';
import type { PostgresLocation } from '../../store/location';
import type { Database } from '../../store/sql/executor';
import { openSqlite } from '../../store/sqlite/driver';
import { makeCrowdedKeys } from '../../store/statements/crowdedKeys';
import { heldClock } from '../helpers/clock';
import { countingIds } from '../helpers/ids';
import { tempFolder } from '../helpers/tempFolder';
import { NOON } from './contract/builders';
import { startPglite, type InProcess } from './postgres/pglite';
import { describeOnServer, newPlace, removePlace } from './postgres/realServer';

const clock = heldClock(NOON);
const FIRST = MIGRATIONS.slice(0, 1);
const FILLED = readFileSync(join(__dirname, 'upgrade', '0001.sql'), 'utf8');

const [, leadsTable = ''] = /(CREATE TABLE leads \([\s\S]*?\n\);\n)/.exec(FILLED) ?? [];
const leadIndexes = (FILLED.match(/^CREATE INDEX leads_.*;$/gm) ?? []).join('\n');
const leadTriggers = (statementsFor(FILLED, 'sqlite').match(/^CREATE TRIGGER \w+ AFTER [^;]*? ON leads\b[\s\S]*?^END;$/gm) ?? []).join(
	'\n',
);
const columns = [...leadsTable.matchAll(/^\t([a-z_]+) /gm)].map(([, name]) => name).join(', ');

const newLeads = leadsTable
	.replace('CREATE TABLE leads (', "CREATE TABLE new_leads (\n\ttone TEXT NOT NULL DEFAULT 'plain',")
	.replace('\tUNIQUE (portfolio, id),', "\tUNIQUE (portfolio, id),\n\tCONSTRAINT leads_tone_required CHECK (trim(tone) <> ''),");

/** A tone for each lead, never empty: a constraint is what SQLite cannot give a table that is there. */
const tone = (mistake = ''): Migration => ({
	version: 2,
	name: 'tone',
	sql: `-- rebuilds tables
-- sqlite:
${newLeads}
INSERT INTO new_leads (${columns}) SELECT ${columns} FROM leads;
DROP TABLE leads;
ALTER TABLE new_leads RENAME TO leads;
${leadIndexes}
${leadTriggers}
-- postgres:
ALTER TABLE leads ADD COLUMN tone TEXT NOT NULL DEFAULT 'plain';
ALTER TABLE leads ADD CONSTRAINT leads_tone_required CHECK (trim(tone) <> '');
-- both:
${mistake}`,
});

function rebuilding(open: () => Promise<Database>): void {
	let database: Database;
	beforeEach(async () => {
		database = await open();
		await database.sql.script(statementsFor(FILLED, database.sql.dialect.name));
	});
	afterEach(async () => await database.close());
	const apply = async (mistake?: string) => await migrate(database, { clock, location: 'here', migrations: [...FIRST, tone(mistake)] });
	const all = async (table: string) =>
		(await database.sql.all<object>(`SELECT * FROM ${table} ORDER BY 1, 2, 3`)).map((row) => ({ ...row }));

	it('keeps every lead and everything that points to one', async () => {
		const before = {
			leads: await all('leads'),
			identities: await all('identities'),
			touches: await all('touches'),
			merges: await all('lead_merges'),
		};
		await apply();
		expect(await all('leads')).toEqual(before.leads.map((lead) => ({ ...lead, tone: 'plain' })));
		expect(await all('identities')).toEqual(before.identities);
		expect(await all('touches')).toEqual(before.touches);
		expect(await all('lead_merges')).toEqual(before.merges);
		await expect(database.sql.run("UPDATE leads SET tone = ' '")).rejects.toMatchObject({
			message: expect.stringContaining('no tone'),
		});
	});

	it('holds records to what they point to again afterwards', async () => {
		await apply();
		const orphan = "INSERT INTO identities (portfolio, kind, value, lead_id, added_at) VALUES ('main', 'phone', '+1', 'lead_none', 0)";
		await expect(database.sql.run(orphan)).rejects.toMatchObject({ code: 'constraint' });
		await expect(database.sql.run("DELETE FROM leads WHERE id = 'lead_0001'")).rejects.toMatchObject({ code: 'constraint' });
	});

	it.each([
		['deletes a lead that others point to', "DELETE FROM leads WHERE id = 'lead_0001';"],
		['writes a record of a lead that does not exist', "UPDATE identities SET lead_id = 'lead_none' WHERE lead_id = 'lead_0001';"],
		['makes a mistake in its SQL', 'INSERT INTO no_such_table VALUES (1);'],
	])('is undone as a whole when it %s', async (_, mistake) => {
		const before = { leads: await all('leads'), identities: await all('identities') };
		await expect(apply(mistake)).rejects.toThrow();
		expect(await all('leads')).toEqual(before.leads);
		expect(await all('identities')).toEqual(before.identities);
		expect(await database.sql.all('SELECT version FROM schema_version')).toHaveLength(1);
		const orphan = "INSERT INTO identities (portfolio, kind, value, lead_id, added_at) VALUES ('main', 'phone', '+1', 'lead_none', 0)";
		await expect(database.sql.run(orphan)).rejects.toMatchObject({ code: 'constraint' });
	});

	it('leaves a store that can be used', async () => {
		await apply();
		const { leads } = familiesOn(database);
		expect(await leads.get('lead_0001')).toMatchObject({ fullName: "María O'Neil" });
		await leads.update('lead_0001', { fullName: 'María Quill' });
		expect(await leads.search({ portfolio: 'main', text: 'quill', limit: 1 })).toHaveLength(1);
	});
}

/** What reads leads, without bringing the schema to this version's. */
function familiesOn(database: Database) {
	return makeFamilies(database.sql, {
		clock,
		ids: countingIds(),
		crowdedKeys: makeCrowdedKeys(),
		breathe: async () => await Promise.resolve(),
	});
}

describe('a table made anew in a SQLite file', () => {
	const folder = tempFolder();
	let count = 0;
	afterAll(() => folder.remove());
	rebuilding(async () => await openSqlite({ file: folder.file(`${(count += 1)}.sqlite`) }));
});

describe('a table changed in PGlite', () => {
	let postgres: InProcess;
	let count = 0;
	beforeAll(async () => {
		postgres = await startPglite();
	}, 60_000);
	afterAll(async () => await postgres.close());
	rebuilding(async () => await postgres.open(`rebuilt_${(count += 1)}`));
});

describeOnServer('a table changed in a real Postgres', () => {
	const places: PostgresLocation[] = [];
	afterAll(async () => {
		for (const one of places) await removePlace(one);
	});
	rebuilding(async () => {
		const place = newPlace();
		places.push(place);
		return await openDatabase(place);
	});
});
