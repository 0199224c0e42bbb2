import type { ITriggerResponse } from 'n8n-workflow';

import { LeasingWorkTrigger } from '../../../nodes/LeasingWork/LeasingWorkTrigger.node';
import { DEFAULTS } from '../../../nodes/LeasingWork/parameters';
import { ringForWork } from '../../../office/work/bell';
import { runTrigger, type Emitted } from '../support/runTrigger';
import { saveCompany } from '../support/samples';
import { useTempStore } from '../support/tempStore';

const published: ITriggerResponse[] = [];
// Registered before the hook that closes the store, so that it runs before it.
afterEach(async () => {
	for (const response of published.splice(0)) await response.closeFunction?.();
});
const temp = useTempStore();

beforeEach(async () => {
	await saveCompany(temp);
});

async function add(key: string, { kind = 'follow_up', inMs = 0 } = {}): Promise<void> {
	await (await temp.store()).work.add({ portfolio: 'main', kind, key, payload: { step: 2 }, dueAt: Date.now() + inMs });
	ringForWork();
}
const work = async (key: string) => await (await temp.store()).work.byKey('follow_up', key);

function trigger(mode: 'manual' | 'trigger', parameters: Record<string, unknown>, onEmit?: (emitted: Emitted) => void) {
	const node = { name: 'Work', nodeType: LeasingWorkTrigger, parameters };
	return runTrigger({ node, mode, credentials: temp.credentials, ...(onEmit ? { onEmit } : {}) });
}

/** Publishes the trigger. @returns what it starts */
async function publish(parameters: Record<string, unknown>): Promise<Emitted[]> {
	const emitted: Emitted[] = [];
	published.push(await trigger('trigger', parameters, (start) => emitted.push(start)));
	return emitted;
}

async function until(condition: () => Promise<boolean> | boolean): Promise<void> {
	const giveUpAt = Date.now() + 4_000;
	while (!(await condition())) {
		if (Date.now() > giveUpAt) throw new Error('The condition did not come true in time.');
		await new Promise((resolve) => setImmediate(resolve));
	}
}

describe('a published trigger', () => {
	it('starts one execution per piece of work of its kinds, and ends the work when the execution has ended well', async () => {
		const starts = await publish({ kinds: 'write_back,\n follow_up ' });
		await add('lead 1');
		await add('lead 2', { kind: 'sweep' });
		await until(() => starts.length === 1);
		expect(starts[0]?.json).toEqual({
			id: expect.stringMatching(/^work_/),
			kind: 'follow_up',
			key: 'lead 1',
			payload: { step: 2 },
			attempts: 1,
			dueAt: expect.stringMatching(/^\d{4}-.*Z$/),
			portfolio: 'main',
		});
		expect(await work('lead 1')).toMatchObject({ state: 'claimed' });
		starts[0]?.end();
		await until(async () => (await work('lead 1'))?.state === 'done');
		expect(starts).toHaveLength(1);
	});

	it.each([
		['fails', (start: Emitted) => start.end('The PMS is down.')],
		['cannot be started', (start: Emitted) => start.refuse(new Error('The PMS is down.'))],
	])('puts work back for later when its execution %s', async (_case, end) => {
		const starts = await publish({ kinds: 'follow_up', options: { firstPauseSeconds: 100 } });
		await add('lead 1');
		await until(() => starts.length === 1);
		starts.forEach(end);
		await until(async () => (await work('lead 1'))?.state === 'waiting');
		const { dueAt = 0, lastError } = (await work('lead 1')) ?? {};
		expect(lastError).toBe('The PMS is down.');
		expect(dueAt - Date.now()).toBeGreaterThan(75_000);
		expect(dueAt - Date.now()).toBeLessThanOrEqual(120_000);
	});

	it('hands work to a person after the last attempt', async () => {
		const starts = await publish({ kinds: 'follow_up', options: { attempts: 1 } });
		await add('lead 1');
		await until(() => starts.length === 1);
		starts[0]?.end('The PMS is down.');
		await until(async () => (await work('lead 1'))?.state === 'failed');
		const store = await temp.store();
		expect(await store.tasks.list({ portfolio: 'main', state: 'open', limit: 5 })).toMatchObject([
			{ kind: 'failed_event', owner: 'Leasing Team' },
		]);
	});

	it('starts no more at once than it may', async () => {
		for (const key of ['a', 'b', 'c']) await add(key);
		const starts = await publish({ kinds: 'follow_up', options: { atOnce: 2 } });
		await until(() => starts.length === 2);
		starts[0]?.end();
		await until(() => starts.length === 3);
		starts.forEach((start) => start.end());
		await until(async () => (await work('c'))?.state === 'done');
	});

	it('a retry by a person is a start of its own for n8n, although the attempts are counted anew', async () => {
		const starts = await publish({ kinds: 'follow_up', options: { attempts: 1 } });
		await add('lead 1');
		await until(() => starts.length === 1);
		starts[0]?.end('The PMS is down.');
		await until(async () => (await work('lead 1'))?.state === 'failed');
		await (await temp.store()).work.retry((await work('lead 1'))?.id ?? '', Date.now());
		ringForWork();
		await until(() => starts.length === 2);
		expect(starts[1]?.json).toMatchObject({ attempts: 1 });
		expect(starts[1]?.key).not.toBe(starts[0]?.key);
		starts[1]?.end();
		await until(async () => (await work('lead 1'))?.state === 'done');
	});

	it('starts nothing after it was unpublished', async () => {
		const starts = await publish({ kinds: 'follow_up' });
		await published.pop()?.closeFunction?.();
		await add('lead 1');
		await new Promise((resolve) => setImmediate(resolve));
		expect(starts).toEqual([]);
		expect(await work('lead 1')).toMatchObject({ state: 'waiting' });
	});
});

describe('Execute Step', () => {
	it('gives the work that is due first and leaves it as it is', async () => {
		await add('second');
		await add('first', { inMs: -60_000 });
		await add('other', { kind: 'sweep', inMs: -90_000 });
		const starts: Emitted[] = [];
		const { manualTriggerFunction } = await trigger('manual', { kinds: 'follow_up, write_back' }, (start) => starts.push(start));
		await manualTriggerFunction?.();
		expect(starts.map(({ json }) => json)).toMatchObject([{ key: 'first', payload: { step: 2 }, attempts: 0 }]);
		expect(await work('first')).toMatchObject({ state: 'waiting', attempts: 0 });
	});

	it.each([
		['nothing was added', null, 'Add work with the Lead node'],
		['nothing is due yet', 60_000, /The next one is due at .*Z: "later"/],
	])('says what to do when %s', async (_case, inMs, advice) => {
		if (inMs !== null) await add('later', { inMs });
		const { manualTriggerFunction } = await trigger('manual', { kinds: 'follow_up, write_back' });
		const description = typeof advice === 'string' ? expect.stringContaining(advice) : expect.stringMatching(advice);
		await expect(manualTriggerFunction?.()).rejects.toMatchObject({
			message: 'No work of the kind follow_up or write_back is due.',
			description,
		});
	});
});

describe('settings', () => {
	it.each([
		['no kind', { kinds: ' , ' }, 'Kinds of Work is empty.', 'for example follow_up'],
		['something else than a list', { kinds: '={{ 7 }}' }, 'Kinds of Work is not a list of texts.', 'for example follow_up'],
		['nothing at once', { kinds: 'a', options: { atOnce: 0 } }, 'At Once: found 0. It cannot be used.', 'Correct it in the options'],
		[
			'half an attempt',
			{ kinds: 'a', options: { attempts: 0.5 } },
			'Attempts: found 0.5. It cannot be used.',
			'Correct it in the options',
		],
	])('%s is refused with a sentence', async (_case, parameters, message, advice) => {
		await expect(trigger('trigger', parameters)).rejects.toMatchObject({ message, description: expect.stringContaining(advice) });
	});

	it('kinds may come as a list from an expression', async () => {
		const starts = await publish({ kinds: '={{ ["follow_up", "write_back"] }}' });
		await add('lead 1');
		await until(() => starts.length === 1);
		starts[0]?.end();
		await until(async () => (await work('lead 1'))?.state === 'done');
	});

	it('the form shows the numbers that are used', () => {
		const { properties } = new LeasingWorkTrigger().description;
		const options = properties.find(({ name }) => name === 'options')?.options ?? [];
		expect(Object.fromEntries(options.map((option) => [option.name, 'default' in option ? option.default : undefined]))).toEqual(
			DEFAULTS,
		);
	});
});
