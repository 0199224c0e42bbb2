/** One way to find the renters of a list, in a process of its own so that its memory can be told. `node contender.ts <name> <list.csv>` prints a line of JSON. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { CONTENDERS, isContender } from './contenders';

async function main([name, list]: string[]): Promise<void> {
	if (!isContender(name) || list === undefined) throw new Error(`usage: contender.ts <${Object.keys(CONTENDERS).join('|')}> <list.csv>`);
	const folder = mkdtempSync(join(tmpdir(), 'leasing-bench-'));
	try {
		const work = await CONTENDERS[name].prepare({ list, text: () => readFileSync(list, 'utf8'), folder });
		const began = performance.now();
		const renters = await work();
		const seconds = (performance.now() - began) / 1_000;
		process.stdout.write(
			`${JSON.stringify({ name, seconds, renters, peakMegabytes: Math.round(process.resourceUsage().maxRSS / 1_024) })}\n`,
		);
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

main(process.argv.slice(2)).then(
	() => process.exit(0),
	(error: unknown) => {
		process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
		process.exit(1);
	},
);
