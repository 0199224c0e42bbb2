import { DAY, HOUR, MINUTE } from '../../../leasing/time';
import { syncDirectory } from '../../../office/directory/sync/syncDirectory';
import { whoCalls } from '../../../office/directory/whoCalls';
import { company } from '../../nodes/shared/company';
import { useOtherworld } from '../otherworld/rig';
import { otherLists, PROVIDER } from '../otherworld/seam';
import { IDS } from '../otherworld/server';

const rig = useOtherworld();
const OF = { portfolio: 'main', provider: PROVIDER };

const sync = async (changes: { whole?: boolean } = {}) =>
	await syncDirectory({
		store: rig.store,
		clock: rig.clock,
		settings: company,
		provider: PROVIDER,
		sources: otherLists(rig.client),
		whole: false,
		wholeEvery: 7 * DAY,
		stopAfter: HOUR,
		...changes,
	});
const list = (report: Awaited<ReturnType<typeof sync>>, name: string) => report.resources.find(({ resource }) => resource === name);
const asked = () => rig.world.asked.map(({ query }) => query.toString());

it('copies a provider whose pages are links and whose ids are text, and recognizes its people by phone', async () => {
	const report = await sync();
	expect(report).toMatchObject({ complete: true, directory: { resident: 7, staff: 1 } });
	expect(list(report, 'tenants')).toMatchObject({ pages: 3, records: 7, added: 7, pass: 'whole' });
	const { caller } = await whoCalls(rig.store, company, '(512) 555-0123', rig.clock.now());
	expect(caller).toMatchObject({ kind: 'resident', person: { providerId: IDS.ana, provider: PROVIDER } });
	// As a number he would be Ana.
	expect(await rig.store.directory.person(OF, 'resident', IDS.ben)).toMatchObject({ fullName: 'Ben Old', phones: ['+15125550124'] });
});

it('asks for changes only the next time, and ends who is gone at the next whole pass', async () => {
	await sync();
	rig.world.asked.length = 0;
	rig.clock.advance(DAY);
	Object.assign(rig.world.contacts[0] ?? {}, { name: 'Ana Lee', changed: new Date(rig.clock.now()).toISOString() });
	rig.world.contacts.splice(1, 1);
	expect(list(await sync(), 'tenants')).toMatchObject({ pass: 'changes', records: 1, changed: 1, ended: 0 });
	expect(asked().every((query) => query.includes('changed_since'))).toBe(true);
	expect(list(await sync({ whole: true }), 'tenants')).toMatchObject({ pass: 'whole', ended: 1 });
	expect(await rig.store.directory.person(OF, 'resident', IDS.ben)).toMatchObject({ active: false });
});

/** Two pages, then nothing more: whether the process or Otherworld is gone is the same to the store. */
async function breakOff(): Promise<void> {
	const { page } = rig.client;
	let pages = 0;
	rig.client.page = async (at) => {
		if (at.includes('kind=tenant') && (pages += 1) > 2) rig.world.faults.push({ match: 'GET', how: 533, times: 9 });
		return await page.call(rig.client, at);
	};
	await expect(sync()).rejects.toMatchObject({ refusal: { code: 'unavailable', status: 533 } });
	rig.world.faults.length = 0;
	rig.world.asked.length = 0;
	await rig.restart();
}

it('a copy that broke off goes on at the link of the page that it had not read', async () => {
	await breakOff();
	const report = await sync();
	expect(list(report, 'tenants')).toMatchObject({ state: 'done', pass: 'whole', records: 1 });
	expect(asked()).toEqual([expect.stringContaining('kind=employee'), 'kind=tenant&after=6']);
	expect(report.directory).toEqual({ resident: 7, staff: 1 });
});

it('a link that is older than links last is not asked for; the pass begins again and ends nobody who is there', async () => {
	await breakOff();
	rig.clock.advance(31 * MINUTE);
	const report = await sync();
	expect(list(report, 'tenants')).toMatchObject({ state: 'done', pass: 'whole', records: 7, ended: 0 });
	expect(asked()).toContain('kind=tenant');
});

it('goes on with the other lists when the key may not read one', async () => {
	rig.world.faults.push({ match: 'GET', how: 403 });
	expect((await sync()).resources).toMatchObject([
		{ resource: 'employees', state: 'not_allowed', hint: expect.stringContaining('Otherworld') },
		{ resource: 'tenants', state: 'done' },
	]);
});

it('two runs at once copy once: the slower one leaves it', async () => {
	const reports = await Promise.all([sync(), sync()]);
	expect(reports.flatMap(({ resources }) => resources.map(({ state }) => state)).sort()).toEqual(['busy', 'busy', 'done', 'done']);
	expect(await rig.store.directory.counts(OF)).toEqual({ resident: 7, staff: 1 });
});
