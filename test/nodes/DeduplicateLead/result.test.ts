import { resultItem, type Job } from '../../../nodes/DeduplicateLead/result';
import type { TakenIn } from '../../../office/intake/case';
import { reason } from '../../../leasing/reason';
import { DEFAULT_RULES } from '../../../office/matching/rules';
import { SETTINGS } from '../../leasing/inquiry/exampleSettings';
import { call } from './support';

const RAW = { form: { name: 'Rosa' } };
const job: Job = {
	index: 3,
	inquiry: { ...call('(512) 555-0131'), raw: RAW },
	people: [],
	settings: SETTINGS,
	rules: DEFAULT_RULES,
	callBackTask: 'all',
	dryRun: false,
	simplify: false,
};
const result: TakenIn = {
	inquiryId: 'inquiry_1',
	reviewIds: [],
	match: { decision: 'review', leadId: null, candidates: [], score: 0, reasons: [], compared: [] },
	lead: null,
	task: null,
	repeated: false,
};

describe('an item of Deduplicate Lead', () => {
	it('has its fields in the order in which people read them', () => {
		expect(Object.keys(resultItem(job, result, { json: { event: { id: 1 } } }).json)).toEqual([
			'inquiry',
			'match',
			'lead',
			'task',
			'inquiryId',
			'reviewIds',
			'repeated',
			'dryRun',
			'event',
		]);
	});

	it('may be changed by later nodes without changing what came in', () => {
		const { json } = resultItem(job, result, undefined);
		const { raw } = json.inquiry as unknown as { raw: typeof RAW };
		expect(raw).toEqual(RAW);
		raw.form.name = 'changed';
		expect(RAW.form.name).toBe('Rosa');
	});

	it('is a flat line when simplified, in the words of a report', () => {
		const inquiry = {
			...job.inquiry,
			people: ['Ana Ruiz', null, 'Luis Ruiz'].flatMap((fullName) =>
				job.inquiry.people.slice(0, 1).map((person) => ({ ...person, fullName })),
			),
		};
		const match = {
			...result.match,
			candidates: ['lead_1', 'lead_2'],
			score: 6.5,
			reasons: [reason('not_sure', 'A person decides.'), reason('name_only', 'Only names agree.')],
		};
		expect(resultItem({ ...job, inquiry, simplify: true }, { ...result, match, repeated: true }, undefined)).toEqual({
			json: {
				result: 'left for review',
				name: 'Ana Ruiz and Luis Ruiz',
				leadId: '',
				candidates: 'lead_1 lead_2',
				repeated: 'yes',
				score: 6.5,
				why: 'A person decides. Only names agree.',
			},
			pairedItem: { item: 3 },
		});
	});
});
