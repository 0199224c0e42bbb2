/**
 * How many leads a second Normalize Lead's rules read, channel by channel, beside a plain map of the same item's fields, as
 * a Set or Code node does it, in the same run. `npm run bench -- --only normalize [--quick] [--json]`.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { readLeads } from '../../leasing/inquiry/readLeads';
import type { PortfolioSettings } from '../../leasing/portfolio/portfolio';
import { plainMap } from './plainMap';

const SAMPLES = path.resolve(__dirname, '../../workflows-templates/20-lead-intake/samples');
/** What the samples are about, and enough other properties for a company of some size. */
const OTHER_PROPERTIES = 200;
const RECEIVED_AT = Date.UTC(2026, 2, 10, 17);

const property = (key: string, name: string, address: string) => ({
	key,
	name,
	address,
	timeZone: null,
	state: 'WA',
	tourUrl: null,
	owner: null,
});

const SETTINGS: PortfolioSettings = {
	key: 'main',
	brand: 'Maple Group',
	country: 'US',
	timeZone: 'America/Los_Angeles',
	defaultOwner: 'Leasing Team',
	properties: [
		property('maple-court', 'Maple Court', '14 Maple Ct, Tacoma, WA 98402'),
		property('oak-park', 'Oak Park', '220 Oak Park Ave, Tacoma, WA 98402'),
		...Array.from({ length: OTHER_PROPERTIES }, (_none, index) =>
			property(`house-${index}`, `House Number ${index}`, `${index + 1} Harbor Street, Tacoma, WA 98403`),
		),
	],
	lines: [{ phone: '+12065550100', label: 'Maple Court', propertyKey: 'maple-court' }],
	staff: [],
	trackingNumbers: [],
	officeHours: [],
	holidays: [],
};

export interface ChannelPace {
	channel: string;
	/** Leads a second, one after another on one core. */
	ours: number;
	plain: number;
}

export interface NormalizeFigures {
	properties: number;
	channels: ChannelPace[];
	/** All samples in turn. */
	all: ChannelPace;
}

/** Measures and prints. */
export async function runNormalize({ quick, json }: { quick: boolean; json: boolean }): Promise<NormalizeFigures> {
	const items = readdirSync(SAMPLES).flatMap((file) => {
		const [first] = JSON.parse(readFileSync(path.join(SAMPLES, file), 'utf8')) as unknown[];
		return first === undefined || /^(?:unreadable|meta-ids-only)/.test(file)
			? []
			: [{ channel: file.replace(/\.json$/, ''), item: first }];
	});
	const forMs = quick ? 60 : 600;
	const channels: ChannelPace[] = [];
	for (const { channel, item } of items) channels.push(await pace(channel, [item], forMs));
	const all = await pace(
		'all samples in turn',
		items.map(({ item }) => item),
		forMs * 5,
	);
	const figures: NormalizeFigures = { properties: SETTINGS.properties.length, channels, all };
	(json ? process.stderr : process.stdout).write(`\n${normalizeTable(figures)}\n`);
	if (json) process.stdout.write(`${JSON.stringify(figures)}\n`);
	return figures;
}

async function pace(channel: string, items: readonly unknown[], forMs: number): Promise<ChannelPace> {
	const read = async (item: unknown): Promise<unknown> =>
		await readLeads(item, { settings: SETTINGS, receivedAt: RECEIVED_AT, format: 'auto', map: {} });
	// Both have seen the items before they are timed, as in an n8n that runs for a while.
	await perSecond(items, read, forMs / 4);
	await perSecond(items, async (item) => plainMap(item), forMs / 4);
	return { channel, ours: await perSecond(items, read, forMs), plain: await perSecond(items, async (item) => plainMap(item), forMs / 4) };
}

async function perSecond(items: readonly unknown[], work: (item: unknown) => Promise<unknown>, forMs: number): Promise<number> {
	const began = performance.now();
	let count = 0;
	while (performance.now() - began < forMs) {
		for (const item of items) await work(item);
		count += items.length;
	}
	return (count * 1000) / (performance.now() - began);
}

export function normalizeTable({ properties, channels, all }: NormalizeFigures): string {
	const row = ({ channel, ours, plain }: ChannelPace): string =>
		`${channel.padEnd(28)}${ours.toFixed(0).padStart(12)}${plain.toFixed(0).padStart(14)}${(1000 / ours).toFixed(2).padStart(14)}`;
	return [
		`Normalizing on one core, ${properties} properties in the portfolio. The plain map copies nine fields and checks nothing.`,
		'',
		`${'sample'.padEnd(28)}${'leads/s'.padStart(12)}${'plain map/s'.padStart(14)}${'ms a lead'.padStart(14)}`,
		...channels.map(row),
		'',
		row(all),
	].join('\n');
}
