/**
 * Readers of leads under made-up and broken inputs: nothing crashes, everybody who was put in comes out alone, and nobody comes out who
 * was not put in.
 */
import { FORMATS } from '../../leasing/inquiry/formats/registry';
import type { InquiryPerson } from '../../leasing/inquiry/inquiry';
import { read } from '../leasing/inquiry/formats/company';
import { malformedInputs } from '../leasing/inquiry/formats/malformedInputs';
import { batchOf, formOf, plant } from './renters';
import { Choice, INPUTS, SEED } from './seed';

const SHARE = { batches: 0.15, broken: 0.1 };

process.stdout.write(`Fuzzing readers: ${INPUTS} inputs, seed ${SEED}\n`);

test('whoever is put into a list comes out alone, with their own phone and e-mail', async () => {
	const choice = new Choice(SEED);
	for (let count = 0; count < INPUTS * SHARE.batches; count++) {
		const renters = plant(2 + choice.below(6), choice);
		const batch = batchOf(
			renters.map((renter) => formOf(renter, choice)),
			choice,
		);
		const item = choice.chance(0.5) ? { headers: {}, query: {}, params: {}, body: batch } : batch;
		const results = await read(item);
		const found = results.map((result) =>
			result.ok
				? result.inquiry.people.map(({ phones, emails }) => [
						...phones.map(({ e164 }) => e164),
						...emails.map(({ address }) => address),
					])
				: result.reasons,
		);
		expect({ seed: SEED, count, item, found: found.map((one) => JSON.stringify(one)).sort() }).toEqual({
			seed: SEED,
			count,
			item,
			found: renters.map(({ phone, email }) => JSON.stringify([[phone, email]])).sort(),
		});
	}
}, 3_600_000);

test('broken inputs crash nothing and invent nobody', async () => {
	const choice = new Choice(SEED + 1);
	const malformed = malformedInputs(choice.random);
	const formats = ['auto', 'auto', ...FORMATS.map(({ id }) => id)];
	let people = 0;
	for (let count = 0; count < INPUTS * SHARE.broken; count++) {
		const item = malformed();
		const results = await read(item, { format: choice.one(formats) });
		expect(results.length).toBeGreaterThan(0);
		for (const result of results) {
			if (!result.ok) expect(result.reasons.map(({ code }) => code)).not.toContain('reader_failed');
			else {
				people += result.inquiry.people.length;
				const invented = result.inquiry.people.flatMap((person) => inventedOf(person, item));
				expect({ seed: SEED, count, invented, item: invented.length > 0 ? item : null }).toEqual({
					seed: SEED,
					count,
					invented: [],
					item: null,
				});
			}
		}
	}
	expect(people).toBeGreaterThan(INPUTS * SHARE.broken * 0.1);
}, 3_600_000);

/** What of a person stands nowhere in the input. */
function inventedOf({ phones, emails, fullName }: InquiryPerson, item: unknown): string[] {
	const letters = plain(textsOf(item).join(' '));
	const digits = letters.replace(/\D/g, '');
	const nowhere = (text: string): boolean => !letters.includes(plain(text));
	return [
		...phones.filter(({ e164, raw }) => nowhere(raw) && (e164 === null || !digits.includes(e164.slice(-7)))).map(({ raw }) => raw),
		...emails.filter(({ raw }) => nowhere(raw)).map(({ raw }) => raw),
		...(fullName ?? '').split(/[^\p{L}\p{N}]+/u).filter((word) => nowhere(word)),
	];
}

function plain(text: string): string {
	return text
		.normalize('NFKD')
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]+/gu, '');
}

/** All texts and keys, those in JSON texts, too. */
function textsOf(value: unknown, depth = 0): string[] {
	if (typeof value === 'string') {
		// Escapes of JSON, of links and of markup may hide a name or a number.
		const unescaped = value.replace(/&amp;/g, '&').replace(/&#(\d{1,6});/g, (_all, code: string) => String.fromCharCode(Number(code)));
		return [value, unescaped, decoded(value), ...(depth < 3 ? textsOf(json(value), depth + 1) : [])];
	}
	if (typeof value !== 'object' || value === null) return [String(value)];
	return Object.entries(value).flatMap(([key, inner]) => [key, ...textsOf(inner, depth)]);
}

function json(text: string): unknown {
	try {
		const parsed = JSON.parse(text) as unknown;
		return typeof parsed === 'object' ? parsed : null;
	} catch {
		return null;
	}
}

function decoded(text: string): string {
	return text
		.replace(/\+/g, ' ')
		.replace(/(?:%[0-9a-f]{2})+/gi, (escapes) => Buffer.from(escapes.replaceAll('%', ''), 'hex').toString('utf8'));
}
