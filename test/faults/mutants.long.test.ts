/** The mutants fit the product as it is now: one whose text is gone would break nothing, and count for nothing. */
import path from 'node:path';
import { changed } from './mutants/apply';
import { MUTANTS } from './mutants/list';

const PROJECT = path.resolve(__dirname, '../..');

test.each(MUTANTS.map((mutant) => [mutant.name, mutant] as const))('fits: %s', (name, { changes }) => {
	for (const change of changes) {
		const broken = changed(PROJECT, change, name);
		expect(broken).toContain(change.replace);
		expect(change.replace).not.toBe(change.find);
	}
});

test('a mutant whose text is not there says which, and what it looks for', () => {
	const change = { file: 'package.json', find: 'nobody wrote this', replace: '' };
	expect(() => changed(PROJECT, change, 'stray')).toThrow(/"stray" does not fit any more: package\.json holds its text 0 times/);
});

test('there are at least thirty, each with a name of its own', () => {
	expect(MUTANTS.length).toBeGreaterThanOrEqual(30);
	expect(new Set(MUTANTS.map(({ name }) => name)).size).toBe(MUTANTS.length);
});
