import type { ContenderName } from './contenders';

export interface Measured {
	name: ContenderName;
	says: string;
	seconds: number;
	/** How many renters it took the rows for. */
	renters: number;
	/** Of the whole process, what made the items included. */
	peakMegabytes: number;
}

export interface BatchFigures {
	rows: number;
	measured: Measured[];
	targets: Array<{ name: string; limit: number; measured: number; met: boolean }>;
}

const TARGET_ROWS = 50_000;
const TARGET_SECONDS = 30;

/** The promise: 50,000 rows in under 30 seconds. */
export function batchTargets(rows: number, measured: readonly Measured[]): BatchFigures['targets'] {
	if (rows < TARGET_ROWS) return [];
	return measured
		.filter(({ name }) => name === 'command' || name === 'node')
		.map(({ says, seconds }) => ({
			name: `${says}: ${rows.toLocaleString('en-US')} rows, seconds`,
			limit: TARGET_SECONDS,
			measured: seconds,
			met: seconds < TARGET_SECONDS,
		}));
}

export function batchTable({ rows, measured, targets }: BatchFigures): string {
	const peer = measured.find(({ name }) => name === 'removeDuplicates');
	const row = (cells: readonly string[]): string =>
		cells.map((cell, index) => (index === 0 ? cell.padEnd(42) : cell.padStart(14))).join('');
	return [
		`${rows.toLocaleString('en-US')} rows at once.`,
		row(['', 'seconds', 'rows/s', 'peak MB', 'renters', 'ratio']),
		...measured.map(({ says, seconds, renters, peakMegabytes }) =>
			row([
				says,
				seconds.toFixed(2),
				Math.round(rows / seconds).toLocaleString('en-US'),
				String(peakMegabytes),
				renters.toLocaleString('en-US'),
				peer === undefined ? '' : (seconds / peer.seconds).toFixed(2),
			]),
		),
		"ratio: seconds, of those of n8n's Remove Duplicates, which compares texts, writes nothing and knows nobody from before.",
		...targets.map(
			({ name, limit, measured: found, met }) => `${met ? 'met   ' : 'missed'}  ${name}: ${found.toFixed(1)}, under ${limit}`,
		),
	].join('\n');
}
