/** The benchmark works and its figures count. How fast we are is not a test's business: this machine may be busy. */
import { spawn } from 'node:child_process';
import path from 'node:path';
import * as z from 'zod/v4';

const Summary = z.object({ samples: z.number(), median: z.number().positive(), p99: z.number().positive() });
const Comparison = z.object({
	ours: Summary,
	peer: Summary,
	ratio: z.object({ median: z.number().positive(), p99: z.number().positive() }),
});
const Figures = z.object({
	answer: z.array(Comparison.extend({ callsPerSecond: z.number() })),
	text: z.array(Comparison.extend({ callsPerSecond: z.number() })),
	start: Comparison.extend({ addedMs: z.number() }),
	targets: z.array(z.object({ met: z.boolean() })),
	void: z.array(z.string()),
});

test('npm run bench -- --quick --json: one line of figures, each call one text', async () => {
	const child = spawn(process.execPath, ['--import', 'tsx', 'bench/index.ts', '--quick', '--json'], {
		cwd: path.resolve(__dirname, '../..'),
		stdio: ['ignore', 'pipe', 'pipe'],
	});
	const printed = { out: '', err: '' };
	child.stdout.on('data', (part: Buffer) => (printed.out += part.toString('utf8')));
	child.stderr.on('data', (part: Buffer) => (printed.err += part.toString('utf8')));
	const status = await new Promise<number | null>((resolve) => child.once('close', resolve));

	expect(`${status}\n${status === 0 ? '' : printed.err}`).toBe('0\n');
	expect(printed.out.trim().split('\n')).toHaveLength(1);
	const figures = Figures.parse(JSON.parse(printed.out));
	expect(figures.void).toEqual([]);
	for (const measured of [figures.answer, figures.text]) expect(measured.map(({ callsPerSecond }) => callsPerSecond)).toEqual([1, 5]);
	expect(figures.targets).toHaveLength(3);
	expect(printed.err).toContain('led to exactly one text.');
}, 400_000);
