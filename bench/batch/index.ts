/**
 * A long list at once: our command and our node, beside n8n's Remove Duplicates node and exact keys, in the same run, each in a process
 * of its own. `npm run bench -- --only batch [--quick] [--json]`.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

import { CONTENDERS, type ContenderName } from './contenders';
import { makeList } from './list';
import { batchTable, batchTargets, type BatchFigures, type Measured } from './report';

const FULL = 50_000;
const QUICK = 2_000;

/** Measures and prints. */
export async function runBatch({ quick, json }: { quick: boolean; json: boolean }): Promise<BatchFigures> {
	const rows = quick ? QUICK : FULL;
	const folder = mkdtempSync(join(tmpdir(), 'leasing-bench-'));
	const say = (text: string): void => void (json ? process.stderr : process.stdout).write(`${text}\n`);
	try {
		const list = join(folder, 'list.csv');
		writeFileSync(list, makeList(rows));
		const measured: Measured[] = [];
		for (const name of Object.keys(CONTENDERS) as ContenderName[]) {
			say(`${CONTENDERS[name].says}, ${rows.toLocaleString('en-US')} rows ...`);
			measured.push({ ...(await measure(name, list)), says: CONTENDERS[name].says });
		}
		const figures: BatchFigures = { rows, measured, targets: batchTargets(rows, measured) };
		say(`\n${batchTable(figures)}`);
		if (json) process.stdout.write(`${JSON.stringify(figures)}\n`);
		return figures;
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

async function measure(name: ContenderName, list: string): Promise<Omit<Measured, 'says'>> {
	const child = spawn(process.execPath, ['--import', 'tsx', resolve(__dirname, 'contender.ts'), name, list], {
		stdio: ['ignore', 'pipe', 'inherit'],
	});
	let out = '';
	child.stdout.on('data', (part: Buffer) => (out += part.toString('utf8')));
	const status = await new Promise<number | null>((done) => child.once('close', done));
	if (status !== 0) throw new Error(`${CONTENDERS[name].says} ended with ${status}.`);
	// A cast, not a check: contender.ts wrote it. n8n may have written lines of its own before it.
	return JSON.parse(out.trim().split('\n').at(-1) ?? '') as Omit<Measured, 'says'>;
}
