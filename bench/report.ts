import type { StartComparison } from './startTime';
import type { Comparison } from './statistics';

export interface AtRate extends Comparison {
	callsPerSecond: number;
}

/** A promise about the figures at one call a second. */
export interface Target {
	name: string;
	limit: number;
	measured: number;
	met: boolean;
}

export interface Figures {
	machine: {
		cores: number;
		loadAtStart: number;
		node: string;
		n8n: string;
		/** Environment in which n8n differed from its defaults, or might. */
		n8nSettings: Record<string, string>;
	};
	/** From Twilio's request to our answer; the peer is n8n's Webhook node. */
	answer: AtRate[];
	/** From the end of the call to the text's arrival; the peer is n8n's Webhook and HTTP Request pair. */
	text: AtRate[];
	/** From n8n's start until it is ready, with the package and without; null when not measured. */
	start: StartComparison | null;
	targets: Target[];
	calls: number;
	/** Why the figures count for nothing; empty when they do count. */
	void: string[];
}

export function targets(answer: AtRate[], text: AtRate[]): Target[] {
	const once = (all: AtRate[]) => all.find(({ callsPerSecond }) => callsPerSecond === 1);
	const target = (name: string, limit: number, measured: number | undefined): Target[] =>
		measured === undefined ? [] : [{ name, limit, measured, met: measured <= limit }];
	return [
		...target("answer, times n8n's Webhook node (median)", 1.5, once(answer)?.ratio.median),
		...target("text, times n8n's Webhook and HTTP Request pair (median)", 3, once(text)?.ratio.median),
		...target('text, ms (99th percentile)', 1500, once(text)?.ours.p99),
	];
}

const HEAD = ['', 'calls/s', 'samples', 'our median', 'our p99', 'peer median', 'peer p99', 'ratio median', 'ratio p99'];
const WIDTHS = [34, 9, 9, 12, 9, 13, 10, 14, 11];

function row(cells: string[]): string {
	return cells.map((cell, index) => (index === 0 ? cell.padEnd(WIDTHS[0] ?? 0) : cell.padStart(WIDTHS[index] ?? 0))).join('');
}

function comparisonRow(name: string, rate: string, { ours, peer, ratio }: Comparison): string {
	const ms = (value: number) => value.toFixed(0);
	return row([
		name,
		rate,
		String(ours.samples),
		...[ours.median, ours.p99, peer.median, peer.p99].map(ms),
		...[ratio.median, ratio.p99].map((value) => value.toFixed(2)),
	]);
}

/** The figures as people read them; times in milliseconds. */
export function table(figures: Figures): string {
	const { machine, answer, text, start } = figures;
	const lines = [
		`${machine.cores} cores, load average ${machine.loadAtStart.toFixed(2)} at the start, Node ${machine.node}, n8n ${machine.n8n}. Times in ms.`,
		...Object.entries(machine.n8nSettings).map(([name, value]) => `n8n ran with ${name}=${value}, for both sides.`),
		'',
		row(HEAD),
		...answer.map((one) => comparisonRow('answer (n8n Webhook)', String(one.callsPerSecond), one)),
		...text.map((one) => comparisonRow('text (n8n Webhook + HTTP Request)', String(one.callsPerSecond), one)),
		...(start === null ? [] : [comparisonRow('n8n ready (without the package)', '', start)]),
		'',
		...(start === null
			? []
			: [`The package adds ${start.addedMs.toFixed(0)} ms to n8n's start (median of ${start.ours.samples} starts each).`]),
		...figures.targets.map(
			({ name, limit, measured, met }) => `${met ? 'met   ' : 'missed'}  ${name}: ${Number(measured.toFixed(2))}, at most ${limit}`,
		),
	];
	if (figures.void.length === 0 && figures.calls === 0) return lines.join('\n');
	if (figures.void.length === 0) return [...lines, `Each of the ${figures.calls} calls led to exactly one text.`].join('\n');
	return [...lines, '', 'THESE FIGURES ARE VOID:', ...figures.void.map((why) => `  ${why}`)].join('\n');
}
