import { cpus, loadavg } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { findN8n, RECOMMENDED_ENVIRONMENT } from '../sandbox/n8n/environment';
import { SetupError } from '../sandbox/n8n/setupError';
import { printTo, type Progress } from '../sandbox/start/progress';
import { measureAnswers } from './answerTime';
import { notExactlyOne } from './exactlyOne';
import type { BenchOptions } from './options';
import { table, targets, type Figures } from './report';
import { setUpBench, type Bench } from './setup';
import { measureStarts } from './startTime';
import { measureTexts } from './textTime';

const PROJECT = path.resolve(__dirname, '..');
/** Between two measurements: for the work of the last one to end, and for a second text to show, if there were one. */
const SETTLE_MS = 4_000;

type CallFigures = Pick<Figures, 'answer' | 'text' | 'calls' | 'void'>;

/** Calls ring first and end afterwards, so the same calls serve both measurements. */
async function measureRate(bench: Bench, calls: number, callsPerSecond: number): Promise<CallFigures> {
	const made = bench.newCalls(calls);
	const answer = await measureAnswers(bench, made, callsPerSecond);
	await sleep(SETTLE_MS);
	const text = await measureTexts(bench, made, callsPerSecond);
	await sleep(SETTLE_MS);
	return { answer: [{ callsPerSecond, ...answer }], text: [{ callsPerSecond, ...text }], calls, void: notExactlyOne(bench, made) };
}

/** A rate that this machine cannot keep up with must not cost the figures of the others. */
async function measureOrSayWhy(bench: Bench, calls: number, callsPerSecond: number): Promise<CallFigures> {
	return await measureRate(bench, calls, callsPerSecond).catch((error: unknown) => {
		if (!(error instanceof SetupError)) throw error;
		return { answer: [], text: [], calls, void: [`At ${callsPerSecond} calls a second: ${error.message}`] };
	});
}

/** n8n's default is one sandbox; nothing else differs from what it comes with. */
function n8nSettings({ n8nDefaults }: BenchOptions): Record<string, string> {
	return n8nDefaults ? { N8N_EXPRESSION_ENGINE_POOL_SIZE: '1' } : { ...RECOMMENDED_ENVIRONMENT };
}

async function measureCalls(options: BenchOptions, progress: Progress): Promise<CallFigures> {
	const bench = await progress.step('n8n with our template and its peers', async () => await setUpBench(n8nSettings(options)));
	try {
		const warmUp = await progress.step('Warming up', async () => await measureRate(bench, options.warmUpCalls, 2));
		const measured: CallFigures[] = [];
		for (const { callsPerSecond, calls } of options.samples) {
			const name = `${calls} calls at ${callsPerSecond} a second, and as many to each peer`;
			measured.push(await progress.step(name, async () => await measureOrSayWhy(bench, calls, callsPerSecond)));
		}
		const { sandbox } = bench.rig;
		return {
			answer: measured.flatMap(({ answer }) => answer),
			text: measured.flatMap(({ text }) => text),
			calls: bench.calls.length,
			void: [...warmUp.void, ...measured.flatMap((one) => one.void), ...sandbox.alerts(), ...sandbox.violations()],
		};
	} finally {
		await bench.stop();
	}
}

/** Measures and prints. @returns the exit status: 1 when the figures are void, whatever they say about speed */
export async function run(options: BenchOptions): Promise<number> {
	const progress = printTo(options.json ? process.stderr : process.stdout);
	const machine = {
		cores: cpus().length,
		loadAtStart: loadavg()[0] ?? Number.NaN,
		node: process.versions.node,
		n8n: findN8n().version,
		n8nSettings: n8nSettings(options),
	};
	const start =
		options.only === 'calls'
			? null
			: await progress.step('Starts of n8n with and without the package', async () => await measureStarts(PROJECT, options.starts));
	const calls: CallFigures =
		options.only === 'starts' ? { answer: [], text: [], calls: 0, void: [] } : await measureCalls(options, progress);
	const figures: Figures = { machine, ...calls, start, targets: targets(calls.answer, calls.text) };
	progress.say(`\n${table(figures)}`);
	if (options.json) process.stdout.write(`${JSON.stringify(figures)}\n`);
	return figures.void.length === 0 ? 0 : 1;
}
