import type { LookUpTimes } from './measure';

export interface LookUpFigures {
	backend: 'sqlite' | 'postgres';
	times: LookUpTimes[];
	targets: Array<{ name: string; limit: number; measured: number; met: boolean }>;
}

/** The promises: a million stored leads cost at most half as much again as ten thousand, and on SQLite stay under 10 ms. */
export function lookUpTargets(backend: LookUpFigures['backend'], times: readonly LookUpTimes[]): LookUpFigures['targets'] {
	const [least] = times;
	const most = times.at(-1);
	if (least === undefined || most === undefined) return [];
	const target = (name: string, limit: number, measured: number) => ({ name, limit, measured, met: measured <= limit });
	return [
		...(most.leads > least.leads
			? [target(`one new lead at ${most.leads} leads, times that at ${least.leads} (p99)`, 1.5, most.unknown.p99 / least.unknown.p99)]
			: []),
		...(backend === 'sqlite' ? [target(`one new lead at ${most.leads} leads, ms (p99)`, 10, most.unknown.p99)] : []),
	];
}

export function lookUpTable({ backend, times, targets }: LookUpFigures): string {
	const row = (cells: string[]) => cells.map((cell, index) => (index === 0 ? cell.padEnd(12) : cell.padStart(14))).join('');
	const ms = (value: number) => value.toFixed(2);
	const [least] = times;
	return [
		`One inquiry at a time on ${backend}, ms; decided, written and committed.`,
		row([
			'leads',
			'new median',
			'new p99',
			'cpu p99',
			'known median',
			'known p99',
			'exact p99',
			'ratio median',
			'ratio p99',
			'recognized',
		]),
		...times.map((one) =>
			row([
				String(one.leads),
				...[one.unknown.median, one.unknown.p99, one.unknownCpu.p99, one.known.median, one.known.p99, one.exact.p99].map(ms),
				...(least === undefined ? [] : [ms(one.unknown.median / least.unknown.median), ms(one.unknown.p99 / least.unknown.p99)]),
				`${(one.found * 100).toFixed(0)} %`,
			]),
		),
		...targets.map(({ name, limit, measured, met }) => `${met ? 'met   ' : 'missed'}  ${name}: ${ms(measured)}, at most ${limit}`),
	].join('\n');
}
