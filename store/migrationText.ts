import { createHash } from 'node:crypto';

/** The line that begins statements for one back end, or ends them: `-- sqlite:`, `-- postgres:`, `-- both:`. */
const SECTION = /^-- (sqlite|postgres|both):$/;
/** The line that says that tables are made anew, see "To change the schema" in store/README.md. */
const REBUILDS = /^-- rebuilds tables$/m;

/** The statements of a migration for one back end. What stands in no section is for both. */
export function statementsFor(text: string, backend: 'sqlite' | 'postgres'): string {
	let section = 'both';
	const lines = text.split('\n').filter((line) => {
		section = SECTION.exec(line)?.[1] ?? section;
		return section === 'both' || section === backend;
	});
	return lines.join('\n');
}

/** Whether a migration makes tables anew that others point to. */
export function rebuildsTables(text: string): boolean {
	return REBUILDS.test(text);
}

/** Tells whether two migrations do the same: comments and white space do not count, what they are told to do does. */
export function fingerprintOf(text: string): string {
	const lines = text.split('\n').flatMap((line) => {
		const words = line.trim();
		return words === '' || (words.startsWith('--') && !SECTION.test(words) && !REBUILDS.test(words)) ? [] : [words];
	});
	return createHash('sha256').update(lines.join('\n')).digest('hex').slice(0, 16);
}
