/**
 * Draws the tables that store/migrations makes into docs/store.md, between its two markers.
 *
 *   node scripts/schema-picture.mjs           write the page
 *   node scripts/schema-picture.mjs --check   exit 1 when the picture is not current
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';

const folder = new URL('../store/migrations/', import.meta.url);
const page = new URL('../docs/store.md', import.meta.url);
const BEGIN = '<!-- schema: made by scripts/schema-picture.mjs -->';
const END = '<!-- /schema -->';

const db = new DatabaseSync(':memory:');
for (const name of readdirSync(folder).sort()) {
	if (name.endsWith('.sql')) db.exec(forSqlite(readFileSync(new URL(name, folder), 'utf8')));
}

const tables = db
	.prepare(
		"SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'search_index%' ORDER BY rowid",
	)
	.all()
	.map(({ name }) => name);
const picture = ['```mermaid', 'erDiagram', ...tables.flatMap(drawTable), ...tables.flatMap(drawReferences), '```'].join('\n');

const before = readFileSync(page, 'utf8');
const [head, rest = ''] = before.split(BEGIN);
const [, tail = ''] = rest.split(END);
if (tail === '') {
	console.error(`docs/store.md has no markers ${BEGIN} and ${END}.`);
	process.exit(1);
}
const after = `${head}${BEGIN}\n\n${picture}\n\n${END}${tail}`;

if (process.argv.includes('--check')) {
	if (after !== before) {
		console.error('The picture in docs/store.md is not current. Run: node scripts/schema-picture.mjs');
		process.exit(1);
	}
} else {
	writeFileSync(page, after);
	console.log(`docs/store.md: ${tables.length} tables`);
}

/** Statements for Postgres alone are left out, as store/migrationText.ts does. */
function forSqlite(text) {
	let section = 'both';
	return text
		.split('\n')
		.filter((line) => {
			section = /^-- (sqlite|postgres|both):$/.exec(line)?.[1] ?? section;
			return section !== 'postgres';
		})
		.join('\n');
}

/** A line for each column; `PK` and `FK` as Mermaid knows them, and what may be empty. */
function drawTable(table) {
	const pointing = new Set(referencesOf(table).flatMap(({ columns }) => columns));
	const columns = db
		.prepare(`PRAGMA table_info(${table})`)
		.all()
		.map(({ name, type, notnull, pk }) => {
			const keys = [pk > 0 ? 'PK' : '', pointing.has(name) ? 'FK' : ''].filter((key) => key !== '').join(', ');
			return `\t\t${[type.toLowerCase(), name, keys, notnull === 0 ? '"may be empty"' : ''].filter((word) => word !== '').join(' ')}`;
		});
	return [`\t${table} {`, ...columns, '\t}'];
}

function drawReferences(table) {
	return referencesOf(table).map(({ parent, columns }) => `\t${parent} ||--o{ ${table} : "${columns.join(', ')}"`);
}

function referencesOf(table) {
	const byId = new Map();
	for (const { id, table: parent, from, seq } of db.prepare(`PRAGMA foreign_key_list(${table})`).all()) {
		const reference = byId.get(id) ?? { parent, columns: [] };
		reference.columns[seq] = from;
		byId.set(id, reference);
	}
	return [...byId.values()].sort((a, b) => (a.columns.join() < b.columns.join() ? -1 : 1));
}
