import { DAY } from '../../../leasing/time';
import type { About } from '../../../leasing/writeBack/about';
import { syncDirectory } from '../../../office/directory/sync/syncDirectory';
import { readPayload } from '../../../office/writeBack/payload';
import { queueWriteBack } from '../../../office/writeBack/queueWriteBack';
import { writeDue } from '../../../office/writeBack/writeDue';
import { company } from '../../nodes/shared/company';
import { useOtherworld } from '../otherworld/rig';
import { OTHER_RULES, otherLists, otherTarget, PROVIDER } from '../otherworld/seam';
import { IDS } from '../otherworld/server';

const rig = useOtherworld();

beforeEach(async () => {
	const { store, clock, client } = rig;
	const options = { store, clock, settings: company, provider: PROVIDER, whole: false, wholeEvery: DAY, stopAfter: DAY };
	await syncDirectory({ ...options, sources: otherLists(client) });
	rig.world.asked.length = 0;
});

function called(phone: string, key = 'call-1'): About {
	return {
		occurrence: { key, what: 'missed_call', at: '2026-11-17T18:00:00.000Z', summary: `Missed call (${key})`, details: [] },
		contact: { firstName: null, lastName: null, phone, email: null },
		propertyKey: null,
		leadId: null,
		call: null,
	};
}
const ANA = '+15125550123';
const STRANGER = '+15125550177';

const queue = async (about: About, changes: { desk?: boolean; dryRun?: boolean } = {}) => {
	const { store, clock } = rig;
	const { desk = true, dryRun = false } = changes;
	return await queueWriteBack(about, {
		store,
		clock,
		settings: company,
		rules: OTHER_RULES,
		choices: { desk },
		propertyId: null,
		dryRun,
	});
};
/** As the work comes back from the store, in another process. */
const write = async () => {
	const [work] = await rig.store.work.list({ kind: OTHER_RULES.workKind, limit: 5 });
	const payload = readPayload(OTHER_RULES, work?.kind, work?.payload);
	if (payload === null) throw new Error('There is no work that can be read.');
	return await writeDue(payload, { store: rig.store, clock: rig.clock, target: otherTarget(rig.client, rig.clock) });
};
const posts = () => rig.world.asked.filter(({ method }) => method === 'POST');

it('a call of a known person becomes one note on the record with the long id, whatever runs twice', async () => {
	expect(await queue(called(ANA))).toMatchObject({ state: 'queued', plan: { steps: [{ to: `/api/contacts/${IDS.ana}/notes` }, {}] } });
	expect(await queue(called(ANA))).toMatchObject({ state: 'known' });
	expect(rig.world.asked).toEqual([]);
	expect(await write()).toMatchObject({ state: 'written', route: 'note', recordId: 'note-1', already: false });
	expect(await write()).toMatchObject({ state: 'written', recordId: 'note-1', already: true });
	expect(rig.world.notes).toEqual([expect.objectContaining({ about: IDS.ana })]);
});

it.each(['drop_after', 'hang_after'] as const)('%s: the same key is sent again and nothing stands there twice', async (how) => {
	await queue(called(ANA));
	rig.world.faults.push({ match: 'POST', how, times: 2 });
	await expect(write()).rejects.toMatchObject({ refusal: { code: 'no_answer' } });
	await rig.restart();
	expect(await write()).toMatchObject({ state: 'written', recordId: 'note-1' });
	expect(rig.world.notes).toHaveLength(1);
	expect(new Set(posts().map(({ key }) => key))).toEqual(new Set(['call-1']));
});

it('when the keys are forgotten, a try that may have arrived is looked for by its mark', async () => {
	await queue(called(ANA));
	rig.world.faults.push({ match: 'POST', how: 'hang_after', times: 2 });
	await expect(write()).rejects.toBeDefined();
	// A process that was killed in the middle leaves the attempt behind.
	await rig.store.writeBacks.beginAttempt({ portfolio: 'main', provider: PROVIDER, key: 'call-1' }, rig.clock.now(), rig.clock.now());
	rig.clock.advance(2 * DAY);
	expect(await write()).toMatchObject({ state: 'written', recordId: 'note-1', reasons: [{}, { code: 'write_back_found' }] });
	expect(posts()).toHaveLength(2);
});

it('an outage delays and neither loses nor doubles', async () => {
	await queue(called(ANA));
	for (let hour = 0; hour < 3; hour += 1) {
		rig.world.faults.push({ match: 'POST', how: 533, times: 2 });
		await expect(write()).rejects.toMatchObject({ refusal: { status: 533 } });
	}
	expect(await write()).toMatchObject({ state: 'written' });
	expect(rig.world.notes).toHaveLength(1);
});

it('429 again and again only delays', async () => {
	await queue(called(ANA));
	rig.world.faults.push({ match: 'POST', how: 429, times: 4 });
	await expect(write()).rejects.toMatchObject({ refusal: { code: 'too_many' } });
	expect(await write()).toMatchObject({ state: 'written', already: false });
	expect(rig.world.notes).toHaveLength(1);
});

it('a route that is not allowed is passed over, remembered, and tried again after a day', async () => {
	rig.world.closed.add(`/api/contacts/${IDS.ana}/notes`);
	await queue(called(ANA));
	expect(await write()).toMatchObject({ state: 'written', route: 'desk', reasons: [{}, { code: 'write_back_not_allowed' }] });
	const routesOf = async (key: string) =>
		(await queue(called(ANA, key), { dryRun: true })).plan?.steps.map((step) => OTHER_RULES.wordsOf(step).route);
	expect(await routesOf('call-2')).toEqual(['desk']);
	rig.clock.advance(DAY);
	expect(await routesOf('call-3')).toEqual(['note', 'desk']);
});

it('when every way is closed a person is told once what to allow, and it stays on our own record', async () => {
	rig.world.closed.add('/api/desk/notes');
	await queue(called(STRANGER));
	expect(await write()).toMatchObject({ state: 'refused' });
	expect(await queue(called(STRANGER, 'call-2'))).toMatchObject({ state: 'not_queued' });
	expect(await rig.store.tasks.list({ portfolio: 'main', kind: 'fix_setup', limit: 5 })).toEqual([
		expect.objectContaining({ title: 'Allow the Otherworld key to write', owner: company.defaultOwner }),
	]);
});

const plan = { key: 'k', marker: 'm', steps: [{ to: '/api/desk/notes', text: 'Called' }], reasons: [] };
const kept = { portfolio: 'main', leadId: null, callId: null, plan };
it.each([
	['of another target', 'buildium_write_back', kept, false],
	['with a step that this target does not know', OTHER_RULES.workKind, { ...kept, plan: { ...plan, steps: [{ path: '/v1' }] } }, false],
	['that is nothing', OTHER_RULES.workKind, null, false],
	['of its own', OTHER_RULES.workKind, kept, true],
])('work %s is read: %s', (_, kind, payload, read) => {
	expect(readPayload(OTHER_RULES, kind, payload) !== null).toBe(read);
});
