import type { IDataObject } from 'n8n-workflow';

import { DeduplicateLead } from '../../../nodes/DeduplicateLead/DeduplicateLead.node';
import { Lead } from '../../../nodes/Lead/Lead.node';
import { NormalizeLead } from '../../../nodes/NormalizeLead/NormalizeLead.node';
import { runNode } from '../support/runNode';
import { runWorkflow } from '../support/runWorkflow';
import { missedCall, saveCompany } from '../support/samples';
import { useTempStore } from '../support/tempStore';

const temp = useTempStore();

async function ask(resource: string, operation: string, parameters: Record<string, unknown> = {}): Promise<IDataObject[]> {
	const { json } = await runNode({ nodeType: Lead, parameters: { resource, operation, ...parameters }, credentials: temp.credentials });
	return json[0] ?? [];
}

/** A missed call from (512) 555-0199 and a form of somebody else. */
async function twoLeads(): Promise<{ leadId: string; taskId: string; otherId: string }> {
	const nodes = [
		{ name: 'Normalize', nodeType: NormalizeLead },
		{ name: 'Deduplicate', nodeType: DeduplicateLead },
	];
	const form = { name: 'Ana Ruiz', phone: '512 555 0198', email: 'ana@example.com', property: 'Cedar House', entry_id: 'f1' };
	const result = await runWorkflow({ nodes, items: [missedCall('+15125550199'), form], credentials: temp.credentials });
	const [call, other] = (result.outputs('Deduplicate')[0] ?? []).map((item) => item.json);
	return {
		leadId: String((call?.lead as IDataObject).id),
		taskId: String((call?.task as IDataObject).id),
		otherId: String((other?.lead as IDataObject).id),
	};
}

beforeEach(async () => {
	await saveCompany(temp);
});

describe('Lead', () => {
	it('Get gives the lead, what identifies it, and what is to do', async () => {
		const { leadId, taskId } = await twoLeads();
		expect(await ask('lead', 'get', { leadId })).toMatchObject([
			{
				id: leadId,
				phone: '+15125550199',
				phoneDisplay: '(512) 555-0199',
				owner: 'Dana',
				property: { key: 'maple-court', name: 'Maple Court' },
				nextActionAt: expect.stringMatching(/^\d{4}-.*Z$/),
				identities: [{ kind: 'phone', value: '+15125550199' }],
				openTasks: [{ id: taskId, kind: 'call_back' }],
			},
		]);
	});

	it.each([
		['everything, newest first', {}, ['other', 'call']],
		['a name', { text: 'ruiz' }, ['other']],
		['a phone in any spelling', { text: '(512) 555-0199' }, ['call']],
		['an e-mail', { text: 'ANA@' }, ['other']],
		['an owner', { filters: { owner: 'Dana' } }, ['call']],
		['a property by its name', { filters: { property: 'cedar house' } }, ['other']],
		['a status', { filters: { status: 'lost' } }, []],
		['at most one', { limit: 1 }, ['other']],
	])('Search finds %s', async (_case, parameters, expected) => {
		const { leadId, otherId } = await twoLeads();
		const names: Record<string, string> = { [leadId]: 'call', [otherId]: 'other' };
		expect((await ask('lead', 'search', parameters)).map((lead) => names[String(lead.id)])).toEqual(expected);
	});

	it('Get Timeline gives one item per entry', async () => {
		const { leadId } = await twoLeads();
		expect(await ask('lead', 'getTimeline', { leadId })).toMatchObject([
			{ kind: 'call', at: '2026-11-20T16:00:00.000Z', sentence: 'A call about Maple Court was missed (no answer).' },
			{ kind: 'match', reasons: [{ code: 'not_seen_before' }], leadId },
			{ kind: 'task' },
		]);
	});

	it('Get Timeline gives the story as one text, in the time zone of the company', async () => {
		const { leadId } = await twoLeads();
		const [story] = await ask('lead', 'getTimeline', { leadId, format: 'story' });
		expect(story).toMatchObject({ leadId, phoneDisplay: '(512) 555-0199', entries: 3 });
		const lines = String(story?.story).split('\n');
		expect(lines[0]).toBe('Nov 20, 2026, 10:00 AM: A call about Maple Court was missed (no answer).');
		expect(lines[1]).toMatch(/A new lead was made; owner: Dana\.$/);
		expect(lines[2]).toBe('    - No lead has this phone number or e-mail address yet.');
	});
});

describe('Task', () => {
	it.each([
		['open ones', {}, 1],
		['done ones', { state: 'done' }, 0],
		['of a kind', { filters: { kind: 'review_match' } }, 0],
		['of an owner', { filters: { owner: 'Dana' } }, 1],
		['of nobody', { filters: { owner: 'Zoe' } }, 0],
		['of a lead', { filters: { leadId: 'lead_unknown' } }, 0],
	])('Get Many lists %s', async (_case, parameters, count) => {
		await twoLeads();
		expect(await ask('task', 'getAll', parameters)).toHaveLength(count);
	});

	it('Complete closes the task once, tells the timeline and leaves a next action', async () => {
		const { leadId, taskId } = await twoLeads();
		const done = { taskId, by: 'Dana', note: 'Tour on Friday' };
		expect(await ask('task', 'complete', done)).toMatchObject([
			{ id: taskId, state: 'done', doneBy: 'Dana', doneNote: 'Tour on Friday', doneAt: expect.any(String), alreadyDone: false },
		]);
		expect(await ask('task', 'complete', { ...done, by: 'Ben', note: 'Me too' })).toMatchObject([
			{ doneBy: 'Dana', doneNote: 'Tour on Friday', alreadyDone: true },
		]);
		expect(await ask('task', 'getAll')).toEqual([]);
		expect(await ask('task', 'getAll', { state: 'done' })).toMatchObject([{ id: taskId }]);
		const timeline = await ask('lead', 'getTimeline', { leadId });
		expect(timeline.at(-1)).toMatchObject({
			kind: 'task',
			sentence: 'Dana completed the task "Call back (512) 555-0199, about Maple Court": Tour on Friday',
		});
		expect(timeline).toHaveLength(4);
		expect(await ask('lead', 'get', { leadId })).toMatchObject([{ nextAction: 'Decide the next step', openTasks: [] }]);
	});
});

describe('Opt-Out', () => {
	it('keeps what the renter said and who was told, and can take it back', async () => {
		const { leadId } = await twoLeads();
		const phone = '(512) 555-0199';
		expect(await ask('optOut', 'getStatus', { phone })).toMatchObject([
			{ phone: '+15125550199', phoneDisplay: phone, optedOut: false, since: null, held: null, history: [] },
		]);
		expect(await ask('optOut', 'record', { phone, note: 'Said so to Dana' })).toMatchObject([
			{ optedOut: true, since: expect.any(String), leadIds: [leadId] },
		]);
		expect(await ask('optOut', 'getStatus', { phone })).toMatchObject([
			{ optedOut: true, history: [{ action: 'out', via: 'staff', evidence: 'Said so to Dana' }] },
		]);
		expect((await ask('lead', 'getTimeline', { leadId })).at(-1)).toMatchObject({
			kind: 'opt_out',
			sentence: 'No more texts to (512) 555-0199: Said so to Dana',
		});
		expect(await ask('optOut', 'record', { phone, change: 'in', note: 'Asked for texts again' })).toMatchObject([
			{ optedOut: false, since: null },
		]);
		expect(await ask('optOut', 'getStatus', { phone })).toMatchObject([
			{ optedOut: false, history: [{ action: 'out' }, { action: 'in' }] },
		]);
		const store = await temp.store();
		await store.textHolds.place({ portfolio: 'main', phone: '+15125550199', via: 'reply_unclear', evidence: 'who is this', heldAt: 0 });
		expect(await ask('optOut', 'getStatus', { phone })).toMatchObject([
			{ held: { since: '1970-01-01T00:00:00.000Z', words: 'who is this' } },
		]);
	});
});

describe('mistakes', () => {
	it.each([
		['an unknown lead', 'lead', 'get', { leadId: 'lead_x' }, 'There is no lead with the ID "lead_x".', 'Check the Lead ID'],
		[
			'an unknown lead',
			'lead',
			'getTimeline',
			{ leadId: 'lead_x' },
			'There is no lead with the ID "lead_x".',
			'same Leasing Store credential',
		],
		['no lead ID', 'lead', 'get', { leadId: '={{ $json.nothing }}' }, 'Lead ID is empty.', 'Enter the ID of a lead'],
		[
			'a lead instead of its ID',
			'lead',
			'get',
			{ leadId: '={{ $json }}' },
			'Lead ID is not a text.',
			'Check the expression in Lead ID',
		],
		[
			'an unknown property',
			'lead',
			'search',
			{ filters: { property: 'Oak' } },
			'There is no property "Oak".',
			'Maple Court, Cedar House',
		],
		['an unknown status', 'lead', 'search', { filters: { status: '={{ "hot" }}' } }, 'A filter cannot be read.', 'tour_booked'],
		['a limit of nothing', 'lead', 'search', { limit: '={{ 0 }}' }, 'Limit must be a whole number above 0.', 'for example to 50'],
		[
			'an unknown task',
			'task',
			'complete',
			{ taskId: 'task_x', by: 'Dana' },
			'There is no task with the ID "task_x".',
			'Check the Task ID',
		],
		['nobody who did it', 'task', 'complete', { taskId: 'task_x', by: '={{ "" }}' }, 'Done By is empty.', 'Enter who did it'],
		['an unknown kind', 'task', 'getAll', { filters: { kind: '={{ "nap" }}' } }, 'A filter cannot be read.', 'call_back'],
		['no phone', 'optOut', 'getStatus', { phone: '={{ "ana" }}' }, 'Phone Number holds no phone number.', 'with its area code'],
		['no evidence', 'optOut', 'record', { phone: '512 555 0199', note: '={{ "" }}' }, 'Note is empty.', 'Enter how you know it'],
		[
			'a portfolio that was never saved',
			'task',
			'getAll',
			{ portfolio: 'oak' },
			'No company settings are saved under "oak".',
			'Saved so far: main.',
		],
		['a resource of another version', 'tour', 'get', {}, 'This node has no resource "tour".', 'Lead, Opt-Out, Review, Task'],
		['an operation of another version', 'lead', 'split', {}, 'This node has no operation "split".', 'Get, Get Timeline, Search'],
	])('%s says what to check', async (_case, resource, operation, parameters, message, advice) => {
		const run = ask(resource, operation, parameters);
		await expect(run).rejects.toMatchObject({ message, description: expect.stringContaining(advice) });
	});

	it('with On Error: Continue, become items, and results are paired with their item', async () => {
		const { leadId } = await twoLeads();
		const { outputs } = await runNode({
			nodeType: Lead,
			parameters: { resource: 'lead', operation: 'getTimeline', leadId: '={{ $json.id }}' },
			items: [{ id: 'lead_x' }, { id: leadId }],
			credentials: temp.credentials,
			onError: 'continueRegularOutput',
		});
		expect(outputs[0]).toMatchObject([
			{
				json: { error: 'There is no lead with the ID "lead_x".', details: expect.stringContaining('Check the Lead ID') },
				pairedItem: { item: 0 },
			},
			...[1, 1, 1].map((item) => ({ pairedItem: { item } })),
		]);
	});

	it('with On Error: Continue (Using Error Output), leave by the error output and keep the advice', async () => {
		const { outputs } = await runNode({
			nodeType: Lead,
			parameters: { resource: 'lead', operation: 'get', leadId: '={{ $json.id }}' },
			items: [{ id: 'lead_x' }],
			credentials: temp.credentials,
			onError: 'continueErrorOutput',
		});
		expect(outputs[0]).toEqual([]);
		expect(outputs[1]).toMatchObject([{ json: { error: expect.any(String), details: expect.stringContaining('Check the Lead ID') } }]);
	});
});
