import type { IDataObject } from 'n8n-workflow';

import { Lead } from '../../../nodes/Lead/Lead.node';
import { runNode } from '../support/runNode';
import { saveCompany } from '../support/samples';
import { useTempStore } from '../support/tempStore';

const temp = useTempStore();

async function ask(operation: string, parameters: Record<string, unknown> = {}): Promise<IDataObject[]> {
	const { json } = await runNode({
		nodeType: Lead,
		parameters: { resource: 'work', operation, ...parameters },
		credentials: temp.credentials,
	});
	return json[0] ?? [];
}

const FOLLOW_UP = { kind: 'follow_up', key: 'lead_1:day-2', dueAt: '2030-01-15T09:00:00', payload: '{ "step": 2 }' };

async function add(changes: Record<string, unknown> = {}): Promise<IDataObject> {
	return (await ask('add', { ...FOLLOW_UP, ...changes }))[0] ?? {};
}

/** Claims everything that is due and lets it fail for good or end well. */
async function end(id: string, how: 'failed' | 'done' | 'claimed'): Promise<void> {
	const { work } = await temp.store();
	await work.claim(['follow_up'], 'test', 50, Date.now(), Date.now() + 60_000);
	if (how === 'failed') await work.fail(id, 'test', 'The PMS is down.', null, Date.now());
	if (how === 'done') await work.finish(id, 'test', Date.now());
}

beforeEach(async () => {
	await saveCompany(temp);
});

describe('Work', () => {
	it('Add keeps what to do and when, in the time zone of the company', async () => {
		expect(await add()).toEqual({
			id: expect.stringMatching(/^work_/),
			kind: 'follow_up',
			key: 'lead_1:day-2',
			payload: { step: 2 },
			attempts: 0,
			dueAt: '2030-01-15T15:00:00.000Z',
			portfolio: 'main',
			state: 'waiting',
			lastError: null,
			createdAt: expect.any(String),
			finishedAt: null,
			added: true,
		});
	});

	it('Add with the same kind and key is the same piece of work', async () => {
		const { id } = await add();
		expect(await add({ dueAt: '', payload: '{}' })).toMatchObject({
			id,
			added: false,
			payload: { step: 2 },
			dueAt: '2030-01-15T15:00:00.000Z',
		});
		expect(await add({ kind: 'write_back' })).toMatchObject({ added: true });
	});

	it.each([
		['nothing', ''],
		['a moment of an expression', '={{ $now }}'],
	])('Add with %s as due time is due now', async (_case, dueAt) => {
		const before = Date.now();
		const { dueAt: due } = await add({ dueAt });
		expect(Date.parse(String(due))).toBeGreaterThanOrEqual(before - 1_000);
		expect(Date.parse(String(due))).toBeLessThanOrEqual(Date.now());
	});

	it.each([
		['={{ $now.set({ year: 2031, month: 2, day: 1, hour: 8, minute: 0, second: 0 }) }}', '2031-02-01T08:00:00.000Z'],
		['={{ new Date("2031-02-01T08:00:00Z") }}', '2031-02-01T08:00:00.000Z'],
		['2031-02-01T08:00:00-06:00', '2031-02-01T14:00:00.000Z'],
	])('Add reads %s', async (dueAt, instant) => {
		expect(await add({ dueAt })).toMatchObject({ dueAt: instant });
	});

	it.each([
		['a whole item', '={{ $json }}', { some: 'lead' }],
		['a list', '[1, 2]', [1, 2]],
		['nothing', '', {}],
	])('Add takes %s as payload', async (_case, payload, kept) => {
		const { json } = await runNode({
			nodeType: Lead,
			parameters: { resource: 'work', operation: 'add', ...FOLLOW_UP, payload },
			items: [{ some: 'lead' }],
			credentials: temp.credentials,
		});
		expect(json[0]).toMatchObject([{ payload: kept }]);
	});

	it.each([
		['failed work by default', {}, ['failed']],
		['what waits, earliest due first', { state: 'waiting' }, ['soon', 'later']],
		['what runs', { state: 'running' }, ['running']],
		['what is done', { state: 'done' }, ['done']],
		['what was cancelled', { state: 'cancelled' }, ['cancelled']],
		['everything of a kind', { state: 'any', kind: 'write_back' }, ['soon']],
		['every company', { state: 'any', portfolio: '', limit: 3 }, ['nobody', 'failed', 'running']],
	])('Get Many lists %s', async (_case, parameters, keys) => {
		const store = await temp.store();
		await store.work.add({ portfolio: null, kind: 'sweep', key: 'nobody', payload: {}, dueAt: 0 });
		const dueAt = (at: string) => `2020-01-0${at}T09:00:00Z`;
		const { id: failed } = await add({ key: 'failed', dueAt: dueAt('1') });
		await add({ key: 'running', dueAt: dueAt('2') });
		const { id: done } = await add({ key: 'done', dueAt: dueAt('3') });
		await end(String(failed), 'failed');
		await end(String(done), 'done');
		await add({ key: 'later' });
		await add({ key: 'soon', kind: 'write_back', dueAt: '2030-01-14T09:00:00' });
		const { id: cancelled } = await add({ key: 'cancelled' });
		await ask('cancel', { workId: cancelled });
		expect((await ask('getAll', parameters)).map(({ key }) => key)).toEqual(keys);
	});

	it('Retry puts back what failed, due now and with all its attempts', async () => {
		const { id } = await add({ dueAt: '' });
		await end(String(id), 'failed');
		expect(await ask('getAll')).toMatchObject([
			{ id, state: 'failed', attempts: 1, lastError: 'The PMS is down.', finishedAt: expect.any(String) },
		]);
		const before = Date.now();
		const [retried] = await ask('retry', { workId: id });
		expect(retried).toMatchObject({
			id,
			state: 'waiting',
			attempts: 0,
			lastError: 'The PMS is down.',
			finishedAt: null,
			retried: true,
			reasons: [],
		});
		expect(Date.parse(String(retried?.dueAt))).toBeGreaterThanOrEqual(before);
		expect(await ask('retry', { workId: id })).toMatchObject([
			{ state: 'waiting', retried: false, reasons: [{ code: 'work_waiting' }] },
		]);
	});

	it('Cancel takes back what waits, once, and Retry brings it back', async () => {
		const { id } = await add();
		expect(await ask('cancel', { workId: id })).toMatchObject([{ id, state: 'cancelled', cancelled: true, reasons: [] }]);
		expect(await ask('cancel', { workId: id })).toMatchObject([
			{ state: 'cancelled', cancelled: false, reasons: [{ code: 'work_cancelled' }] },
		]);
		expect(await ask('retry', { workId: id })).toMatchObject([{ state: 'waiting', retried: true }]);
	});

	it.each([
		['claimed', 'retry', 'work_running'],
		['claimed', 'cancel', 'work_running'],
		['done', 'retry', 'work_done'],
		['done', 'cancel', 'work_done'],
		['failed', 'cancel', 'work_failed'],
	] as const)('work that is %s is not changed by %s', async (how, operation, code) => {
		const { id } = await add({ dueAt: '' });
		await end(String(id), how);
		const before = await (await temp.store()).work.get(String(id));
		const changed = operation === 'retry' ? { retried: false } : { cancelled: false };
		expect(await ask(operation, { workId: id })).toMatchObject([{ id, ...changed, reasons: [{ code }] }]);
		expect(await (await temp.store()).work.get(String(id))).toEqual(before);
	});

	it.each([
		['no kind', 'add', { kind: '={{ "" }}' }, 'Kind is empty.', 'for example follow_up'],
		['two kinds', 'add', { kind: 'a, b' }, 'Kind holds a comma or a line break.', 'Enter one word'],
		['no key', 'add', { key: '={{ "" }}' }, 'Key is empty.', 'the only one of its kind'],
		[
			'a due time nobody can read',
			'add',
			{ dueAt: '={{ "tomorrow" }}' },
			'Due is no date and time: found "tomorrow".',
			'2026-11-20T09:00',
		],
		['a payload that is no JSON', 'add', { payload: '={{ "{ step" }}' }, 'Payload is not JSON.', 'gives the whole item'],
		['an unknown company', 'add', { portfolio: 'oak' }, 'No company settings are saved under "oak".', 'Saved so far: main.'],
		['an unknown state', 'getAll', { state: '={{ "lost" }}' }, 'There is no state "lost".', 'waiting'],
		['unknown work', 'retry', { workId: 'work_x' }, 'There is no work with the ID "work_x".', 'Check the Work ID'],
		['unknown work', 'cancel', { workId: 'work_x' }, 'There is no work with the ID "work_x".', 'Check the Work ID'],
		['no work', 'cancel', { workId: '={{ "" }}' }, 'Work ID is empty.', 'from Get Many'],
	])('%s says what to check', async (_case, operation, parameters, message, advice) => {
		await expect(ask(operation, { ...FOLLOW_UP, ...parameters })).rejects.toMatchObject({
			message,
			description: expect.stringContaining(advice),
		});
	});
});
