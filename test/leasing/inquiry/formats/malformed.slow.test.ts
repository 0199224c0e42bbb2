/** Ten thousand broken inputs, the same each time: every one gives leads or reasons, none throws, none takes long. */
import { FORMATS } from '../../../../leasing/inquiry/formats/registry';
import { mulberry32 } from '../../../../sandbox/mulberry32';
import { parseInquiry } from '../../../../leasing/inquiry/inquirySchema';
import { read } from './company';
import { malformedInputs } from './malformedInputs';

const INPUTS = 10_000;
const SEED = 20_260_310;
/** Generous, because the machine that runs this is shared; a catastrophic pattern takes minutes. */
const LONGEST_MS = 3_000;

const random = mulberry32(SEED);
const malformed = malformedInputs(random);
function one<T>(list: readonly T[]): T {
	const found = list[Math.floor(random() * list.length)];
	if (found === undefined) throw new Error('The list is empty.');
	return found;
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
