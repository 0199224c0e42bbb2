/**
 * How long inputs that make a careless reader slow hold n8n's one thread, beside `JSON.parse` of the same bytes, which n8n does to each
 * request before we see it. `npm run bench -- --only doors [--quick] [--json]`. The exit status is 1 when one of them holds it too long.
 */
import type { PortfolioSettings } from '../../leasing/portfolio/portfolio';
import { readLeads } from '../../leasing/inquiry/readLeads';
import { makeGiveWay } from '../../nodes/shared/items/giveWay';
import { held } from './measure';
import { NASTY, type Nasty } from './nasty';

const SIZES = [10_000, 100_000, 1_000_000, 10_000_000];
/** What Normalize Lead promises for any input of up to 10 MB. */
const LONGEST_MS = 250;
const RECEIVED_AT = Date.UTC(2026, 2, 10, 17);

const SETTINGS: PortfolioSettings = {
	key: 'main',
	brand: 'Maple Group',
	country: 'US',
	timeZone: 'America/Los_Angeles',
	defaultOwner: 'Leasing Team',
	properties: Array.from({ length: 50 }, (_none, at) => ({
		key: `house-${at}`,
		name: `House Number ${at}`,
		address: `${at + 1} Harbor Street, Tacoma, WA 98403`,
		timeZone: null,
		state: 'WA',
		tourUrl: null,
		owner: null,
	})),
	lines: [{ phone: '+12065550100', label: 'Office', propertyKey: 'house-1' }],
	staff: [],
	trackingNumbers: [],
	officeHours: [],
	holidays: [],
};

export interface DoorFigure {
	input: string;
	bytes: number;
	/** Milliseconds in all, and the longest stretch without a turn for others: on the clock, and computed by this thread. */
	total: number;
	longest: number;
	longestCpu: number;
	/** `JSON.parse` of the same bytes. */
	parse: number;
	results: number;
}

const clock = { now: () => Date.now() };

async function measure({ name, make }: Nasty, size: number): Promise<DoorFigure> {
	const text = JSON.stringify(make(size));
	const began = performance.now();
	const item = JSON.parse(text) as unknown;
	const parse = performance.now() - began;
	let results = 0;
	const request = { settings: SETTINGS, receivedAt: RECEIVED_AT, format: 'auto', map: {}, clock };
	const figures = await held(async () => {
		results = (await readLeads(item, { ...request, giveWay: makeGiveWay(clock) })).length;
	});
	return { input: name, bytes: text.length, ...figures, parse, results };
}

/** Measures and prints. @returns the exit status */
export async function runDoors({ quick, json }: { quick: boolean; json: boolean }): Promise<number> {
	const out = json ? process.stderr : process.stdout;
	for (const nasty of NASTY) await measure(nasty, 1_000);
	out.write(`${['input'.padEnd(30), 'bytes', 'ms', 'longest', 'computed', 'ms/MB', 'JSON.parse', 'ratio'].join('\t')}\n`);
	const figures: DoorFigure[] = [];
	for (const nasty of NASTY) {
		for (const size of quick ? SIZES.slice(0, 2) : SIZES) {
			const one = await measure(nasty, size);
			figures.push(one);
			const numbers = [one.total, one.longest, one.longestCpu, one.total / (one.bytes / 1e6), one.parse, one.longestCpu / one.parse];
			out.write(`${[one.input.padEnd(30), one.bytes, ...numbers.map((number) => number.toFixed(1))].join('\t')}\n`);
		}
	}
	const late = figures.filter(({ longestCpu }) => longestCpu > LONGEST_MS);
	out.write(
		`\nLongest: ${Math.max(...figures.map(({ longestCpu }) => longestCpu)).toFixed(0)} ms computed in one go; ${LONGEST_MS} are promised.\n`,
	);
	for (const { input, bytes } of late) out.write(`Too long: ${input}, ${bytes} bytes\n`);
	if (json) process.stdout.write(`${JSON.stringify({ doors: figures })}\n`);
	return late.length === 0 ? 0 : 1;
}
