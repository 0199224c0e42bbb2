import { ask, listOf, type Ask } from './support/client';
import { useBuildium } from './support/sandbox';

const START = Date.parse('2026-03-01T12:00:00Z');
let now = START;
const sandbox = useBuildium({ clock: { now: () => now } });
beforeEach(() => {
	now = START;
});

const idsOf = async (path: string, query: Ask['query'] = {}): Promise<unknown[]> =>
	(await listOf(sandbox(), path, query)).items.map(({ Id }) => Id);
const statusOf = async (path: string, query: Ask['query'] = {}): Promise<number> => (await ask(sandbox(), 'GET', path, { query })).status;

describe('paging', () => {
	test('is fifty from the start, with the total in a header', async () => {
		const { items, total } = await listOf(sandbox(), '/leases/tenants');
		expect([items.length, items[0]?.['Id'], total]).toEqual([50, 600_001, 240]);
	});

	test('all pages together are everything once, filtered or not, in either order', async () => {
		for (const query of [{}, { orderby: 'Id desc' }, { orderby: 'LastName asc,Id asc' }, { leasetermstatuses: 'Active' }]) {
			const { total } = await listOf(sandbox(), '/leases/tenants', query);
			const seen = new Set<unknown>();
			for (let offset = 0; offset < total; offset += 37)
				for (const id of await idsOf('/leases/tenants', { ...query, offset, limit: 37 })) seen.add(id);
			expect(seen.size).toBe(total);
			expect(await idsOf('/leases/tenants', { ...query, offset: total })).toEqual([]);
		}
	});

	test('goes on into records that were added', async () => {
		const [first, second] = [sandbox().data.tenants.add({}), sandbox().data.tenants.add({})];
		expect(await idsOf('/leases/tenants', { offset: 239, limit: 2 })).toEqual([600_240, first['Id']]);
		expect(await idsOf('/leases/tenants', { offset: 241, limit: 2 })).toEqual([second['Id']]);
	});

	test('takes a record that was added or removed in between into account', async () => {
		sandbox().data.tenants.remove(600_003);
		const added = sandbox().data.tenants.add({ FirstName: 'Neu' });
		const ids = await idsOf('/leases/tenants', { limit: 1000 });
		expect(ids).not.toContain(600_003);
		expect(ids.at(-1)).toBe(added['Id']);
		expect(await idsOf('/leases/tenants', { offset: 239, limit: 5 })).toEqual([added['Id']]);
	});

	test('of what is filtered is the newest first if asked', async () => {
		expect(await idsOf('/tasks', { type: 'Todo', orderby: 'Id desc', limit: 2 })).toEqual([50_035, 50_031]);
	});

	test('of short lists works, too', async () => {
		expect(await idsOf('/vendors/categories', { offset: 1, limit: 2 })).toEqual([202, 203]);
	});

	test('of the same question brings what has been changed since', async () => {
		const question = { name: 'Neu' };
		expect(await idsOf('/leases/tenants', question)).toEqual([]);
		sandbox().data.tenants.change(600_007, { FirstName: 'Neu' });
		expect(await idsOf('/leases/tenants', question)).toEqual([600_007]);
	});

	test.each([{ limit: 0 }, { limit: 'ten' }, { offset: -1 }])('%j is refused', async (query) => {
		expect(await statusOf('/users', query as Ask['query'])).toBe(422);
	});

	test('a limit over 1000 is cut or refused, as the habit says', async () => {
		expect(await statusOf('/users', { limit: 1001 })).toBe(200);
		sandbox().setHabits({ largeLimit: 'refuse' });
		expect(await statusOf('/users', { limit: 1001 })).toBe(422);
	});
});

describe('the order', () => {
	test('is by words and numbers, up or down, then by the next field', async () => {
		const { items } = await listOf(sandbox(), '/leases/tenants', { orderby: 'lastname desc,ID asc', limit: 1000 });
		const pairs = items.map(({ LastName, Id }) => [String(LastName).toLowerCase(), Number(Id)] as const);
		const wanted = [...pairs].sort(([a, m], [b, n]) => (a < b ? 1 : a > b ? -1 : m - n));
		expect(pairs).toEqual(wanted);
		expect(await idsOf('/leases/tenants', { orderby: 'Id desc', limit: 2 })).toEqual([600_240, 600_239]);
	});

	test.each(['-Id', 'Id sideways', 'Phone', 'Id;desc'])('%s is refused', async (orderby) => {
		expect(await statusOf('/leases/tenants', { orderby })).toBe(422);
	});
});

describe('filters', () => {
	test.each([
		['/leases/tenants', { name: 'renata delG' }, [600_001]],
		['/leases/tenants', { email: 'RENATA.DELGADO' }, [600_001]],
		['/leases/tenants', { phone: '0160' }, [600_001]],
		['/leases/tenants', { phone: '555-0160' }, [600_001]],
		['/leases/tenants', { phone: '+15125550160' }, []],
		['/leases/tenants', { phone: '5125550160' }, []],
		['/leases/tenants', { unitids: 200_001 }, [600_001, 600_002]],
		['/leases', { tenantname: 'Delgado' }, [400_001]],
		['/rentals/owners', { ownername: 'lindq' }, [5001]],
		['/rentals/owners', { phone: '0161' }, [5001]],
		['/rentals/owners', { propertyids: 1002 }, [5001]],
		['/vendors', { phone: '0162' }, [6001]],
		['/vendors', { name: 'Kowalski Pl' }, [6001]],
		['/users', { usertypes: 'Staff', status: 'Inactive' }, [7006]],
		['/users', { name: 'Dana W' }, [7001]],
		['/applicants', { email: 'amina.bello' }, [800_001]],
		['/applicants/groups', { name: 'Bello' }, [850_001]],
		['/rentals', { rentalownerids: 5001 }, [1001, 1002]],
		['/rentals', { status: 'InActive' }, [1008]],
		['/rentals/owners', { status: 'Inactive' }, []],
		['/tasks', { type: 'Todo', limit: 2 }, [50_003, 50_007]],
		['/tasks', { assignedtoid: 0, limit: 2 }, [50_006, 50_012]],
		['/tasks/contactrequests', { tasktitle: 'two-BED' }, [50_001, 50_021]],
		['/communications/phonelogs', { participantentityid: 5001, participantentitytype: 'RentalOwner' }, [80_002, 80_005, 80_008]],
		['/communications/phonelogs', { participantentityid: 5001, participantentitytype: 'Vendor' }, []],
		['/communications/phonelogs', { unitagreementid: 400_001, unitagreementtype: 'Lease' }, [80_001, 80_004, 80_007]],
		['/workorders', { taskids: 50_002 }, [30_001]],
		['/files', { entityid: 400_001, entitytype: 'Lease' }, [40_001, 40_003]],
	])('%s with %j', async (path, query, ids) => {
		expect(await idsOf(path, query as unknown as Ask['query'])).toEqual(ids);
	});

	test('repeat their name for several values', async () => {
		expect(
			await idsOf('/rentals', [
				['propertyids', 1001],
				['propertyids', 1003],
			]),
		).toEqual([1001, 1003]);
		expect(await statusOf('/rentals', { propertyids: '1001,1003' })).toBe(422);
	});

	test('unknown names are ignored, so that everything comes', async () => {
		for (const query of [{ statuses: 'Past' }, { Leasestatuses: 'Past' }, { phone: '0160' }]) {
			expect((await listOf(sandbox(), '/leases', query as unknown as Ask['query'])).total).toBe(160);
		}
		expect((await listOf(sandbox(), '/leases', { leasestatuses: 'Past' })).total).toBe(9);
	});

	test('an entity id needs its type, and means what the type says', async () => {
		expect(await statusOf('/tasks', { entityid: 1001 })).toBe(422);
		const { total } = await listOf(sandbox(), '/applicants', { entityid: 1001, entitytype: 'Rental' });
		const owned = await listOf(sandbox(), '/applicants', { entityid: 5001, entitytype: 'RentalOwner' });
		expect(owned.total).toBeGreaterThan(total);
		expect(await idsOf('/tasks', { entityid: 1001, entitytype: 'Association' })).toEqual([]);
		const listings = await listOf(sandbox(), '/rentals/units/listings', { entityid: 1002, entitytype: 'Property' });
		expect(listings.items.map(({ Property }) => (Property as { Name: string }).Name)).toEqual(['Oak Terrace', 'Oak Terrace']);
	});

	test('phones can be compared by digits instead, if that is the habit', async () => {
		sandbox().setHabits({ phoneFilter: 'digits' });
		expect(await idsOf('/leases/tenants', { phone: '5125550160' })).toEqual([600_001]);
	});

	test('a tenant is found by the status of the lease and the state of the building', async () => {
		const past = await listOf(sandbox(), '/leases/tenants', { leasetermstatuses: 'Past', limit: 1000 });
		expect(past.items.every(({ Leases }) => (Leases as Array<{ LeaseStatus: string }>)[0]?.LeaseStatus === 'Past')).toBe(true);
		const closed = await listOf(sandbox(), '/leases/tenants', { buildingstatuses: 'InActive' });
		expect(closed.total).toBeGreaterThan(0);
		expect(closed.total).toBeLessThan(60);
	});
});

describe('dates', () => {
	test.each([
		['/leases/tenants', 'lastupdatedfrom', '2026-01-31T08:00:00Z', 200],
		['/leases/tenants', 'lastupdatedfrom', '2026-01-31', 200],
		['/leases/tenants', 'lastupdatedfrom', '2026-01-31 08:00:00', 422],
		['/leases/tenants', 'lastupdatedfrom', '2026-01-31T08:00:00.000Z', 422],
		['/tasks', 'lastupdatedfrom', '2026-01-31', 200],
		['/tasks', 'lastupdatedfrom', '2026-01-31T08:00:00Z', 422],
		['/workorders', 'duedateto', '2026-01-31T08:00:00Z', 422],
		['/communications/phonelogs', 'fromdate', '2026-01-31T08:00:00Z', 422],
		['/leases/400001/notes', 'updateddatetimefrom', '2026-01-31 08:00:00', 200],
		['/leases/400001/notes', 'updateddatetimefrom', '2026-01-31T08:00:00Z', 422],
		['/leases', 'createddatetimefrom', '2026-01-31T08:00:00Z', 422],
		['/leases', 'leasedatefrom', '2026-02-30', 422],
	])('%s?%s=%s answers %i', async (path, name, value, status) => {
		expect(await statusOf(path, { [name]: value })).toBe(status);
	});

	test('a range of more than a year is refused; an open one as the habit says', async () => {
		const [from, to] = ['2025-02-01T00:00:00Z', '2026-02-28T00:00:00Z'];
		expect(await statusOf('/leases/tenants', { lastupdatedfrom: from, lastupdatedto: to })).toBe(422);
		expect(await statusOf('/leases/tenants', { lastupdatedfrom: '2025-02-28T00:00:00Z', lastupdatedto: to })).toBe(200);
		expect(await statusOf('/leases/tenants', { lastupdatedfrom: from })).toBe(200);
		sandbox().setHabits({ openRangeCounts: true });
		expect(await statusOf('/leases/tenants', { lastupdatedfrom: from })).toBe(422);
	});

	test('what was changed is found from that moment on', async () => {
		sandbox().data.tenants.change(600_007, { FirstName: 'Neu' });
		expect(await idsOf('/leases/tenants', { lastupdatedfrom: '2026-03-01T12:00:00Z' })).toEqual([600_007]);
		now += 1000;
		expect(await idsOf('/leases/tenants', { lastupdatedfrom: '2026-03-01T12:00:01Z' })).toEqual([]);
	});

	test('the end of a range counts', async () => {
		// Calls are every three days, the last one three days before the start.
		expect(await idsOf('/communications/phonelogs', { fromdate: '2026-02-20', todate: '2026-02-23' })).toEqual([80_007, 80_008]);
		expect(await idsOf('/communications/phonelogs', { todate: '2026-02-04' })).toEqual([80_001]);
	});

	test('a changed task is found all day, and the next day no more', async () => {
		sandbox().data.tasks.change(50_003, { Title: 'Neu' });
		expect(await idsOf('/tasks', { lastupdatedfrom: '2026-03-01', lastupdatedto: '2026-03-01' })).toEqual([50_003]);
		expect(await idsOf('/tasks', { lastupdatedfrom: '2026-03-02' })).toEqual([]);
	});

	test('a unit that becomes vacant is not found as updated', async () => {
		expect(sandbox().data.units.get(200_001)).toMatchObject({ IsUnitOccupied: true });
		sandbox().data.leases.change(400_001, { LeaseStatus: 'Past' });
		expect(sandbox().data.units.get(200_001)).toMatchObject({ IsUnitOccupied: false });
		expect(await idsOf('/rentals/units', { lastupdatedfrom: '2026-03-01T12:00:00Z' })).toEqual([]);
	});
});
