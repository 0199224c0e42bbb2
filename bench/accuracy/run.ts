import { loadavg } from 'node:os';
import { BatchMatcher } from '../../leasing/match/batch/matchBatch';
import { fake1000, febrl, whyNoDevData } from './devData';
import type { KnownRow } from './known';
import { madeUpLeads } from './madeUpLeads';
import { clustersOf, PEERS } from './peers';
import { recallWithReview, scoreOf, type Score } from './score';

interface Measured extends Score {
	list: string;
	rows: number;
	withReview: number;
	reviewsPerThousand: number;
	rowsPerSecond: number;
	peers: Array<{ name: string } & Score>;
}

const FEBRL4 = ['dataset4a.csv', 'dataset4b.csv'];

/** The lists of `npm run bench -- --accuracy`; made only when their turn comes. */
function lists(): Array<{ list: string; rows: () => KnownRow[] }> {
	const madeUp = [
		{ list: 'made-up leads, 5,000 rows', rows: () => madeUpLeads(5_000, 7) },
		{ list: 'made-up leads, 50,000 rows', rows: () => madeUpLeads(50_000, 11) },
	];
	if (whyNoDevData() !== null) return madeUp;
	const tracks = (['A', 'B', 'C'] as const).flatMap((track) => [
		{ list: `febrl1 ${track}`, rows: () => febrl(['dataset1.csv'], track) },
		{ list: `febrl4 ${track}`, rows: () => febrl(FEBRL4, track) },
	]);
	return [...tracks, { list: 'fake_1000 with birth date', rows: fake1000 }, ...madeUp];
}

/** Measures how right and how fast the matcher is, all with its defaults, beside exact keys in the same run. @returns the exit status */
export async function run(json: boolean): Promise<number> {
	const out = (text: string): void => void (json ? process.stderr : process.stdout).write(text);
	const why = whyNoDevData();
	out(
		`Matcher with its defaults on every list; load average ${(loadavg()[0] ?? 0).toFixed(1)}.\n${why === null ? '' : `Only made-up leads: ${why}.\n`}\n`,
	);
	const measured: Measured[] = [];
	for (const { list, rows } of lists()) {
		const one = measure(list, rows());
		measured.push(one);
		out(`${line(one)}\n`);
	}
	const memory = Math.round(process.resourceUsage().maxRSS / 1_024);
	out(
		`\nPeak memory of this process, with all lists and what made them: ${memory} MB.\nprecision: of the pairs merged by itself, how many are one person; recall: of those who are, how many were merged; with review: and a person answered the rest.\n`,
	);
	if (json) process.stdout.write(`${JSON.stringify({ devData: why ?? true, peakMegabytes: memory, lists: measured })}\n`);
	return 0;
}

function measure(list: string, rows: readonly KnownRow[]): Measured {
	const began = performance.now();
	const matcher = new BatchMatcher();
	for (const { record } of rows) matcher.add(record);
	const result = matcher.finish();
	const seconds = (performance.now() - began) / 1_000;
	const reviews = result.pairs.filter(({ band }) => band === 'review').length;
	return {
		list,
		rows: rows.length,
		...scoreOf(rows, result.clusters),
		withReview: recallWithReview(rows, result),
		reviewsPerThousand: (reviews / rows.length) * 1_000,
		rowsPerSecond: Math.round(rows.length / seconds),
		peers: PEERS.map((peer) => ({ name: peer.name, ...scoreOf(rows, clustersOf(peer, rows)) })),
	};
}

function line(one: Measured): string {
	const ours = `${one.list}\n  ${'ours'.padEnd(36)}${figures(one)}  with review ${one.withReview.toFixed(4)}, ${one.reviewsPerThousand.toFixed(1)} questions per 1,000 rows, ${one.rowsPerSecond.toLocaleString('en-US')} rows a second`;
	return [ours, ...one.peers.map((peer) => `  ${peer.name.padEnd(36)}${figures(peer)}`)].join('\n');
}

function figures({ precision, recall, f1, mixed }: Score): string {
	return `precision ${precision.toFixed(4)}  recall ${recall.toFixed(4)}  F1 ${f1.toFixed(4)}  ${String(mixed).padStart(4)} mixed`;
}
