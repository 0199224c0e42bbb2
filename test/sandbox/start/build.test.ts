/** When `npm start` and the tests on a real n8n build anew. */
import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { isStale } from '../../../sandbox/start/build';

const BUILT = new Date('2026-11-20T12:00:00Z');
const BEFORE = new Date('2026-11-20T11:00:00Z');
const AFTER = new Date('2026-11-20T13:00:00Z');
let project = '';

function put(file: string, at: Date): void {
	const full = path.join(project, file);
	mkdirSync(path.dirname(full), { recursive: true });
	writeFileSync(full, '');
	for (let place = full; place !== project; place = path.dirname(place)) utimesSync(place, at, at);
}

beforeEach(() => {
	project = mkdtempSync(path.join(tmpdir(), 'leasing-build-'));
	for (const room of ['nodes', 'credentials', 'office', 'leasing', 'store', 'tools']) put(`${room}/one.ts`, BEFORE);
	put('dist/bundle.js', BUILT);
});
afterEach(() => rmSync(project, { recursive: true, force: true }));

it('what was built after the last change is taken as it is', () => expect(isStale(project)).toBe(false));

it.each(['nodes/Lead/Lead.node.ts', 'office/texts/sendText.ts', 'leasing/time.ts', 'store/ids.ts', 'tools/dedupe/cli.ts', 'package.json'])(
	'a change of %s asks for a new build',
	(file) => {
		put(file, AFTER);
		expect(isStale(project)).toBe(true);
	},
);

it('a change of a test does not', () => {
	put('test/one.test.ts', AFTER);
	expect(isStale(project)).toBe(false);
});
