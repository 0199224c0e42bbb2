import type { BuildiumData, Fields } from '../../../sandbox/buildium';
import { askOf, chosen, refusalOf } from './support/ask';
import { allWithinSpecification, useStandIn } from './support/standIn';

const standIn = useStandIn('file');
const ask = askOf(standIn);

/** A record of the stand-in's portfolio. */
const first = (table: keyof BuildiumData): Fields => standIn.sandbox.data[table].at(0);
const idOf = (table: keyof BuildiumData): number => Number(first(table).Id);

describe('Get', () => {
	it.each<[resource: string, parameters: () => Record<string, unknown>, shown: () => Fields]>([
		['account', () => ({}), () => ({ Id: standIn.sandbox.accountId })],
		['applicant', () => ({ applicantId: chosen(idOf('applicants')) }), () => ({ LastName: first('applicants').LastName })],
		[
			'applicantGroup',
			() => ({ applicantGroupId: String(idOf('applicantGroups')) }),
			() => ({ ApplicationGroupStatus: first('applicantGroups').ApplicationGroupStatus }),
		],
		[
			'contactRequest',
			() => ({ contactRequestId: idOf('contactRequests') }),
			() => ({ ContactDetail: first('contactRequests').ContactDetail }),
		],
		['file', () => ({ fileId: idOf('files') }), () => ({ Title: first('files').Title })],
		['lease', () => ({ leaseId: idOf('leases') }), () => ({ UnitNumber: first('leases').UnitNumber })],
		[
			'listing',
			() => ({ unitId: chosen((first('listings').Unit as Fields).Id) }),
			() => ({ RentalApplicationUrl: first('listings').RentalApplicationUrl }),
		],
		['phoneLog', () => ({ phoneLogId: idOf('phoneLogs') }), () => ({ Subject: first('phoneLogs').Subject })],
		[
			'property',
			() => ({ propertyId: chosen(idOf('rentals'), 'id') }),
			() => ({ Name: 'Maple Court', RentalManager: { FirstName: 'Dana' } }),
		],
		['rentalOwner', () => ({ rentalOwnerId: chosen(idOf('rentalOwners')) }), () => ({ LastName: 'Lindqvist' })],
		['task', () => ({ taskId: idOf('tasks') }), () => ({ TaskType: first('tasks').TaskType })],
		['tenant', () => ({ tenantId: chosen(idOf('tenants')) }), () => ({ LastName: 'Delgado', Leases: [{ UnitNumber: '101' }] })],
		['toDo', () => ({ toDoId: idOf('todos') }), () => ({ Title: first('todos').Title })],
		['unit', () => ({ unitId: chosen(idOf('units')) }), () => ({ UnitNumber: '101', IsUnitOccupied: true })],
		['user', () => ({ userId: chosen(idOf('users')) }), () => ({ LastName: 'Whitaker' })],
		['vendor', () => ({ vendorId: chosen(idOf('vendors')) }), () => ({ CompanyName: 'Kowalski Plumbing' })],
		['workOrder', () => ({ workOrderId: idOf('workOrders') }), () => ({ VendorId: first('workOrders').VendorId })],
	])('of %s gives the record', async (resource, parameters, shown) => {
		const [json] = await ask(resource, 'get', parameters());
		expect(json).toMatchObject(shown());
	});

	it('takes an ID from the item, and gives one item for each', async () => {
		const tenants = standIn.sandbox.data.tenants.all().slice(0, 3);
		const items = await ask(
			'tenant',
			'get',
			{ tenantId: { __rl: true, mode: 'id', value: '={{ $json.tenant }}' } },
			tenants.map(({ Id }) => ({ tenant: Id })),
		);
		expect(items.map(({ Id }) => Id)).toEqual(tenants.map(({ Id }) => Id));
	});

	it.each([
		['nothing', '={{ "" }}', 'Lease ID is empty.'],
		['a word', 'Maple', 'Lease ID is "Maple", which is no ID of Buildium.'],
	])('refuses %s as an ID before asking', async (_, leaseId, words) => {
		expect((await refusalOf(ask('lease', 'get', { leaseId }))).message).toBe(words);
		expect(standIn.asked()).toEqual([]);
	});

	it('says what is not there', async () => {
		expect(await refusalOf(ask('lease', 'get', { leaseId: '999999' }))).toMatchObject({
			message: expect.stringContaining('nothing at /v1/leases/999999 (404)'),
			description: expect.stringContaining('Check the ID'),
		});
	});
});

describe('Get Many', () => {
	it.each<[resource: string, table: keyof BuildiumData, parameters?: () => Record<string, unknown>]>([
		['applicant', 'applicants'],
		['applicantGroup', 'applicantGroups'],
		['contactRequest', 'contactRequests'],
		['file', 'files'],
		['lease', 'leases'],
		['listing', 'listings'],
		['phoneLog', 'phoneLogs'],
		['property', 'rentals'],
		['rentalOwner', 'rentalOwners'],
		['task', 'tasks'],
		['taskCategory', 'taskCategories'],
		['tenant', 'tenants'],
		['toDo', 'todos'],
		['unit', 'units'],
		['user', 'users'],
		['vendor', 'vendors'],
		['workOrder', 'workOrders'],
	])('of %s gives all of them, or as many as asked for', async (resource, table, parameters = () => ({})) => {
		const count = standIn.sandbox.data[table].count();
		expect(await ask(resource, 'getAll', { returnAll: true, ...parameters() })).toHaveLength(count);
		standIn.sandbox.requests.length = 0;
		expect(await ask(resource, 'getAll', { limit: 2, ...parameters() })).toHaveLength(Math.min(2, count));
		expect(standIn.asked()).toHaveLength(1);
	});

	it('reads page after page, each record once', async () => {
		const big = standIn.sandbox;
		for (let at = 0; at < 2_100; at++)
			big.data.vendors.add({ IsCompany: true, CompanyName: `Vendor ${at}`, Email: `vendor${at}@example.com`, PhoneNumbers: [] });
		standIn.sandbox.requests.length = 0;
		const ids = (await ask('vendor', 'getAll', { returnAll: true })).map(({ Id }) => Id);
		expect(ids).toEqual(big.data.vendors.all().map(({ Id }) => Id));
		expect(new Set(ids).size).toBe(big.data.vendors.count());
		expect(standIn.asked()).toHaveLength(3);
	});

	it('gives what happens newest first, so that a limit does not show the oldest', async () => {
		const all = standIn.sandbox.data.applicants.all().map(({ Id }) => Number(Id));
		expect((await ask('applicant', 'getAll', { limit: 3 })).map(({ Id }) => Id)).toEqual(all.sort((a, b) => b - a).slice(0, 3));
	});

	it('of application, note and history belongs to a record', async () => {
		const applicant = standIn.sandbox.data.applicants.find(
			({ Applications }) => Array.isArray(Applications) && Applications.length > 0,
		);
		expect(await ask('application', 'getAll', { applicantId: chosen(applicant?.Id) })).toMatchObject([
			{ Id: expect.any(Number), ApplicationStatus: expect.any(String) },
		]);
		const entry = first('taskHistory');
		const history = await ask('task', 'getHistory', { taskId: String(entry.TaskId), returnAll: true });
		expect(history).toEqual(expect.arrayContaining([expect.objectContaining({ Message: entry.Message })]));
		const note = first('notes');
		expect(await ask('note', 'getAll', { noteOn: 'tenant', tenantId: chosen(note.ParentId) })).toEqual(
			expect.arrayContaining([expect.objectContaining({ Note: note.Note })]),
		);
	});
});

describe('Search', () => {
	it.each([
		['tenant', 'resident'],
		['rentalOwner', 'rentalOwner'],
		['vendor', 'vendor'],
	] as const)('of %s finds the person by phone in any spelling, by e-mail, by name', async (resource, role) => {
		const person = standIn.sandbox.people[role];
		const national = person.phone.slice(2);
		const spellings = [
			person.phone,
			`(${national.slice(0, 3)}) ${national.slice(3, 6)}-${national.slice(6)}`,
			national,
			`${national.slice(0, 3)}.${national.slice(3, 6)}.${national.slice(6)}`,
		];
		for (const searchFor of spellings) {
			expect((await ask(resource, 'search', { searchBy: 'phone', searchFor })).map(({ Id }) => Id)).toEqual([person.id]);
		}
		expect((await ask(resource, 'search', { searchBy: 'email', searchFor: person.email.toUpperCase() })).map(({ Id }) => Id)).toEqual([
			person.id,
		]);
		const named = (await ask(resource, 'search', { searchBy: 'name', searchFor: person.lastName, returnAll: true })).map(
			({ Id }) => Id,
		);
		expect(named).toContain(person.id);
	});

	it.each(['stored', 'digits'] as const)('by phone does not care how Buildium compares: %s', async (phoneFilter) => {
		standIn.sandbox.setHabits({ phoneFilter });
		const { phone, id } = standIn.sandbox.people.resident;
		expect((await ask('tenant', 'search', { searchBy: 'phone', searchFor: phone })).map(({ Id }) => Id)).toEqual([id]);
	});

	it('finds nobody for a stranger, and does not take a number that only ends alike', async () => {
		const { phone, email } = standIn.sandbox.people.stranger;
		expect(await ask('tenant', 'search', { searchBy: 'phone', searchFor: phone })).toEqual([]);
		expect(
			await ask('tenant', 'search', { searchBy: 'phone', searchFor: `+1737${standIn.sandbox.people.resident.phone.slice(5)}` }),
		).toEqual([]);
		expect(await ask('tenant', 'search', { searchBy: 'email', searchFor: email })).toEqual([]);
	});

	it.each([
		['phone', '0123', 'holds no phone number'],
		['email', 'ana', 'holds no e-mail address'],
		['name', ' ', 'Search For is empty'],
	])('by %s refuses %p, instead of giving everybody', async (searchBy, searchFor, words) => {
		expect((await refusalOf(ask('tenant', 'search', { searchBy, searchFor }))).message).toContain(words);
		expect(standIn.asked()).toEqual([]);
	});
});

describe('sensitive fields', () => {
	const tenant = () => ({ tenantId: chosen(idOf('tenants')) });

	it.each([true, false])('are left out, with Simplify %s', async (simplify) => {
		const shown = JSON.stringify([
			...(await ask('tenant', 'get', { ...tenant(), simplify })),
			...(await ask('lease', 'getAll', { limit: 5, simplify })),
			...(await ask('rentalOwner', 'getAll', { simplify })),
			...(await ask('vendor', 'getAll', { limit: 5, simplify })),
		]);
		expect(shown).not.toMatch(/TaxId|DateOfBirth|TaxInformation|TaxPayer|000-00-0/);
	});

	it('come when they are asked for', async () => {
		const options = { includeSensitive: true };
		expect(await ask('tenant', 'get', { ...tenant(), options })).toMatchObject([
			{ DateOfBirth: expect.any(String), TaxId: expect.any(String) },
		]);
		expect(await ask('rentalOwner', 'getAll', { options, limit: 1 })).toMatchObject([{ TaxInformation: expect.anything() }]);
	});

	it('of an application are replaced, and the other answers stay', async () => {
		const applicant = standIn.sandbox.data.applicants.find(
			({ Applications }) => Array.isArray(Applications) && Applications.length > 0,
		);
		const [application] = applicant?.Applications as Fields[];
		const parameters = { applicantId: chosen(applicant?.Id), applicationId: String(application?.Id) };
		const shown = JSON.stringify(await ask('application', 'get', parameters));
		expect(shown).toContain('(left out)');
		expect(shown).toContain(String(applicant?.Email));
		expect(shown).not.toMatch(/\d{3}-\d{2}-\d{4}/);
		expect(JSON.stringify(await ask('application', 'get', { ...parameters, options: { includeSensitive: true } }))).toMatch(
			/\d{3}-\d{2}-\d{4}/,
		);
	});

	it('Simplify off gives the whole record otherwise', async () => {
		const [whole] = await ask('unit', 'get', { unitId: chosen(idOf('units')), simplify: false });
		expect(whole).toEqual(first('units'));
	});
});

describe('Get Download Link', () => {
	it('gives a link that works without keys', async () => {
		const [link] = await ask('file', 'getDownloadLink', { fileId: String(idOf('files')) });
		const content = await fetch(String(link?.DownloadUrl));
		expect(content.status).toBe(200);
	});
});

allWithinSpecification(standIn);
