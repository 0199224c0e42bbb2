/**
 * Compiles store/migrations/*.sql into store/generated/migrations.ts, so that nothing reads .sql files at run time and the
 * SQL travels inside the bundle.
 *
 *   node scripts/generate-migrations.mjs           write the file
 *   node scripts/generate-migrations.mjs --check   exit 1 when the file is not current
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';

const folder = new URL('../store/migrations/', import.meta.url);
const target = new URL('../store/generated/migrations.ts', import.meta.url);

const names = readdirSync(folder)
	.filter((name) => name.endsWith('.sql'))
	.sort();

const entries = names.map((fileName, index) => {
	const [, number, name] = /^(\d{4})_([a-z0-9_]+)\.sql$/.exec(fileName) ?? [];
	if (Number(number) !== index + 1) {
		console.error(
			`store/migrations/${fileName}: expected a name such as ${String(index + 1).padStart(4, '0')}_what_it_does.sql, numbered without a gap.`,
		);
		process.exit(1);
	}
	const sql = readFileSync(new URL(fileName, folder), 'utf8').replace(/[\\`]|\$\{/g, '\\$&');
	return `\t{\n\t\tversion: ${index + 1},\n\t\tname: '${name}',\n\t\tsql: \`${sql}\`,\n\t},\n`;
});

const text = `// Made by scripts/generate-migrations.mjs from store/migrations/*.sql. Do not edit.

export interface Migration {
	version: number;
	name: string;
	sql: string;
}

export const MIGRATIONS: readonly Migration[] = [
${entries.join('')}];
`;

if (process.argv.includes('--check')) {
	let current = '';
	try {
		current = readFileSync(target, 'utf8');
	} catch {
		// Not there: not current.
	}
	if (current !== text) {
		console.error('store/generated/migrations.ts is not current. Run: node scripts/generate-migrations.mjs');
		process.exit(1);
	}
} else {
	writeFileSync(target, text);
	console.log(`store/generated/migrations.ts: ${names.length} migration(s)`);
}
