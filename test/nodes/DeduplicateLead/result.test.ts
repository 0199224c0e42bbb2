import { resultItem, type Job } from '../../../nodes/DeduplicateLead/batch/result';
import type { Deduplicated } from '../../../nodes/DeduplicateLead/case';
import { DEFAULT_RULES } from '../../../nodes/shared/matching/rules';
import { SETTINGS } from '../../leasing/inquiry/exampleSettings';
import { call } from './support';

const RAW = { form: { name: 'Rosa' } };
const job: Job = { index: 3, inquiry: { ...call('(512) 555-0131'), raw: RAW }, people: [], settings: SETTINGS, rules: DEFAULT_RULES, callBackTask: 'all', dryRun: false };
const result: Deduplicated = { inquiryId: 'inquiry_1', reviewIds: [], match: { decision: 'review', leadId: null, candidates: [], score: 0, reasons: [], compared: [] }, lead: null, task: null, repeated: false };

describe('an item of Deduplicate Lead', () => {
	it('has its fields in the order in which people read them', () => {
		expect(Object.keys(resultItem(job, result, { json: { event: { id: 1 } } }).json)).toEqual(['inquiry', 'match', 'lead', 'task', 'inquiryId', 'reviewIds', 'repeated', 'dryRun', 'event']);
	});

	it('may be changed by later nodes without changing what came in', () => {
		const { json } = resultItem(job, result, undefined);
		const { raw } = json.inquiry as unknown as { raw: typeof RAW };
		expect(raw).toEqual(RAW);
		raw.form.name = 'changed';
		expect(RAW.form.name).toBe('Rosa');
	});
});
