/** The checker of circles of imports (scripts/lint/circles.mjs), and the tree that it is there for. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PROJECT } from '../../docs/support/pages';

function check(folder: string): { status: number | null; printed: string } {
	const { status, stderr } = spawnSync(process.execPath, [path.join(PROJECT, 'scripts/lint/circles.mjs'), folder], { encoding: 'utf8' });
	return { status, printed: stderr };
}

describe('a tree', () => {
	let folder = '';
	beforeEach(() => {
		folder = mkdtempSync(path.join(tmpdir(), 'leasing-circles-'));
	});
	afterEach(() => rmSync(folder, { recursive: true, force: true }));

	function write(files: Record<string, string>): void {
		for (const [file, text] of Object.entries(files)) {
			const full = path.join(folder, file);
			mkdirSync(path.dirname(full), { recursive: true });
			writeFileSync(full, text);
		}
	}

	it.each([
		['values', "import { b } from './b';", "import { a } from './a';"],
		['types alone', "import type { B } from './b';", "import { type A } from './a';"],
		['what is passed on', "export { b } from './b';", "export * from './a';"],
		['an import at run time', "export const b = () => import('./b');", "import { a } from './a';"],
		['a folder that is named by its index', "import { b } from './b/index';", "import { a } from './a';"],
	])('with a circle of %s is refused, and the circle is printed', (_kind, a, b) => {
		write({ 'a.ts': a, ...(a.includes('index') ? { 'b/index.ts': "import '../a';" } : { 'b.ts': b }) });
		const { status, printed } = check(folder);
		expect(status).toBe(1);
		expect(printed).toMatch(/circle of imports: a\.ts -> b(\/index)?\.ts -> a\.ts/);
	});

	it('is shown the shortest circle of those that hang together', () => {
		write({ 'a.ts': "import './b';", 'b.ts': "import './c';", 'c.ts': "import './a'; import './d';", 'd.ts': "import './c';" });
		expect(check(folder).printed).toMatch(/circle of imports: (c\.ts -> d\.ts -> c\.ts|d\.ts -> c\.ts -> d\.ts)\n/);
	});

	it('in which two files share a third is fine, whatever comments and packages name', () => {
		write({
			'a.ts': "import './c'; import 'zod';",
			'b.ts': "import './c'; import './a'; // import './b'",
			'c.ts': 'export const c = "from \'./a\'";',
		});
		expect(check(folder)).toEqual({ status: 0, printed: '' });
	});
});

it('our own tree has none', () => expect(check(PROJECT)).toEqual({ status: 0, printed: '' }));
