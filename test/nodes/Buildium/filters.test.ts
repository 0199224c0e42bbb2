import { askOf, chosen, refusalOf } from './support/ask';
import { allWithinSpecification, useStandIn } from './support/standIn';

const standIn = useStandIn('file');
const ask = askOf(standIn);

/** What was sent besides paging and order. */
function sent(): Array<[string, string]> {
	return standIn.last('GET').query.filter(([name]) => !['limit', 'offset', 'orderby'].includes(name));
}

describe('times are sent the way each list wants them', () => {
	const at = '2026-03-10T14:05:00Z';
	it.each([
		['tenant', { lastupdatedfrom: at }, [['lastupdatedfrom', '2026-03-10T14:05:00Z']]],
		[
			'applicant',
			{ applicationsubmittedstartdate: at, applicationsubmittedenddate: '2026-04-01T00:00:00-05:00' },
			[
				['applicationsubmittedstartdate', '2026-03-10T14:05:00Z'],
				['applicationsubmittedenddate', '2026-04-01T05:00:00Z'],
			],
		],
		['lease', { createddatetimefrom: at }, [['createddatetimefrom', '2026-03-10 14:05:00']]],
		[
			'contactRequest',
			{ lastupdatedfrom: at, lastupdatedto: at },
			[
				['lastupdatedfrom', '2026-03-09'],
				['lastupdatedto', '2026-03-11'],
			],
		],
		[
			'toDo',
			{ duedatefrom: '2026-03-10T00:00:00', duedateto: '2026-03-12' },
			[
				['duedatefrom', '2026-03-10'],
				['duedateto', '2026-03-12'],
			],
		],
		['workOrder', { lastupdatedfrom: at }, [['lastupdatedfrom', '2026-03-10']]],
		['phoneLog', { fromdate: at }, [['fromdate', '2026-03-09']]],
		['file', { uploadedto: at }, [['uploadedto', '2026-03-11']]],
	])('%s', async (resource, filters, expected) => {
		await ask(resource, 'getAll', { filters });
		expect(sent()).toEqual(expect.arrayContaining(expected));
		expect(sent()).toHaveLength(expected.length);
	});

	it('notes', async () => {
		await ask('note', 'getAll', {
			noteOn: 'property',
			propertyId: chosen(standIn.sandbox.data.rentals.at(0).Id),
			filters: { updateddatetimefrom: at },
		});
		expect(sent()).toEqual([['updateddatetimefrom', '2026-03-10 14:05:00']]);
	});

	it('and where Buildium compares days only, the time is compared here', async () => {
		const tasks = standIn.sandbox.data.todos.all();
		const [one] = tasks;
		const changed = String(one?.LastUpdatedDateTime);
		const after = (await ask('toDo', 'getAll', { returnAll: true, filters: { lastupdatedfrom: changed } })).map(
			({ LastUpdatedDateTime }) => String(LastUpdatedDateTime),
		);
		expect(after.sort()).toEqual(
			tasks
				.map(({ LastUpdatedDateTime }) => String(LastUpdatedDateTime))
				.filter((time) => Date.parse(time) >= Date.parse(changed))
				.sort(),
		);
		const until = await ask('toDo', 'getAll', { returnAll: true, filters: { lastupdatedto: changed } });
		expect(after.length + until.length).toBe(tasks.length + 1);
	});

	it('so that what changed just now did not change until an hour ago, nor since in an hour', async () => {
		const { todos } = standIn.sandbox.data;
		const { Id } = todos.change(Number(todos.at(0).Id), { Title: 'Changed just now' });
		const [before, after] = [-1, 1].map((hours) => new Date(Date.now() + hours * 3_600_000).toISOString());
		const since = async (filters: object) => (await ask('toDo', 'getAll', { returnAll: true, filters })).map((task) => task.Id);
		expect(await since({ lastupdatedfrom: before })).toContain(Id);
		expect(await since({ lastupdatedto: before })).not.toContain(Id);
		expect(await since({ lastupdatedfrom: after })).toEqual([]);
	});
});

describe('filters find what they say', () => {
	it('a property, chosen from the list', async () => {
		const { people } = standIn.sandbox;
		const units = await ask('unit', 'getAll', { returnAll: true, filters: { propertyids: chosen(people.resident.propertyId) } });
		expect(new Set(units.map(({ PropertyId }) => PropertyId))).toEqual(new Set([people.resident.propertyId]));
		const requests = await ask('contactRequest', 'getAll', { filters: { property: chosen(people.resident.propertyId) } });
		expect(sent()).toEqual(
			expect.arrayContaining([
				['entityid', String(people.resident.propertyId)],
				['entitytype', 'Rental'],
			]),
		);
		expect(requests.every(({ Property }) => (Property as { Id: number }).Id === people.resident.propertyId)).toBe(true);
		await ask('listing', 'getAll', { filters: { property: chosen(people.resident.propertyId) } });
		expect(sent()).toEqual(expect.arrayContaining([['entitytype', 'Property']]));
	});

	it('several choices', async () => {
		const leases = await ask('lease', 'getAll', { returnAll: true, filters: { leasestatuses: ['Past', 'Future'] } });
		expect(leases.length).toBeGreaterThan(0);
		expect(leases.every(({ LeaseStatus }) => LeaseStatus !== 'Active')).toBe(true);
		expect(sent()).toEqual([
			['leasestatuses', 'Past'],
			['leasestatuses', 'Future'],
		]);
	});

	it('staff only', async () => {
		const users = await ask('user', 'getAll', { returnAll: true, filters: { usertypes: ['Staff'], status: 'Active' } });
		expect(users.length).toBeGreaterThan(0);
		expect(users.every(({ UserTypes, IsActive }) => (UserTypes as string[]).includes('Staff') && IsActive)).toBe(true);
	});

	it('several IDs, separated in any usual way', async () => {
		const [a, b] = standIn.sandbox.data.rentals.all();
		expect(await ask('property', 'getAll', { filters: { propertyids: `${String(a?.Id)}, ${String(b?.Id)}` } })).toHaveLength(2);
	});

	it('filters that are empty are not sent', async () => {
		await ask('tenant', 'getAll', { limit: 1, filters: { name: '', propertyids: chosen(''), leasetermstatuses: [] } });
		expect(sent()).toEqual([]);
	});

	it('with a time that is compared here, the limit still counts what is kept', async () => {
		const all = standIn.sandbox.data.todos.all();
		const newest = all.map(({ LastUpdatedDateTime }) => Date.parse(String(LastUpdatedDateTime))).sort((a, b) => b - a);
		const since = new Date(Number(newest[2])).toISOString();
		expect(await ask('toDo', 'getAll', { limit: 2, filters: { lastupdatedfrom: since } })).toHaveLength(2);
	});
});

describe('what cannot be asked is refused here, in words', () => {
	it.each([
		['a date that is none', 'tenant', { lastupdatedfrom: 'yesterday' }, 'Updated Since is "yesterday", which is no date and time.'],
		['more than a year', 'tenant', { lastupdatedfrom: '2024-01-01', lastupdatedto: '2026-01-01' }, 'more than 365 days'],
		['a choice that is not there', 'lease', { leasestatuses: ['Active', 'Ended'] }, 'has no choice "Ended"'],
		[
			'a property and an owner at once',
			'contactRequest',
			{ property: chosen(1), rentalOwner: chosen(2) },
			'Property and Rental Owner cannot be combined',
		],
		['an ID without its kind', 'file', { entityid: 12 }, 'Belongs To ID is set, but not Belongs To'],
		['an ID that is a word', 'property', { propertyids: '12, Maple' }, 'Property IDs is "Maple", which is no ID of Buildium'],
	])('%s', async (_, resource, filters, words) => {
		expect((await refusalOf(ask(resource, 'getAll', { filters }))).message).toContain(words);
		expect(standIn.asked()).toEqual([]);
	});

	it('a limit that is none', async () => {
		expect((await refusalOf(ask('tenant', 'getAll', { limit: 0 }))).message).toContain('Limit must be a whole number above 0');
	});
});

allWithinSpecification(standIn);
