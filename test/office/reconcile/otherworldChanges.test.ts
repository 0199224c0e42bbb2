import { MINUTE, toIso } from '../../../leasing/time';
import { giveUpChange } from '../../../office/reconcile/giveUpChange';
import { isOwnChange } from '../../../office/reconcile/ownChange';
import { reconcile } from '../../../office/reconcile/reconcile';
import { useOtherworld } from '../otherworld/rig';
import { otherChanges, PROVIDER } from '../otherworld/seam';
import { IDS } from '../otherworld/server';

const rig = useOtherworld();
const CONSUMER = 'workflow:trigger';

const look = async () => {
	const { store, clock, client } = rig;
	return await reconcile({
		store,
		clock,
		consumer: CONSUMER,
		kind: PROVIDER,
		of: { portfolio: 'main', provider: PROVIDER },
		sources: otherChanges(client),
	});
};
const change = (id: string) => {
	for (const contact of rig.world.contacts) if (contact.id === id) contact.changed = toIso(rig.clock.now());
};
const events = async () => await rig.store.events.claim(CONSUMER, 'me', 9, rig.clock.now(), rig.clock.now() + 1);

beforeEach(async () => {
	// The first look only notes where the next one begins.
	expect(await look()).toBe(0);
	rig.clock.advance(MINUTE);
});

it('reports what nobody told of, once, and keeps apart two ids that are one as numbers', async () => {
	change(IDS.ana);
	change(IDS.ben);
	rig.clock.advance(20 * MINUTE);
	expect(await look()).toBe(2);
	rig.clock.advance(20 * MINUTE);
	expect(await look()).toBe(0);
	expect((await events()).map(({ payload }) => (payload as { id: string }).id).sort()).toEqual([IDS.ben, IDS.ana]);
});

it('leaves out what was heard, and waits for what may still come', async () => {
	change(IDS.ana);
	await rig.store.heardChanges.note(CONSUMER, `Contact:${IDS.ana}`, rig.clock.now());
	rig.clock.advance(15 * MINUTE);
	change(IDS.cat);
	expect(await look()).toBe(0);
	rig.clock.advance(15 * MINUTE);
	expect(await look()).toBe(1);
});

it('looks through the same stretch again after an outage', async () => {
	change(IDS.ana);
	rig.clock.advance(20 * MINUTE);
	rig.world.faults.push({ match: 'GET', how: 533, times: 2 });
	await expect(look()).rejects.toMatchObject({ refusal: { status: 533 } });
	await rig.restart();
	expect(await look()).toBe(1);
});

describe('our own changes', () => {
	const key = { portfolio: 'main', provider: PROVIDER, key: 'k' };
	const at = () => toIso(rig.clock.now());
	const own = async (recordId: string, created: boolean) => {
		const { store, clock } = rig;
		const sleep = async (pause: number): Promise<void> => await Promise.resolve(clock.advance(pause));
		return await isOwnChange({ provider: PROVIDER, recordType: 'note', recordId, created, at: at() }, { store, clock, sleep });
	};

	it('are told by the record and the time, for ids of any kind', async () => {
		await rig.store.writeBacks.plan(key, null, []);
		await rig.store.writeBacks.markWritten(key, { type: 'note', id: IDS.ana }, []);
		expect([await own(IDS.ana, false), await own(IDS.ben, false), await own(IDS.ben, true)]).toEqual([true, false, false]);
		rig.clock.advance(5 * MINUTE);
		expect([await own(IDS.ana, true), await own(IDS.ana, false)]).toEqual([true, false]);
	});

	it('are waited for while a write is under way, and not for ever', async () => {
		await rig.store.writeBacks.plan(key, null, []);
		await rig.store.writeBacks.beginAttempt(key, rig.clock.now(), rig.clock.now() + MINUTE);
		const before = rig.clock.now();
		expect(await own(IDS.ana, true)).toBe(false);
		expect(rig.clock.now() - before).toBe(10_000);
		await rig.store.writeBacks.markRefused(key, []);
		expect(await own(IDS.ana, true)).toBe(false);
		expect(rig.clock.now() - before).toBe(10_000);
	});
});

it('an event that is given up becomes a task in the words of its provider', async () => {
	const received = { consumer: CONSUMER, key: 'e', kind: PROVIDER, payload: {}, receivedAt: rig.clock.now() };
	await rig.store.events.record(received);
	const [event] = await events();
	if (!event) throw new Error('The event is gone.');
	const about = { provider: 'Otherworld', eventName: 'contact changed', recordId: IDS.ana, portfolio: 'main' };
	await giveUpChange(rig.store, rig.clock, event, 'It broke.', about);
	expect(await rig.store.tasks.list({ portfolio: 'main', limit: 5 })).toMatchObject([
		{
			title: `Otherworld reported contact changed (${IDS.ana}), and the workflow failed 1 times`,
			reasons: [{ sentence: 'The workflow failed: It broke. Open its executions in n8n and mend the cause.' }],
		},
	]);
});
