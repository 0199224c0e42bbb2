import { FORMATS } from '../../../leasing/inquiry/formats/registry';
import { parseInquiry } from '../../../leasing/inquiry/inquirySchema';
import type { LeadResult } from '../../../leasing/inquiry/readLeads';
import { read } from '../../leasing/inquiry/formats/company';
import { malformedInputs } from '../../leasing/inquiry/formats/malformedInputs';
import { trial, type Target } from '../campaign';
import { documentOf } from '../documents';
import { mutated } from '../mutate';
import { batchOf, formOf, plant, type Planted } from '../renters';
import type { Choice } from '../seed';
import { Known } from './invented';

/** What reading one input may compute. The largest of these inputs have some 100 KB. */
const READING_CPU_MS = 250;

const identitiesOf = (results: readonly LeadResult[]): string[][] =>
	results.flatMap((result) =>
		result.ok
			? [
					result.inquiry.people.flatMap(({ phones, emails }) => [
						...phones.map(({ e164, raw }) => e164 ?? raw),
						...emails.map(({ address }) => address),
					]),
				]
			: [],
	);

/** Whoever is put into a list comes out alone, with their own phone and e-mail. */
export const leadLists: Target = {
	id: 'lists',
	title: 'lists and envelopes of renters to the readers of leads',
	share: 0.1,
	cpuMs: READING_CPU_MS,
	expected: { 'all of them': 1_000 },
	trial(choice) {
		const renters = plant(2 + choice.below(6), choice);
		const batch = batchOf(
			renters.map((renter) => formOf(renter, choice)),
			choice,
		);
		const item = choice.chance(0.5) ? { headers: {}, query: {}, params: {}, body: batch } : batch;
		const wanted = renters.map(({ phone, email }) => JSON.stringify([phone, email])).sort();
		const found = (results: LeadResult[]): string[] =>
			identitiesOf(results)
				.map((one) => JSON.stringify(one))
				.sort();
		return trial({
			input: item,
			run: async () => await read(item),
			count: (results) => (found(results).join() === wanted.join() ? 'all of them' : 'others'),
			judge: (results) =>
				found(results).join() === wanted.join() ? null : `Put in: ${wanted.join(' ')}. Read: ${found(results).join(' ')}.`,
		});
	},
};

/** Documents of every format with renters in them: no inquiry mixes two of them, and in well-known ones nobody is left out. */
export const leadDocuments: Target = {
	id: 'documents',
	title: 'mails, ADF, MITS, chats, forms and rows to the readers of leads',
	share: 0.1,
	cpuMs: READING_CPU_MS,
	expected: { read: 600 },
	trial(choice) {
		const { item, renters, complete } = documentOf(plant(1 + choice.below(3), choice), choice);
		return trial({
			input: item,
			run: async () => await read(item),
			count: (results) => (results.some(({ ok }) => ok) ? 'read' : 'not read'),
			judge: (results) => crashed(results) ?? invented(results, item) ?? mixed(results, renters, complete),
		});
	},
};

/** Documents and samples of every format, broken: nothing crashes, and nobody is read who was not put in. */
export const brokenLeads: Target = {
	id: 'broken',
	title: 'broken and hostile inputs to the readers of leads',
	share: 0.1,
	cpuMs: READING_CPU_MS,
	expected: { read: 100, 'not read': 100 },
	trial(choice) {
		const item = choice.chance(0.5) ? malformedInputs(choice.random)() : brokenDocument(choice);
		const format = choice.chance(0.5) ? 'auto' : choice.one(FORMATS).id;
		return trial({
			input: { format, item },
			run: async () => await read(item, { format }),
			count: (results) => (results.some(({ ok }) => ok) ? 'read' : 'not read'),
			judge: (results) => crashed(results) ?? invented(results, item),
		});
	},
};

/** Two documents, one perhaps within the other, with some of their letters changed. */
function brokenDocument(choice: Choice): unknown {
	const text = (): string => {
		const { item } = documentOf(plant(1 + choice.below(3), choice), choice);
		return typeof item === 'string' ? item : choice.chance(0.5) ? JSON.stringify(item) : (longestText(item) ?? JSON.stringify(item));
	};
	let broken = text();
	if (choice.chance(0.3)) {
		const at = choice.below(broken.length);
		broken = broken.slice(0, at) + text() + broken.slice(at + choice.below(40));
	}
	for (let times = 1 + choice.below(6); times > 0; times--) broken = mutated(broken, choice);
	switch (choice.below(4)) {
		case 0:
			return { raw: broken };
		case 1:
			return { from: 'leads@broker.example', subject: 'A lead', [choice.one(['text', 'html', 'textPlain', 'body'])]: broken };
		case 2:
			return broken;
		default:
			return { headers: {}, query: {}, body: broken };
	}
}

function longestText(value: unknown): string | null {
	if (typeof value === 'string') return value;
	if (typeof value !== 'object' || value === null) return null;
	return Object.values(value)
		.flatMap((inner) => longestText(inner) ?? [])
		.reduce<string | null>((longest, one) => (one.length > (longest?.length ?? -1) ? one : longest), null);
}

function crashed(results: readonly LeadResult[]): string | null {
	if (results.length === 0) return 'It gave neither a lead nor a reason.';
	for (const result of results) {
		if (!result.ok) {
			if (result.reasons.length === 0) return 'Something was refused without a reason.';
			if (result.reasons.some(({ code }) => code === 'reader_failed')) return `A reader failed: ${result.reasons[0]?.sentence}`;
		} else {
			const parsed = parseInquiry(JSON.parse(JSON.stringify(result.inquiry)));
			if (!parsed.ok) return `It is no inquiry: ${parsed.problems.join(' ')}`;
		}
	}
	if (({} as { polluted?: unknown }).polluted !== undefined) return 'Every object has a field more.';
	return null;
}

function invented(results: readonly LeadResult[], item: unknown): string | null {
	const known = new Known(item);
	const missing = results.flatMap((result) => (result.ok ? result.inquiry.people.flatMap((person) => known.missingOf(person)) : []));
	return missing.length === 0 ? null : `Nobody put this in: ${JSON.stringify(missing)}`;
}

function mixed(results: readonly LeadResult[], renters: readonly Planted[], complete: boolean): string | null {
	const found = identitiesOf(results);
	for (const identities of found) {
		const owners = renters.filter(({ phone, email }) => identities.includes(phone) || identities.includes(email));
		if (owners.length > 1) return `One inquiry has the identities of ${owners.length} renters: ${identities.join(' ')}`;
	}
	const all = new Set(found.flat());
	const left = complete ? renters.filter(({ phone, email }) => !all.has(phone) || !all.has(email)) : [];
	return left.length === 0 ? null : `Not read: ${left.map(({ name }) => name).join(', ')}. Read: ${JSON.stringify(found)}`;
}
