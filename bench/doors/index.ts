/**
 * How long inputs that make a careless reader slow hold n8n's one thread, beside `JSON.parse` of the same bytes, which n8n does to each
 * request before we see it. `npm run bench -- --only doors [--quick] [--json]`. The exit status is 1 when one of them holds it too long.
 */
import type { PortfolioSettings } from '../../leasing/portfolio/portfolio';
import { readLeads } from '../../leasing/inquiry/readLeads';
import { makeGiveWay } from '../../nodes/shared/items/giveWay';
import { held } from './measure';
import { NASTY, type Nasty } from './nasty';
import { HEADINGS, LONGER_MS, measureWebhooks } from './webhooks';

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
	const say = (line: string): void => void out.write(`${line}\n`);
	const { figures: doors, late } = await readers(quick, say);
	say(`\nRequests to webhooks of a real n8n, beside the same request to n8n's own Webhook node, while renters call\n\n${HEADINGS}`);
	const webhooks = await measureWebhooks(quick, say);
	const longer = webhooks.figures.filter(({ ours, peer }) => ours - peer > LONGER_MS);
	const most = Math.max(...webhooks.figures.map(({ ours, peer }) => ours - peer));
	say(`\nLonger than n8n's own Webhook node: ${most.toFixed(0)} ms at most; ${LONGER_MS} are promised.`);
	for (const { request, door } of longer) say(`Too long: ${request}, ${door}`);
	say(`${webhooks.calls.texted} of ${webhooks.calls.made} callers meanwhile got their one text.`);
	for (const problem of webhooks.problems) say(`The phone company says: ${problem}`);
	if (json) process.stdout.write(`${JSON.stringify({ doors, webhooks })}\n`);
	return late === 0 && longer.length === 0 && webhooks.calls.texted === webhooks.calls.made ? 0 : 1;
}

async function readers(quick: boolean, say: (line: string) => void): Promise<{ figures: DoorFigure[]; late: number }> {
	for (const nasty of NASTY) await measure(nasty, 1_000);
	say(['input'.padEnd(30), 'bytes', 'ms', 'longest', 'computed', 'ms/MB', 'JSON.parse', 'ratio'].join('\t'));
	const figures: DoorFigure[] = [];
	for (const nasty of NASTY) {
		for (const size of quick ? SIZES.slice(0, 2) : SIZES) {
			const one = await measure(nasty, size);
			figures.push(one);
			const numbers = [one.total, one.longest, one.longestCpu, one.total / (one.bytes / 1e6), one.parse, one.longestCpu / one.parse];
			say([one.input.padEnd(30), one.bytes, ...numbers.map((number) => number.toFixed(1))].join('\t'));
		}
	}
	const late = figures.filter(({ longestCpu }) => longestCpu > LONGEST_MS);
	say(
		`\nLongest: ${Math.max(...figures.map(({ longestCpu }) => longestCpu)).toFixed(0)} ms computed in one go; ${LONGEST_MS} are promised.`,
	);
	for (const { input, bytes } of late) say(`Too long: ${input}, ${bytes} bytes`);
	return { figures, late: late.length };
}
