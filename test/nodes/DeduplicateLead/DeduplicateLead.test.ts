import type { IDataObject } from 'n8n-workflow';

import type { MissedCallEvent } from '../../../leasing/call/call';
import { DeduplicateLead } from '../../../nodes/DeduplicateLead/DeduplicateLead.node';
import { NormalizeLead } from '../../../nodes/NormalizeLead/NormalizeLead.node';
import type { Store } from '../../../store/port';
import { runNode } from '../support/runNode';
import { runWorkflow } from '../support/runWorkflow';
import { CEDAR_LINE, MAIN_LINE, missedCall, saveCompany, STAFF_PHONE, TRACKING_NUMBER } from '../support/samples';
import { useTempStore } from '../support/tempStore';

const temp = useTempStore();
const RENTER = '+15125550199';

type Outputs = Record<'isNew' | 'known' | 'review', IDataObject[]>;

/** Normalize Lead and Deduplicate Lead as the template connects them. */
async function receive(items: object[], parameters: Record<string, unknown> = {}): Promise<Outputs> {
	const result = await runWorkflow({
		nodes: [
			{ name: 'Normalize', nodeType: NormalizeLead },
			{ name: 'Deduplicate', nodeType: DeduplicateLead, parameters },
		],
		items,
		credentials: temp.credentials,
	});
	const [isNew = [], known = [], review = []] = result.outputs('Deduplicate').map((output) => output.map((item) => item.json));
	return { isNew, known, review };
}

async function counts(): Promise<{ leads: number; tasks: number }> {
	const store = await temp.store();
	return { leads: await store.leads.count('main'), tasks: (await store.tasks.list({ portfolio: 'main', limit: 100 })).length };
}

async function storyOf(lead: unknown): Promise<Array<[kind: string, sentence: string]>> {
	const entries = await (await temp.store()).timeline.ofLead((lead as { id: string }).id);
	return entries.map(({ kind, sentence }) => [kind, sentence]);
}

/** Stores the call as the trigger does before the workflow runs. */
async function hear(store: Store, event: MissedCallEvent): Promise<string> {
	const { call } = await store.calls.open({
		portfolio: 'main',
		provider: event.provider,
		providerCallId: event.callKey,
		mode: 'ring_staff',
		consumer: 'w:n',
		callerRaw: event.caller.raw,
		callerE164: event.caller.e164,
		callerName: null,
		withheld: false,
		lineE164: event.line.e164,
		lineLabel: event.line.label,
		propertyKey: 'maple-court',
		forwardedFrom: null,
		startedAt: Date.parse(event.startedAt),
		screening: true,
		raw: {},
	});
	return call.id;
}

beforeEach(async () => {
	await saveCompany(temp);
});

describe('a renter whom nobody knows', () => {
	it('becomes one lead with owner, source and next action, and one call-back task', async () => {
		const { isNew, known, review } = await receive([missedCall(RENTER)]);
		expect([known, review]).toEqual([[], []]);
		expect(isNew).toMatchObject([
			{
				inquiry: { provider: 'twilio' },
				event: { kind: 'missed_call' },
				match: { decision: 'new', leadId: expect.stringMatching(/^lead_/), score: 0, reasons: [{ code: 'not_seen_before' }] },
				lead: {
					id: expect.stringMatching(/^lead_/),
					name: null,
					phone: RENTER,
					phoneDisplay: '(512) 555-0199',
					owner: 'Dana',
					source: 'phone',
					status: 'new',
					property: { key: 'maple-court', name: 'Maple Court' },
					nextAction: 'Call back',
				},
				task: { kind: 'call_back', title: 'Call back (512) 555-0199, about Maple Court', owner: 'Dana', state: 'open' },
				repeated: false,
				dryRun: false,
			},
		]);
		expect(await counts()).toEqual({ leads: 1, tasks: 1 });
		expect(await storyOf(isNew[0]?.lead)).toEqual([
			['call', 'A call about Maple Court was missed (no answer).'],
			['match', 'A new lead was made; owner: Dana.'],
			['task', 'A task was opened for Dana: Call back (512) 555-0199, about Maple Court.'],
		]);
	});

	it('gets the call of the trigger linked, with the voicemail on the task', async () => {
		const event = missedCall(RENTER);
		const store = await temp.store();
		const callId = await hear(store, event);
		await store.calls.attachVoicemail(callId, {
			recordingId: 'RE1',
			url: 'https://example.com/RE1',
			durationSeconds: 12,
			transcript: 'Is it free in May?',
		});
		const { isNew } = await receive([event]);
		expect(isNew).toMatchObject([
			{
				task: {
					callId,
					reasons: expect.arrayContaining([
						expect.objectContaining({
							code: 'voicemail',
							sentence: 'The caller left a voicemail of 12 seconds: https://example.com/RE1',
						}),
						expect.objectContaining({ code: 'voicemail_transcript' }),
					]),
				},
			},
		]);
		expect((await store.calls.get(callId))?.leadId).toBe((isNew[0]?.lead as { id: string }).id);
		// The trigger tells the call itself, so it stands on the timeline once.
		expect((await storyOf(isNew[0]?.lead)).map(([kind]) => kind)).toEqual(['match', 'task']);
	});

	it('is one lead when two items of one run are the same person', async () => {
		const { isNew, known } = await receive([
			missedCall(RENTER),
			missedCall(RENTER, { line: { e164: CEDAR_LINE, providerId: null, label: null }, property: null }),
		]);
		expect(isNew).toHaveLength(1);
		expect(known).toMatchObject([{ lead: { id: (isNew[0]?.lead as { id: string }).id } }]);
		expect(await counts()).toEqual({ leads: 1, tasks: 1 });
	});

	it('is owned by the Default Owner of the node only where the property names nobody', async () => {
		const cedar = { line: { e164: CEDAR_LINE, providerId: null, label: null }, property: { key: 'cedar-house', name: 'Cedar House' } };
		const { isNew } = await receive([missedCall(RENTER), missedCall('+15125550198', cedar)], {
			options: { defaultOwner: 'Weekend Team' },
		});
		expect(isNew).toMatchObject([{ lead: { owner: 'Dana' } }, { lead: { owner: 'Weekend Team' }, task: { owner: 'Weekend Team' } }]);
	});
});

describe('the same item again', () => {
	it('gives what was decided then and writes nothing', async () => {
		const event = missedCall(RENTER);
		const first = await receive([event]);
		const story = await storyOf(first.isNew[0]?.lead);
		const second = await receive([event, event]);
		expect(second.isNew).toHaveLength(2);
		for (const item of second.isNew) {
			expect(item).toEqual({ ...first.isNew[0], repeated: true });
		}
		expect(await counts()).toEqual({ leads: 1, tasks: 1 });
		expect(await storyOf(first.isNew[0]?.lead)).toEqual(story);
	});

	it('stays Known and stays Review', async () => {
		await receive([missedCall(RENTER)]);
		const again = missedCall(RENTER);
		const hidden = missedCall('anonymous');
		const first = await receive([again, hidden]);
		const second = await receive([again, hidden]);
		expect(second.known).toMatchObject([{ match: first.known[0]?.match, lead: first.known[0]?.lead, repeated: true }]);
		expect(second.review).toMatchObject([{ match: { decision: 'review' }, task: first.review[0]?.task, repeated: true }]);
		expect(await counts()).toEqual({ leads: 1, tasks: 2 });
	});
});

describe('a renter who is known', () => {
	const form = { name: 'Ana Ruiz', phone: '(512) 555-0199', email: 'ana@example.com', message: 'Two bedrooms?', entry_id: 'f1' };

	it('is the same lead by form and by phone; what was empty is filled, nothing is overwritten', async () => {
		const called = await receive([missedCall(RENTER)]);
		const { known } = await receive([{ ...form, property: 'Cedar House' }]);
		expect(known).toMatchObject([
			{
				match: {
					decision: 'known',
					reasons: expect.arrayContaining([{ code: 'phone_exact', sentence: expect.stringContaining('same phone') }]),
				},
				lead: {
					id: (called.isNew[0]?.lead as { id: string }).id,
					name: 'Ana Ruiz',
					email: 'ana@example.com',
					source: 'phone',
					property: { key: 'maple-court' },
					nextAction: 'Call back',
				},
				task: null,
			},
		]);
		expect(await counts()).toEqual({ leads: 1, tasks: 1 });
	});

	it('is found by the e-mail that a form added', async () => {
		await receive([missedCall(RENTER)]);
		await receive([form]);
		const { known } = await receive([{ name: 'Ana Ruiz', email: 'ANA@example.com', message: 'Hello again', entry_id: 'f2' }]);
		expect(known).toHaveLength(1);
		expect(await counts()).toMatchObject({ leads: 1 });
	});

	it('who calls again has one open call-back, with the reason on it', async () => {
		await receive([missedCall(RENTER)]);
		const { known } = await receive([missedCall(RENTER)]);
		expect(known).toMatchObject([{ task: { reasons: expect.arrayContaining([expect.objectContaining({ code: 'waits_already' })]) } }]);
		expect(await counts()).toEqual({ leads: 1, tasks: 1 });
	});

	it('gets a new call-back once the first is done', async () => {
		const { isNew } = await receive([missedCall(RENTER)]);
		await (await temp.store()).tasks.complete((isNew[0]?.task as { id: string }).id, 'Dana', null, Date.now());
		const { known } = await receive([missedCall(RENTER)]);
		expect(known).toMatchObject([{ task: { state: 'open' } }]);
		expect(await counts()).toEqual({ leads: 1, tasks: 2 });
	});

	it('under a clearly different name is another lead of the same household, with the reason', async () => {
		await receive([form]);
		const { isNew } = await receive([{ ...form, name: 'Bernard Schultz', email: '', entry_id: 'f3' }]);
		expect(isNew).toMatchObject([
			{
				match: { decision: 'new', reasons: expect.arrayContaining([expect.objectContaining({ code: 'shares_contact' })]) },
				lead: { name: 'Bernard Schultz' },
			},
		]);
		const other = await (await temp.store()).households.others((isNew[0]?.lead as { id: string }).id);
		expect(other).toHaveLength(1);
		expect(await counts()).toEqual({ leads: 2, tasks: 0 });
	});

	it('who may be somebody known goes to a person, with the candidate', async () => {
		await receive([form]);
		const { review } = await receive([{ name: 'Ana Ruiz', email: 'a.ruiz.77@example.org', entry_id: 'f4' }]);
		expect(review).toMatchObject([
			{
				match: {
					decision: 'review',
					candidates: [expect.stringMatching(/^lead_/)],
					reasons: expect.arrayContaining([expect.objectContaining({ code: 'name_only' })]),
				},
				lead: null,
				task: { kind: 'review_match' },
			},
		]);
		expect(await counts()).toEqual({ leads: 1, tasks: 1 });
	});
});

describe('a caller who cannot be told', () => {
	it.each([
		['withheld', '+7378742833', 'phone_withheld'],
		['one of our own lines', MAIN_LINE, 'phone_own'],
		['a tracking number', TRACKING_NUMBER, 'phone_own'],
		['a member of staff', STAFF_PHONE, 'phone_staff'],
		['toll-free', '+18005550199', 'phone_toll_free'],
	])('%s: Review with a task and no lead', async (_case, from, code) => {
		const { review } = await receive([missedCall(from)]);
		expect(review).toMatchObject([
			{
				match: { decision: 'review', leadId: null, candidates: [], reasons: [{ code: 'no_identity' }, { code }] },
				lead: null,
				task: { kind: 'review_match', state: 'open', leadId: null },
			},
		]);
		expect(await counts()).toEqual({ leads: 0, tasks: 1 });
	});
});

describe('the settings of the node', () => {
	it('opens a call-back for forms or for nobody, as chosen', async () => {
		const form = { phone: '512 555 0199', entry_id: 'f1' };
		expect((await receive([form], { callBackTask: 'all' })).isNew).toMatchObject([{ task: { kind: 'call_back' } }]);
		expect((await receive([missedCall('+15125550198')], { callBackTask: 'never' })).isNew).toMatchObject([{ task: null }]);
	});

	it('decides in a dry run and writes nothing', async () => {
		const dryRun = { options: { dryRun: true } };
		const first = await receive([missedCall(RENTER), missedCall('anonymous')], dryRun);
		expect(first.isNew).toMatchObject([{ match: { decision: 'new', leadId: null }, lead: null, task: null, dryRun: true }]);
		expect(first.review).toMatchObject([{ match: { decision: 'review' }, task: null }]);
		expect(await counts()).toEqual({ leads: 0, tasks: 0 });

		const { isNew } = await receive([missedCall(RENTER)]);
		const again = await receive([{ name: 'Ana Ruiz', phone: '512 555 0199', entry_id: 'f1' }], dryRun);
		expect(again.known).toMatchObject([{ lead: { ...(isNew[0]?.lead as object), name: null } }]);
		expect((await receive([{ name: 'Ana Ruiz', phone: '512 555 0199', entry_id: 'f1' }])).known).toMatchObject([
			{ lead: { name: 'Ana Ruiz' }, repeated: false },
		]);
	});
});

describe('mistakes', () => {
	const run = async (items: object[], parameters: Record<string, unknown> = {}, onError?: 'continueRegularOutput') =>
		await runNode({ nodeType: DeduplicateLead, items, parameters, credentials: temp.credentials, ...(onError ? { onError } : {}) });

	it('an item without an inquiry says which node is missing', async () => {
		await expect(run([{ phone: '512' }])).rejects.toMatchObject({
			message: expect.stringContaining('This item holds no inquiry.'),
			description: expect.stringContaining('Put a Normalize Lead node before this one'),
		});
	});

	it('a setting that an expression got wrong is named', async () => {
		const { isNew } = await receive([missedCall(RENTER)]);
		const failure = run([{ inquiry: isNew[0]?.inquiry }], { options: { dryRun: '={{ "maybe" }}' }, callBackTask: '={{ "often" }}' });
		await expect(failure).rejects.toMatchObject({
			message: 'A setting cannot be read: Call-Back Task (calls, all or never), Match Only (true or false).',
		});
	});

	it('a portfolio that was never saved is named', async () => {
		const { isNew } = await receive([missedCall(RENTER)]);
		const failure = run([{ inquiry: { ...(isNew[0]?.inquiry as object), portfolio: 'oak' } }]);
		await expect(failure).rejects.toMatchObject({ message: 'No company settings are saved under "oak".' });
	});

	it('with On Error: Continue, goes to Review as an item of its own and leaves the others alone', async () => {
		const { isNew } = await receive([missedCall(RENTER)]);
		const { outputs } = await run([{ nothing: true }, { inquiry: isNew[0]?.inquiry }], {}, 'continueRegularOutput');
		expect(outputs[2]).toMatchObject([
			{ json: { error: expect.stringContaining('This item holds no inquiry') }, pairedItem: { item: 0 } },
		]);
		expect(outputs[0]).toMatchObject([{ json: { repeated: true }, pairedItem: { item: 1 } }]);
	});
});

describe('at the same time', () => {
	it('runs for the same caller make one lead', async () => {
		const results = await Promise.all([1, 2, 3, 4].map(async () => await receive([missedCall(RENTER)])));
		expect(results.flatMap(({ isNew }) => isNew)).toHaveLength(1);
		expect(results.flatMap(({ known }) => known)).toHaveLength(3);
		expect(await counts()).toEqual({ leads: 1, tasks: 1 });
	});
});
