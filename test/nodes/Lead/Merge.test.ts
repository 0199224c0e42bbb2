import { DatabaseSync } from 'node:sqlite';

import type { IDataObject } from 'n8n-workflow';

import { Lead } from '../../../nodes/Lead/Lead.node';
import type { Store } from '../../../store/port';
import { SETTINGS } from '../../leasing/inquiry/exampleSettings';
import { newText } from '../../store/contract/builders';
import { call, come, contact } from '../DeduplicateLead/support';
import { runNode } from '../support/runNode';
import { useTempStore } from '../support/tempStore';

const temp = useTempStore();
const PHONE = '(512) 555-0123';
const OTHER = '(512) 555-0124';
let store: Store;

beforeEach(async () => {
	store = await temp.store();
	await store.portfolios.save(SETTINGS);
});

async function ask(resource: string, operation: string, parameters: Record<string, unknown>): Promise<IDataObject> {
	const { json } = await runNode({ nodeType: Lead, parameters: { resource, operation, ...parameters }, credentials: temp.credentials });
	return json[0]?.[0] ?? {};
}
const merge = async (leadId: string, otherLeadId: string, note = '') =>
	await ask('lead', 'merge', { leadId, otherLeadId, by: 'Dana', note });
const undo = async (mergeId: unknown) => await ask('lead', 'undoMerge', { mergeId, by: 'Sam' });

/** Two leads with something in every table that belongs to leads. */
async function twoLeads() {
	const made = [];
	for (const one of [
		contact({ name: 'Maria Lopez', phones: [PHONE], emails: ['maria@example.com'] }),
		contact({ name: 'Gabi Torres', phones: [OTHER] }),
	]) {
		const { lead } = await come(store, one);
		const id = lead?.id ?? '';
		await store.texts.plan(newText({ key: `text ${id}`, leadId: id, phone: lead?.phone ?? '' }));
		await store.tasks.open({
			portfolio: 'main',
			key: `task ${id}`,
			kind: 'other',
			title: 'Send the floor plan',
			leadId: id,
			callId: null,
			owner: 'Dana',
			dueAt: 5,
			priority: 2,
			reasons: [],
		});
		await store.optOuts.record({ portfolio: 'main', phone: lead?.phone ?? '', action: 'out', via: 'reply', evidence: 'STOP', at: 5 });
		made.push(id);
	}
	const [maria = '', mary = ''] = made;
	await store.households.join(
		[mary, (await come(store, contact({ name: 'Tom Baker', emails: ['tom@example.com'] }))).lead?.id ?? ''],
		'Dana',
		5,
	);
	return { maria, mary };
}

/** Every row of every table, as bytes on disk would say it; what a merge adds is its own record and what it tells. */
function everyRow(): Record<string, unknown[]> {
	const db = new DatabaseSync(String((temp.credentials.leasingStoreApi as { file: string }).file));
	try {
		const tables = db
			.prepare("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'search_%'")
			.all()
			.map(({ name }) => String(name));
		const rows = (table: string) =>
			db.prepare(`SELECT * FROM ${table} ${table === 'timeline' ? "WHERE kind <> 'merge'" : ''} ORDER BY rowid`).all();
		return Object.fromEntries(
			tables.filter((table) => table !== 'lead_merges' && table !== 'match_reviews').map((table) => [table, rows(table)]),
		);
	} finally {
		db.close();
	}
}

describe('Merge', () => {
	it('makes two leads one, with one open call-back, and both timelines in one', async () => {
		const { maria, mary } = await twoLeads();
		const done = await merge(maria, mary, 'met them both');
		expect(done).toMatchObject({
			mergeId: expect.stringMatching(/^merge_/),
			mergedLeadId: mary,
			lead: { id: maria, name: 'Maria Lopez', phone: '+15125550123' },
		});
		const shown = await ask('lead', 'get', { leadId: mary });
		expect(shown).toMatchObject({ id: maria, merges: [{ id: done.mergeId, by: 'Dana', undoneAt: null }] });
		expect((shown.identities as IDataObject[]).map(({ value }) => value).sort()).toEqual([
			'+15125550123',
			'+15125550124',
			'maria@example.com',
		]);
		expect(shown.people).toEqual(['Maria Lopez', 'Gabi Torres']);
		expect(shown.householdLeadIds).toHaveLength(1);
		expect((shown.openTasks as IDataObject[]).map(({ kind }) => kind).sort()).toEqual(['call_back', 'other', 'other']);
		const story = await ask('lead', 'getTimeline', { leadId: maria, format: 'story' });
		expect(story.story).toContain(`Dana merged Gabi Torres (${mary}) into this lead.`);
		expect(story.story).toContain('met them both');
		expect(await store.leads.count('main')).toBe(2);
	});

	it('is remembered: what either was known by leads to the one', async () => {
		const { maria, mary } = await twoLeads();
		await merge(maria, mary);
		expect((await come(store, contact({ name: 'Gabi Torres', phones: [OTHER] }))).match).toMatchObject({
			decision: 'known',
			leadId: maria,
		});
		expect((await come(store, call(OTHER))).match).toMatchObject({ decision: 'known', leadId: maria });
		expect((await store.texts.listByLead(maria)).length).toBe(2);
		expect(await store.optOuts.current('main', '+15125550124')).toMatchObject({ action: 'out' });
	});

	it('says what is wrong with the ids', async () => {
		const { maria, mary } = await twoLeads();
		await expect(merge(maria, 'lead_none')).rejects.toMatchObject({ message: 'There is no lead with the ID "lead_none".' });
		await expect(merge(maria, maria)).rejects.toMatchObject({ message: 'These two are one lead already.' });
		await merge(maria, mary);
		await expect(merge(mary, maria)).rejects.toMatchObject({ message: 'These two are one lead already.' });
		await expect(ask('lead', 'merge', { leadId: maria, otherLeadId: mary, by: '={{ "" }}' })).rejects.toMatchObject({
			message: 'Decided By is empty.',
		});
	});
});

describe('Undo Merge', () => {
	it('gives back every row of every table as it was', async () => {
		const { maria, mary } = await twoLeads();
		const before = everyRow();
		const { mergeId } = await merge(maria, mary);
		expect(everyRow()).not.toEqual(before);
		expect(await undo(mergeId)).toMatchObject({
			mergeId,
			alreadyUndone: false,
			kept: { id: maria },
			merged: { id: mary },
			movedInquiryIds: [],
		});
		expect(everyRow()).toEqual(before);
		expect((await ask('lead', 'getTimeline', { leadId: mary, format: 'story' })).story).toContain(
			`Sam undid the merge with Maria Lopez (${maria}): these are two leads again.`,
		);
		expect(await undo(mergeId)).toMatchObject({ alreadyUndone: true });
	});

	it('works with the id of the merged lead, too', async () => {
		const { maria, mary } = await twoLeads();
		await merge(maria, mary);
		expect(await undo(mary)).toMatchObject({ merged: { id: mary } });
		await expect(undo(mary)).rejects.toMatchObject({ message: expect.stringContaining('is not merged') });
		await expect(undo('merge_none')).rejects.toMatchObject({ message: 'There is no merge with the ID "merge_none".' });
	});

	it('keeps the two apart from then on, also when something has what identifies both', async () => {
		const { maria, mary } = await twoLeads();
		const { mergeId } = await merge(maria, mary);
		await undo(mergeId);
		const both = await come(store, contact({ name: 'Maria Lopez', phones: [PHONE, OTHER] }));
		expect(await store.leads.count('main')).toBe(3);
		expect(both.match.decision).not.toBe('new');
		expect((await store.leads.get(mary))?.id).toBe(mary);
	});

	it('sends what came in meanwhile to the side it looks like, with all that came of it', async () => {
		const { maria, mary } = await twoLeads();
		const { mergeId } = await merge(maria, mary);
		await new Promise((resolve) => setTimeout(resolve, 2));
		const late = await come(store, contact({ name: 'Gabi Torres', phones: [OTHER, '(512) 555-0129'] }));
		const own = await come(store, contact({ name: 'Maria Lopez', phones: [PHONE], emails: ['ml@example.com'] }));
		expect([late.lead?.id, own.lead?.id]).toEqual([maria, maria]);
		const undone = await undo(mergeId);
		expect(undone.movedInquiryIds).toHaveLength(1);
		expect((await store.inquiries.listByLead(mary)).length).toBe(2);
		expect((await store.inquiries.listByLead(maria)).length).toBe(2);
		expect(await store.leads.identities(mary)).toEqual(expect.arrayContaining([{ kind: 'phone', value: '+15125550129' }]));
		expect(await store.leads.identities(maria)).toEqual(expect.arrayContaining([{ kind: 'email', value: 'ml@example.com' }]));
		expect((await come(store, call('(512) 555-0129'))).match).toMatchObject({ decision: 'known', leadId: mary });
		expect((await come(store, contact({ name: 'Maria Lopez', emails: ['ml@example.com'] }))).match).toMatchObject({
			decision: 'known',
			leadId: maria,
		});
	});
});

describe('Leave Household', () => {
	it('takes a lead out, once', async () => {
		const { mary } = await twoLeads();
		expect(await ask('lead', 'leaveHousehold', { leadId: mary, by: 'Dana', note: 'moved out' })).toMatchObject({
			id: mary,
			leftLeadIds: [expect.stringMatching(/^lead_/)],
		});
		expect(await ask('lead', 'leaveHousehold', { leadId: mary, by: 'Dana' })).toMatchObject({ leftLeadIds: [] });
		expect((await ask('lead', 'get', { leadId: mary })).householdLeadIds).toEqual([]);
	});
});
