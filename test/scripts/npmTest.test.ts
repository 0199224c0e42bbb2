/** What `npm test` prints for people and for machines, on one small test file. */
import { execFile } from 'node:child_process';
import path from 'node:path';

const PROJECT = path.resolve(__dirname, '../..');

/** Both outputs in the order of their lines, and the exit status. */
async function npmTest(...args: string[]): Promise<{ status: number; lines: string[]; complaint: string }> {
	// A test of the store that is skipped shall be skipped here, too, whatever this machine has.
	const { LEASING_TEST_POSTGRES_URL: _server, ...env } = process.env;
	return await new Promise((resolve) => {
		execFile(process.execPath, ['scripts/test.mjs', ...args], { cwd: PROJECT, env }, (error, stdout, stderr) =>
			resolve({ status: Number(error?.code ?? 0), lines: stdout.trimEnd().split('\n'), complaint: stderr }),
		);
	});
}

describe('npm test', () => {
	it('ends with one line of figures, after the time and the slowest files of each suite', async () => {
		const { status, lines } = await npmTest('--only', 'quick', '--', 'test/store/ids.test.ts');
		expect(status).toBe(0);
		expect(lines.at(-1)).toMatch(/^\d+ passed, 0 failed$/);
		const at = lines.findIndex((line) => /^quick tests: 1 files, \d+ tests, \d+\.\d s; the slowest files:$/.test(line));
		expect(lines[at + 1]).toMatch(/^ +\d+\.\d s {2}test\/store\/ids\.test\.ts$/);
	}, 60_000);

	it('says why tests were skipped, and counts them', async () => {
		const { lines } = await npmTest('--only', 'unit', 'test/store/(ids|postgres/outage)');
		expect(lines.at(-1)).toMatch(/^\d+ passed, 0 failed, 3 skipped$/);
		const skipped = lines.filter((line) => line.startsWith('skipped: '));
		expect(skipped).toHaveLength(3);
		for (const line of skipped) expect(line).toMatch(/outage\.slow\.test\.ts > .* \(LEASING_TEST_POSTGRES_URL names no server\)$/);
	}, 60_000);

	it('refuses a part that does not exist, and a file that no suite has', async () => {
		expect(await npmTest('--only', 'units')).toMatchObject({ status: 2, complaint: '--only takes "quick", "unit" or "e2e".\n' });
		const { status, lines } = await npmTest('--only', 'quick', 'test/nothing/here');
		expect([status, ...lines.slice(-2)]).toEqual([1, 'No test ran.', '0 passed, 1 failed']);
	}, 60_000);
});
