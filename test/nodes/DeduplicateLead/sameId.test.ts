/** Two sites count their forms from 1, and anybody can post any number: the same id with another person is another inquiry. */
import type { IDataObject } from 'n8n-workflow';

import { taskKeys } from '../../../leasing/task/keys';
import type { Inquiry } from '../../../leasing/inquiry/inquiry';
import { inquiryOccurrence } from '../../../leasing/writeBack/occurrence';
import { DeduplicateLead } from '../../../nodes/DeduplicateLead/DeduplicateLead.node';
import { textAbout } from '../../../nodes/LeasingText/about';
import { NormalizeLead } from '../../../nodes/NormalizeLead/NormalizeLead.node';
import { runWorkflow } from '../support/runWorkflow';
import { MAIN_LINE, saveCompany } from '../support/samples';
import { useTempStore } from '../support/tempStore';

const temp = useTempStore();
const ANN = { submission_id: '17', name: 'Ann Lake', phone: '(206) 555-0141', email: 'ann@lake.example', message: 'Is it free?' };
const BOB = { submission_id: '17', name: 'Bob Stone', phone: '206-555-0142', email: 'bob@stone.example', message: 'May I see it?' };
const SAID = 'same_id_another_person';

interface Taken extends IDataObject {
	inquiry: IDataObject & { fingerprint: string; occurredAt: string };
	match: { decision: string; reasons: Array<{ code: string }> };
	lead: { id: string } | null;
	task: { id: string } | null;
	repeated: boolean;
}

/** Forms through Normalize Lead and Deduplicate Lead, as the template connects them; the items in the order of the outputs. */
async function post(...forms: object[]): Promise<Taken[]> {
	const run = await runWorkflow({
		nodes: [
			{ name: 'Normalize', nodeType: NormalizeLead },
			{ name: 'Deduplicate', nodeType: DeduplicateLead, parameters: { callBackTask: 'all' } },
		],
		items: forms,
		credentials: temp.credentials,
	});
	return run.outputs('Deduplicate').flatMap((output) => output.map(({ json }) => json as Taken));
}

const saidSo = ({ match }: Taken): boolean => match.reasons.some(({ code }) => code === SAID);
const textKey = (item: Taken): string => textAbout(item, { from: MAIN_LINE }).eventKey;
const noteKey = ({ inquiry }: Taken): string =>
	inquiryOccurrence(inquiry as unknown as Inquiry, null, null, { country: 'US', timeZone: 'America/Chicago' }).key;

beforeEach(async () => {
	await saveCompany(temp);
});

describe.each([
	['one after the other', async () => [...(await post(ANN)), ...(await post(BOB))]],
	['in one list', async () => await post(ANN, BOB)],
])('two renters with the same form number, %s', (_name, both) => {
	it('are two leads with a call-back, a text and a note each, and the second says so', async () => {
		const [ann, bob] = await both();
		if (ann === undefined || bob === undefined) throw new Error('One of them is gone.');
		expect([ann, bob]).toMatchObject([
			{ repeated: false, lead: { name: 'Ann Lake' }, match: { decision: 'new' } },
			{ repeated: false, lead: { name: 'Bob Stone' }, match: { decision: 'new' } },
		]);
		expect(ann.lead?.id).not.toBe(bob.lead?.id);
		expect(ann.task?.id).not.toBe(bob.task?.id);
		expect(textKey(ann)).not.toBe(textKey(bob));
		expect(noteKey(ann)).not.toBe(noteKey(bob));
		expect([ann, bob].map(saidSo)).toEqual([false, true]);

		const store = await temp.store();
		expect(await store.leads.count('main')).toBe(2);
		for (const { inquiry, lead } of [ann, bob]) {
			const task = await store.tasks.byKey('main', taskKeys.callBack(inquiry as unknown as Inquiry));
			expect(task).toMatchObject({ kind: 'call_back', leadId: lead?.id });
		}
		const story = await store.timeline.ofLead(bob.lead?.id ?? '');
		expect(story.flatMap(({ reasons }) => reasons.map(({ code }) => code))).toContain(SAID);
	});
});

it.each([
	['word for word', ANN],
	['with her phone in another spelling', { ...ANN, phone: '+1 206.555.0141' }],
])('the same delivery again, %s, is repeated and asks for no second text', async (_name, again) => {
	const [first] = await post(ANN);
	await post(BOB);
	const [second] = await post(again);
	if (first === undefined || second === undefined) throw new Error('One of them is gone.');
	expect(second).toMatchObject({ repeated: true, lead: { id: first.lead?.id }, task: { id: first.task?.id } });
	expect(textKey(second)).toBe(textKey(first));
	expect(saidSo(second)).toBe(false);
	expect(await (await temp.store()).leads.count('main')).toBe(2);
});

it('numbers that a stranger used up in advance keep nobody out', async () => {
	await post(...Array.from({ length: 30 }, (_, index) => ({ submission_id: String(index + 1), name: 'X Y', phone: '206-555-0199' })));
	const [ann] = await post(ANN);
	expect(ann).toMatchObject({ repeated: false, lead: { name: 'Ann Lake' }, task: { kind: 'call_back' } });
});

it('a call or a text of our own triggers keeps the key it always had', () => {
	const source = { line: MAIN_LINE };
	const inquiry = {
		portfolio: 'main',
		provider: 'twilio',
		providerId: 'CA1',
		occurredAt: '2026-03-10T16:00:00.000Z',
		people: [],
		interest: {},
	};
	for (const fingerprint of [{}, { fingerprint: '' }])
		expect(textAbout({ inquiry: { ...inquiry, ...fingerprint, source } }, {}).eventKey).toBe('twilio:CA1');
});
