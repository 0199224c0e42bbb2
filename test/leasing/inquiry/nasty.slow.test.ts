/** Inputs that make a careless reader slow: each is read in time that grows with its size and no faster, and never keeps the thread for long. */
import { held } from '../../../bench/doors/measure';
import { NASTY } from '../../../bench/doors/nasty';
import { makeGiveWay } from '../../../nodes/shared/items/giveWay';
import type { LeadResult } from '../../../leasing/inquiry/readLeads';
import { read } from './formats/company';

const SIZE = 150_000;
/** What this thread computes in one go. The promise is 250 ms; a shared machine and the tests' own tools take their part. */
const LONGEST_CPU_MS = 250;
const LONGEST_MS = 15_000;

const clock = { now: () => Date.now() };
const patient = async (item: unknown): Promise<LeadResult[]> => await read(item, { clock, giveWay: makeGiveWay(clock) });

beforeAll(async () => {
	for (const { make } of NASTY) await patient(make(1_000));
});

it.each(NASTY.map((nasty): [string, (size: number) => unknown] => [nasty.name, (size) => nasty.make(size)]))(
	'%s',
	async (_name, make) => {
		const item = make(SIZE);
		let results: LeadResult[] = [];
		const { computed, longestCpu } = await held(async () => (results = await patient(item)));
		expect(results.length).toBeGreaterThan(0);
		expect(Math.round(longestCpu)).toBeLessThan(LONGEST_CPU_MS);
		expect(Math.round(computed)).toBeLessThan(LONGEST_MS);
	},
	30_000,
);

describe('what a limit cuts off is said', () => {
	const sentences = (results: LeadResult[]): string =>
		results.map((result) => JSON.stringify(result.ok ? result.inquiry.changes : result.reasons)).join(' ');
	const one = (name: string, size: number): unknown => NASTY.find((nasty) => nasty.name === name)?.make(size);

	it.each<[string, string, number]>([
		['form, one long message', 'value_cut', 100_000],
		['form, phone of spaces', 'value_cut', 100_000],
		['form, many phones', 'value_cut', 100_000],
		['form, many fields', 'inquiry_cut', 300_000],
		['form, nested groups', 'inquiry_cut', 1_000],
		['MITS, one with customers', 'people_left', 10_000],
		['ADF, deep', 'xml_too_large', 100_000],
		['mail, lines of one letter', 'mail_cut', 300_000],
		['mail, HTML cells', 'mail_cut', 300_000],
	])('%s: %s', async (name, code, size) => {
		expect(sentences(await patient(one(name, size)))).toContain(`"${code}"`);
	});

	it('keeps the beginning of an item that is too large to keep', async () => {
		const [result] = await patient({ name: 'Nadia Ferris', phone: '206-555-0142', junk: 'x'.repeat(5_000_000) });
		expect(JSON.stringify(result?.ok === true && result.inquiry.raw).length).toBeLessThan(200_000);
		expect(JSON.stringify(result)).toContain('inquiry_cut');
	});
});
