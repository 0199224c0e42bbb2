import { readOptions } from '../../bench/options';
import { table, targets, type AtRate, type Figures } from '../../bench/report';
import { compare } from '../../bench/statistics';

const at = (callsPerSecond: number, ours: number, peer: number): AtRate => ({ callsPerSecond, ...compare([ours], [peer]) });

const figures = (given: Partial<Figures>): Figures => ({
	machine: { cores: 2, loadAtStart: 0.5, node: '24.0.0', n8n: '2.41.1', n8nSettings: { N8N_SOMETHING: '2' } },
	answer: [at(1, 30, 20), at(5, 500, 20)],
	text: [at(1, 1_600, 400), at(5, 9_000, 400)],
	start: { ...compare([1_100], [1_000]), addedMs: 100 },
	targets: [],
	calls: 2,
	void: [],
	...given,
});

test('only the figures at one call a second are held to the targets', () => {
	const { answer, text } = figures({});
	expect(targets(answer, text).map(({ measured, met }) => [measured, met])).toEqual([
		[1.5, true],
		[4, false],
		[1_600, false],
	]);
	expect(targets([at(5, 500, 20)], [])).toEqual([]);
});

test('the table shows both sides, what the package adds, and each target', () => {
	const { answer, text } = figures({});
	const printed = table(figures({ targets: targets(answer, text) }));
	expect(printed).toMatch(/^2 cores, load average 0\.50 at the start, Node 24\.0\.0, n8n 2\.41\.1/);
	expect(printed).toContain('n8n ran with N8N_SOMETHING=2, for both sides.');
	expect(printed).toMatch(/answer \(n8n Webhook\) +1 +1 +30 +30 +20 +20 +1\.50 +1\.50/);
	expect(printed).toContain('The package adds 100 ms');
	expect(printed).toMatch(/^met .*Webhook node \(median\): 1\.5, at most 1\.5$/m);
	expect(printed).toMatch(/^missed .*ms \(99th percentile\): 1600, at most 1500$/m);
	expect(printed).toContain('Each of the 2 calls led to exactly one text.');
});

test('void figures say so and why', () => {
	const printed = table(figures({ void: ['The call from +15125550123 led to 2 texts of ours.'] }));
	expect(printed).toMatch(/THESE FIGURES ARE VOID:\n {2}The call from/);
	expect(printed).not.toContain('exactly one text');
});

test.each([
	[['--fast'], 'Unknown option "--fast"'],
	[['--only', 'texts'], '--only takes one of calls, starts, normalize, lookups, batch'],
])('options %j are refused with the usage', (args, sentence) => {
	const read = readOptions(args);
	expect('problem' in read && read.problem).toContain(sentence);
	expect('problem' in read && read.problem).toContain('usage: npm run bench');
});

test('enough samples by default, few with --quick', () => {
	const [full, quick] = [readOptions(['--json']), readOptions(['--quick'])];
	if ('problem' in full || 'problem' in quick) throw new Error('Both are valid.');
	expect(full.json).toBe(true);
	expect(full.samples.find(({ callsPerSecond }) => callsPerSecond === 1)?.calls).toBeGreaterThanOrEqual(60);
	expect(Math.max(...quick.samples.map(({ calls }) => calls))).toBeLessThanOrEqual(10);
});
