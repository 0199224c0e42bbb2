/** What has to be true before a tag is published (scripts/release/check.mjs). */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PROJECT } from '../../docs/support/pages';

const CHANGELOG = '# Changelog\n\nNewest first.\n\n## 1.2.3 (2027-01-31)\n\n- A line.\n- Another.\n\n## 1.2.2 (2027-01-01)\n\n- Older.\n';
let folder = '';
beforeEach(() => {
	folder = mkdtempSync(path.join(tmpdir(), 'leasing-release-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

interface Files {
	version?: string;
	locked?: string;
	changelog?: string;
}

function check(tag: string, { version = '1.2.3', locked = version, changelog = CHANGELOG }: Files = {}) {
	writeFileSync(path.join(folder, 'package.json'), JSON.stringify({ version }));
	writeFileSync(path.join(folder, 'package-lock.json'), JSON.stringify({ version: locked }));
	writeFileSync(path.join(folder, 'CHANGELOG.md'), changelog);
	const script = path.join(PROJECT, 'scripts/release/check.mjs');
	const { status, stdout, stderr } = spawnSync(process.execPath, [script, tag, folder], { encoding: 'utf8' });
	return { status, stdout, stderr };
}

it('prints what changed in this version, and no other, when all fits', () => {
	expect(check('v1.2.3')).toEqual({ status: 0, stdout: '- A line.\n- Another.\n', stderr: '' });
});

it('prints the only version of a changelog, too', () => {
	expect(check('v1.2.3', { changelog: CHANGELOG.slice(0, CHANGELOG.indexOf('## 1.2.2')) }).stdout).toBe('- A line.\n- Another.\n');
});

it.each([
	['a tag without a version', 'v1.2', {}, /names no version/],
	['a tag with a suffix, which npm would hand to everybody', 'v1.2.3-beta.1', {}, /names no version/],
	['another version in package.json', 'v1.2.3', { version: '1.2.2', locked: '1.2.3' }, /package\.json says version 1\.2\.2/],
	['another version in the lock file', 'v1.2.3', { locked: '1.2.2' }, /package-lock\.json says version 1\.2\.2/],
	['another version at the top of the changelog', 'v1.2.3', { changelog: CHANGELOG.replace('1.2.3', '1.2.4') }, /begins with "1\.2\.4/],
	['no date', 'v1.2.3', { changelog: CHANGELOG.replace('2027-01-31', 'not yet released') }, /the day of the release/],
	['nothing that changed', 'v1.2.3', { changelog: CHANGELOG.replace('- A line.\n- Another.\n', '') }, /says nothing/],
])('refuses %s', (_what, tag, files, sentence) => {
	const { status, stdout, stderr } = check(tag, files);
	expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
	expect(stderr).toMatch(sentence);
});
