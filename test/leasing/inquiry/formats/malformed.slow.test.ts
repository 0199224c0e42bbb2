/** Ten thousand broken inputs, the same each time: every one gives leads or reasons, none throws, none takes long. */
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { FORMATS } from '../../../../leasing/inquiry/formats/registry';
import { mulberry32 } from '../../../../sandbox/mulberry32';
import { parseInquiry } from '../../../../leasing/inquiry/inquirySchema';
import { read, sample } from './company';

const INPUTS = 10_000;
const SEED = 20_260_310;
/** Generous, because the machine that runs this is shared; a catastrophic pattern takes minutes. */
const LONGEST_MS = 3_000;

const SAMPLES = path.resolve(__dirname, '../../../../workflows-templates/20-lead-intake/samples');
const CORPUS = readdirSync(SAMPLES).flatMap((file) => sample(file.replace(/\.json$/, '')));

const random = mulberry32(SEED);
const below = (count: number): number => Math.floor(random() * count);
function one<T>(list: readonly T[]): T {
	const found = list[below(list.length)];
	if (found === undefined) throw new Error('The list is empty.');
	return found;
}

const noise = (length: number): string => Array.from({ length }, () => String.fromCharCode(below(random() < 0.2 ? 65_536 : 256))).join('');
const nested = (depth: number): unknown =>
	Array.from({ length: depth }).reduce<unknown>((inner, _none, index) => (index % 2 === 0 ? { data: inner } : [inner]), 'x');

/** Texts that trip up patterns that backtrack, parsers that recurse and readers that believe what they are told. */
const NASTY: ReadonlyArray<() => unknown> = [
	() => ' '.repeat(20_000) + 'x',
	() => '('.repeat(5_000),
	() => 'a'.repeat(30_000) + '@',
	() => '1-'.repeat(10_000),
	() => 'a@b.'.repeat(8_000),
	() => 'Name: '.repeat(4_000),
	() => '<a>'.repeat(10_000),
	() => '<!DOCTYPE x [<!ENTITY a "&a;&a;&a;">]><adf>&a;</adf>',
	() =>
		`<?xml version="1.0"?><!DOCTYPE r [<!ENTITY e SYSTEM "file:///etc/passwd">]><adf><prospect><customer><contact><name>&e;</name><phone>206-555-0142</phone></contact></customer></prospect></adf>`,
	() => '{"a":'.repeat(2_000),
	() =>
		'From: a@example.com\r\nSubject: x\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n' +
		'--b\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n'.repeat(300),
	() => '\t:'.repeat(10_000),
	() => 'between '.repeat(3_000),
	() => '"'.repeat(9_999) + ', <',
	() => 'A & '.repeat(3_000),
	() => noise(below(3_000)),
	() => nested(below(400)),
	() => Number.NaN,
	() => Number.MAX_VALUE,
	() => -0,
	() => true,
	() => null,
	() => [],
	() => ({}),
	() => [[[[]]]],
	() => ({ __proto__: null, constructor: 'x', toString: 1, hasOwnProperty: null }),
	() => JSON.parse('{"__proto__":{"polluted":true},"name":"Nadia"}') as unknown,
	() => Array.from({ length: 300 }, () => ({ name: 'Nadia', phone: '206-555-0142' })),
	() => Object.fromEntries(Array.from({ length: 1_500 }, (_none, index) => [`field ${index}`, index])),
	() => '\uD800\uDC00\uD800'.repeat(200),
	() => '2026-99-99T99:99:99Z',
	() => 'constructor',
	() => 'constructor: toString\nhasOwnProperty: x\n__proto__: y',
	() => 'in 99999999999999999999 days',
];

/** A copy with a random place replaced. */
function spoiled(value: unknown, by: () => unknown, depth = 0): unknown {
	if (typeof value !== 'object' || value === null || depth > 6 || random() < 0.15) return by();
	if (Array.isArray(value)) {
		const at = below(Math.max(1, value.length));
		return value.map((inner, index) => (index === at ? spoiled(inner, by, depth + 1) : inner));
	}
	const keys = Object.keys(value);
	if (keys.length === 0) return by();
	const key = one(keys);
	return { ...value, [key]: spoiled((value as Record<string, unknown>)[key], by, depth + 1) };
}

/** Cuts every text of an item at a random place. */
function truncated(value: unknown): unknown {
	if (typeof value === 'string') return value.slice(0, below(value.length + 1));
	if (Array.isArray(value)) return value.map(truncated);
	if (typeof value !== 'object' || value === null) return value;
	return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, truncated(inner)]));
}

/** Flips, drops and doubles characters of a text. */
function garbled(text: string): string {
	let result = text;
	for (let times = 1 + below(8); times > 0; times--) {
		const at = below(result.length + 1);
		result =
			result.slice(0, at) +
			one(['', noise(3), '<', '>', '&', '"', '{', '\r\n\r\n', '\0', result.slice(at, at + 20)]) +
			result.slice(at + below(4));
	}
	return result;
}

function malformed(): unknown {
	const item = one(CORPUS);
	switch (below(8)) {
		case 0:
			return truncated(item);
		case 1:
			return JSON.stringify(item).slice(0, below(4_000));
		case 2:
			return garbled(JSON.stringify(item));
		case 3:
			return one(NASTY)();
		case 4:
			return { headers: {}, query: {}, body: one(NASTY)() };
		case 5:
			return truncated(spoiled(item, one(NASTY)));
		case 6: {
			const texts = [
				JSON.stringify(item).match(/<adf.*<\/adf>|<LeadManagement.*<\/LeadManagement>/s)?.[0],
				(item as { raw?: string }).raw,
				JSON.stringify(item),
			];
			return { headers: {}, body: garbled(texts.find((text) => text !== undefined) ?? '') };
		}
		default:
			return spoiled(item, one(NASTY));
	}
}

test(`${INPUTS} malformed inputs give leads or reasons, in bounded time each`, async () => {
	const kinds = ['auto', 'auto', ...FORMATS.map(({ id }) => id)];
	let slowest = { ms: 0, input: '' };
	const outcomes = { leads: 0, unreadable: 0 };
	for (let count = 0; count < INPUTS; count++) {
		const input = malformed();
		const format = one(kinds);
		const began = process.hrtime.bigint();
		const results = await read(input, { format });
		const ms = Number(process.hrtime.bigint() - began) / 1e6;
		if (ms > slowest.ms) slowest = { ms, input: `${format}: ${String(JSON.stringify(input)).slice(0, 200)}` };
		expect(results.length).toBeGreaterThan(0);
		for (const result of results) {
			if (result.ok) {
				outcomes.leads++;
				const parsed = parseInquiry(JSON.parse(JSON.stringify(result.inquiry)));
				expect(parsed.ok ? [] : parsed.problems).toEqual([]);
			} else {
				outcomes.unreadable++;
				expect(result.reasons.length).toBeGreaterThan(0);
				for (const { code, sentence } of result.reasons) {
					expect(code).not.toBe('reader_failed');
					expect(sentence).toMatch(/[.!?)]$/);
				}
			}
		}
	}
	expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
	expect(outcomes.leads).toBeGreaterThan(1_000);
	expect(outcomes.unreadable).toBeGreaterThan(1_000);
	expect(slowest.ms < LONGEST_MS ? '' : slowest.input).toBe('');
	if (process.env.SHOW_FUZZ === '1') process.stdout.write(`${JSON.stringify({ outcomes, slowest })}\n`);
}, 300_000);

test('an entity of the document is never expanded, and nothing outside is read', async () => {
	const xml =
		'<?xml version="1.0"?><!DOCTYPE adf [<!ENTITY me "Mallory"><!ENTITY file SYSTEM "file:///etc/passwd">]><adf><prospect><customer><contact><name part="full">Nadia &me;&file; &amp; co</name><phone>206-555-0142</phone></contact></customer></prospect></adf>';
	const [result] = await read({ body: xml, headers: {} });
	expect(result?.ok === true && JSON.stringify(result.inquiry.people)).not.toMatch(/Mallory|root:/);
});
