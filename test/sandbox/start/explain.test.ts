import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { SetupError } from '../../../sandbox/n8n/setupError';
import { explain } from '../../../sandbox/start/explain';

test.each([
	[new SetupError('Port 5678 is already in use.'), /^Port 5678 is already in use\.$/],
	[Object.assign(new Error('x'), { code: 'ENOSPC' }), /^The disk is full\./],
	[Object.assign(new Error('x'), { code: 'EACCES', path: 'data' }), /^data: The sandbox may not write there\./],
	['thrown text', /^thrown text$/],
])('%s', (error, sentence) => {
	expect(explain(error)).toMatch(sentence);
});

test('a bug of ours keeps its stack', () => {
	expect(explain(new TypeError('undefined is not a function'))).toMatch(/undefined is not a function\n\s+at /);
});

test('a real error of the file system is explained', () => {
	const folder = mkdtempSync(path.join(tmpdir(), 'leasing-explain-'));
	let caught: unknown;
	try {
		writeFileSync(folder, 'a folder cannot be written like a file');
	} catch (error) {
		caught = error;
	}
	rmSync(folder, { recursive: true });
	expect(explain(caught)).toContain('EISDIR');
});
