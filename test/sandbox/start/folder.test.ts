import { mkdtempSync, rmSync, writeFileSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openFolder } from '../../../sandbox/start/folder';
import { claimFolder } from '../../../sandbox/start/onlyOne';

describe('the folder of the sandbox', () => {
	let folder: string;
	beforeEach(() => {
		folder = mkdtempSync(path.join(tmpdir(), 'leasing-folder-'));
	});
	afterEach(() => rmSync(folder, { recursive: true, force: true }));

	test('remembers what was kept, until --fresh', () => {
		openFolder(folder, false).keep({ workflowId: 'abc', callers: 3 });
		expect(openFolder(folder, false).state).toMatchObject({ workflowId: 'abc', callers: 3, account: null });
		expect(openFolder(folder, true).state).toMatchObject({ workflowId: null, callers: 0 });
	});

	test('--fresh leaves files alone that are not its own', () => {
		writeFileSync(path.join(folder, 'notes.txt'), 'mine');
		openFolder(folder, true);
		expect(readdirSync(folder)).toEqual(['notes.txt']);
	});

	test('a damaged state says how to go on', () => {
		writeFileSync(path.join(folder, 'state.json'), '{"call');
		expect(() => openFolder(folder, false)).toThrow(/state\.json cannot be read.*--fresh/);
	});

	test('a second start on the same folder is told where the first one is', () => {
		// Process 1 is alive on every machine and is not us.
		writeFileSync(path.join(folder, 'running.json'), JSON.stringify({ pid: 1, n8nUrl: 'http://127.0.0.1:5678' }));
		expect(() => claimFolder(folder)).toThrow(/already running as process 1\. Its n8n is at http:\/\/127\.0\.0\.1:5678/);
	});

	test('what a crashed start left behind does not stop the next one', () => {
		writeFileSync(path.join(folder, 'running.json'), JSON.stringify({ pid: 2 ** 30, n8nUrl: null }));
		const claim = claimFolder(path.join(folder, 'not', 'there', 'yet'));
		claim.release();
		claimFolder(folder).release();
		expect(readdirSync(folder)).toEqual(['not']);
	});

	test('a claim leaves nothing behind', () => {
		const claim = claimFolder(folder);
		claim.announce('http://127.0.0.1:5678');
		claim.release();
		expect(readdirSync(folder)).toEqual([]);
	});
});
