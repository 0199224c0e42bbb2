/** A store that any earlier version wrote opens with this one and keeps every row, on both back ends. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { MIGRATIONS } from '../../store/generated/migrations';
import { migrate } from '../../store/migrate';
import { statementsFor } from '../../store/migrationText';
import { storeOn } from '../../store/openStore';
import type { Store } from '../../store/port';
import type { Database } from '../../store/sql/executor';
import { openSqlite } from '../../store/sqlite/driver';
import { heldClock } from '../helpers/clock';
import { countingIds } from '../helpers/ids';
import { tempFolder } from '../helpers/tempFolder';
import { LINE, NOON, OTHER_RENTER, RENTER } from './contract/builders';
import { startPglite, type InProcess } from './postgres/pglite';

const NEWEST = MIGRATIONS.length;
const VERSIONS = MIGRATIONS.map(({ version }) => version);
const HOUR = 3_600_000;

type Row = Record<string, unknown>;
type Rows = ReadonlyMap<string, Row[]>;

const fileOf = (version: number) => join(__dirname, 'upgrade', `${String(version).padStart(4, '0')}.sql`);

/** What a version's own code had written: the first file makes the tables too, each later one holds rows in what its migration added. */
function writtenBy(version: number): string {
	if (existsSync(fileOf(version))) return readFileSync(fileOf(version), 'utf8');
	throw new Error(
		`Add test/store/upgrade/${String(version).padStart(4, '0')}.sql: INSERT statements with rows as version ${version} writes them.`,
	);
}

/** Makes a store as the given version left it. */
async function fillAs(version: number, database: Database): Promise<void> {
	await database.sql.script(statementsFor(writtenBy(1), database.sql.dialect.name));
	for (const next of VERSIONS.slice(1, version)) {
		await migrate(database, { clock: heldClock(NOON), location: 'here', migrations: MIGRATIONS.slice(0, next) });
		await database.sql.script(statementsFor(writtenBy(next), database.sql.dialect.name));
	}
}

/** All rows of all tables but the list of migrations. @param columns only these, by table */
async function rowsOf({ sql }: Database, tables: string[], columns?: (table: string) => string[]): Promise<Rows> {
	const rows = new Map<string, Row[]>();
	for (const table of tables) {
		const found = await sql.all<Row>(`SELECT ${columns?.(table).join(', ') ?? '*'} FROM ${table}`);
		// Neither back end promises an order, and they sort texts differently.
		rows.set(
			table,
			found.map((row) => ({ ...row })).sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)),
		);
	}
	return rows;
}

interface Place {
	open(): Promise<Database>;
	tablesSql: string;
}

function upgrades(newPlace: () => Place): void {
	const clock = heldClock(NOON + HOUR);
	let place: Place;
	beforeEach(() => {
		place = newPlace();
	});

	async function withDatabase<T>(work: (database: Database) => Promise<T>): Promise<T> {
		const database = await place.open();
		try {
			return await work(database);
		} finally {
			await database.close();
		}
	}
	const tables = async ({ sql }: Database) =>
		(await sql.all<{ name: string }>(place.tablesSql)).map(({ name }) => name).filter((name) => name !== 'schema_version');
	const openHere = async (): Promise<Store> =>
		await storeOn(await place.open(), { backend: 'sqlite', location: 'here' }, { clock, ids: countingIds() });

	test.each(VERSIONS)('version %d had something in every table, and every row is kept', async (version) => {
		const before = await withDatabase(async (database) => {
			await fillAs(version, database);
			return await rowsOf(database, await tables(database));
		});
		expect([...before].filter(([, rows]) => rows.length === 0).map(([table]) => table)).toEqual([]);

		await (await openHere()).close();
		const after = await withDatabase(
			async (database) => await rowsOf(database, [...before.keys()], (table) => Object.keys(before.get(table)?.[0] ?? {})),
		);
		expect(after).toEqual(before);
		expect(
			await withDatabase(
				async ({ sql }) => await sql.all<{ version: number }>('SELECT version FROM schema_version ORDER BY version'),
			),
		).toEqual(VERSIONS.map((one) => expect.objectContaining({ version: one })));
	});

	test('what the first version left undone is done by this one', async () => {
		await withDatabase(async (database) => await fillAs(1, database));
		const store = await openHere();
		const now = clock.now();

		expect((await store.portfolios.findLine(LINE))?.settings.brand).toBe('Cedar Grove Apartments');
		const [hit] = await store.leads.findByIdentities('main', [{ kind: 'phone', value: RENTER }]);
		const id = hit?.leadId ?? '';
		expect(await store.leads.get(id)).toMatchObject({ fullName: "María O'Neil", source: 'phone', owner: 'Leasing desk' });
		expect(await store.calls.listByLead(id)).toHaveLength(1);
		expect(await store.timeline.ofLead(id)).toContainEqual(expect.objectContaining({ data: { a: [1, 2.5, null] } }));
		expect((await store.texts.conversation({ portfolio: 'main', phone: RENTER, limit: 99 })).at(-1)).toMatchObject({ direction: 'in' });
		expect(await store.textHolds.current('main', OTHER_RENTER)).toMatchObject({ revision: 2 });
		expect(await store.optOuts.current('main', OTHER_RENTER)).toMatchObject({ action: 'out', evidence: 'please stop' });
		expect((await store.tasks.list({ portfolio: 'main', state: 'open', limit: 9 })).map(({ kind }) => kind)).toEqual(['call_back']);

		// The event whose process died, and the one that waited.
		const events = await store.events.claim('w1:n1', 'p2', 9, now, now + HOUR);
		expect(events.map(({ key, attempts }) => [key, attempts])).toEqual([
			['missed_call:twilio:running', 2],
			['missed_call:twilio:waiting', 1],
		]);
		const due = await store.texts.listDue(now, 9);
		expect(due.map(({ key }) => key).sort()).toEqual(['claimed:text_back', 'planned:text_back']);
		expect((await store.work.claim(['follow_up'], 'p2', 9, now, now + HOUR)).map(({ key }) => key)).toEqual(['c-claimed', 'e-waiting']);
		await store.close();
	});

	test('a store of a newer version is refused with a sentence, and keeps every row', async () => {
		const before = await withDatabase(async (database) => {
			await fillAs(NEWEST, database);
			await database.sql.run('INSERT INTO schema_version (version, name, fingerprint, applied_at) VALUES ($1, $2, $3, $4)', [
				NEWEST + 1,
				'from the future',
				'f',
				NOON,
			]);
			return await rowsOf(database, await tables(database));
		});
		await expect(openHere()).rejects.toMatchObject({
			code: 'newer_schema',
			message: expect.stringContaining('Update the package in n8n'),
		});
		expect(await withDatabase(async (database) => await rowsOf(database, await tables(database)))).toEqual(before);
	});
}

describe('upgrade of a SQLite store', () => {
	const folder = tempFolder();
	let count = 0;
	afterAll(() => folder.remove());
	const TABLES = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'";

	upgrades(() => {
		const file = folder.file(`${(count += 1)}.sqlite`);
		return { open: async () => await openSqlite({ file }), tablesSql: TABLES };
	});

	test("the first version's tables are those that its migration still makes", async () => {
		const schemaOf = async (fill: (database: Database) => Promise<void>): Promise<unknown> => {
			const database = await openSqlite({ file: folder.file(`${(count += 1)}.sqlite`) });
			await fill(database);
			const schema = await database.sql.all<{ name: string; sql: string }>(
				"SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL AND name <> 'schema_version' ORDER BY name",
			);
			await database.close();
			return schema.map(({ name, sql }) => ({ name, sql: sql.replace(/^\s*--.*\n/gm, '') }));
		};
		const now = await schemaOf(
			async (database) => await migrate(database, { clock: heldClock(NOON), location: 'here', migrations: MIGRATIONS.slice(0, 1) }),
		);
		expect(await schemaOf(async (database) => await fillAs(1, database))).toEqual(now);
	});
});

describe('upgrade of a Postgres store, on PGlite', () => {
	let postgres: InProcess;
	let count = 0;
	beforeAll(async () => {
		postgres = await startPglite();
	}, 60_000);
	afterAll(async () => await postgres.close());
	const TABLES = 'SELECT tablename AS name FROM pg_catalog.pg_tables WHERE schemaname = current_schema()';

	upgrades(() => {
		const schema = `upgraded_${(count += 1)}`;
		return { open: async () => await postgres.open(schema), tablesSql: TABLES };
	});
});
