import { OPERATIONS } from '../../../sandbox/buildium/resources/operations';
import { MISSING, specification, violationsOf } from '../../../sandbox/buildium/specification';
import { ask, listOf, type Answer } from './support/client';
import { useBuildium } from './support/sandbox';
import type { Fields } from '../../../sandbox/buildium';

jest.setTimeout(60_000);
const sandbox = useBuildium();

const CONTACT = {
	Title: 'Missed call from Maple Court',
	Description: 'Called at 9:14 pm.',
	CategoryId: 105,
	PropertyId: 1001,
	UnitId: 200_011,
	AssignedToUserId: 7002,
	TaskStatus: 'New',
	Priority: 'High',
	DueDate: '2026-03-01',
	ContactDetail: {
		FirstName: 'Stella',
		LastName: 'Fontaine',
		Email: 'stella.fontaine@example.com',
		PhoneNumbers: { Mobile: '(512) 555-0165' },
	},
};
const { Description: _description, ...CONTACT_CHANGE } = CONTACT;
const { ContactDetail: _contact, ...TODO } = CONTACT;
const { Description: _text, ...TODO_CHANGE } = TODO;
const APPLICANT = {
	FirstName: 'Stella',
	LastName: 'Fontaine',
	Email: 'stella.fontaine@example.com',
	UnitId: 200_011,
	PhoneNumbers: { Mobile: '(512) 555-0165', Work: '(512) 555-0166' },
};
const PHONE_LOG = { Subject: 'Missed call', Description: 'Nobody picked up.', CallDateTime: '2026-03-01T09:14:00Z' };
const TENANT = {
	FirstName: 'Ana',
	LastName: 'Ruiz',
	Address: { AddressLine1: '1 Lamar Street', PostalCode: '78701', Country: 'UnitedStates' },
};
const RESIDENT_REQUEST = { Title: 'Sink', UnitAgreementId: 400_001, RequestedByEntityId: 600_001, TaskStatus: 'New', Priority: 'Low' };
const UPLOAD = { EntityType: 'Lease', EntityId: 400_001, FileName: 'a.txt', Title: 'A', CategoryId: 351 };

/** A body that each write takes. */
const BODIES: Record<string, Fields | undefined> = {
	'POST /v1/applicants': { ...APPLICANT, SendRentalApplicationEmail: false },
	'PUT /v1/applicants/800001': APPLICANT,
	'POST /v1/applicants/groups': { ApplicantIds: [800_003, 800_004], UnitId: 200_011 },
	'PUT /v1/applicants/groups/850001': { ApplicantGroupStatus: 'Approved', ApplicantIds: [800_001], UnitId: null },
	'PUT /v1/applicants/800001/applications/900001': { ApplicationStatus: 'Approved' },
	'POST /v1/tasks/contactrequests': CONTACT,
	'PUT /v1/tasks/contactrequests/50001': { ...CONTACT_CHANGE, Message: 'Texted back.' },
	'POST /v1/tasks/todorequests': TODO,
	'PUT /v1/tasks/todorequests/50003': TODO_CHANGE,
	'POST /v1/tasks/residentrequests': RESIDENT_REQUEST,
	'PUT /v1/tasks/residentrequests/50002': { Title: 'Sink', TaskStatus: 'Closed', Priority: 'Low' },
	'POST /v1/tasks/rentalownerrequests': { Title: 'Statement', RequestedByRentalOwnerId: 5001, TaskStatus: 'New', Priority: 'Low' },
	'PUT /v1/tasks/rentalownerrequests/50004': { Title: 'Statement', TaskStatus: 'Closed', Priority: 'Low' },
	'PUT /v1/tasks/50001/history/70001': { Message: 'Called again.' },
	'POST /v1/tasks/categories': { Name: 'Tours' },
	'PUT /v1/tasks/categories/105': { Name: 'Leasing' },
	'POST /v1/communications/phonelogs': {
		...PHONE_LOG,
		Participant: { EntityType: 'RentalTenant', EntityId: 600_001, UnitAgreement: { Id: 400_001, Type: 'Lease' } },
	},
	'PUT /v1/communications/phonelogs/80001': PHONE_LOG,
	'POST /v1/leases/tenants': { ...TENANT, LeaseId: 400_001 },
	'PUT /v1/leases/tenants/600001': TENANT,
	'PUT /v1/rentals/1001/amenities': { Features: ['Pool'], IncludedInRent: null },
	'PUT /v1/rentals/units/200001/amenities': { Features: ['Dishwasher', 'Fireplace'] },
	'POST /v1/files/uploads': UPLOAD,
	'PUT /v1/files/40001': { Title: 'B', CategoryId: 352 },
	'POST /v1/files/40001/downloadrequest': undefined,
	'DELETE /v1/rentals/units/200011/listing': undefined,
	...Object.fromEntries(
		[
			'applicants/800001',
			'applicants/groups/850001',
			'leases/tenants/600001',
			'leases/400001',
			'rentals/owners/5001',
			'rentals/1001',
			'rentals/units/200011',
			'vendors/6001',
		].flatMap((parent, index) => [
			[`POST /v1/${parent}/notes`, { Note: 'Asked about parking.' }],
			...(index === 0
				? []
				: [
						[
							`PUT /v1/${parent}/notes/${[0, 90_004, 90_001, 90_002, 90_005, 90_006, 90_007, 90_008][index] ?? 0}`,
							{ Note: 'Asked again.' },
						],
					]),
		]),
	),
};

async function send(line: string, body = BODIES[line]): Promise<Answer> {
	const [method = '', path = ''] = line.split(' ');
	return await ask(sandbox(), method, path.replace('/v1', ''), body === undefined ? {} : { body });
}

const known = specification();

describe('every write', () => {
	const lines = Object.keys(BODIES);

	test('has an example here', () => {
		const writes = OPERATIONS.filter(({ method }) => method !== 'GET').map(
			({ method, path }) => new RegExp(`^${method} ${path.replace(/\{\w+\}/g, '\\d+')}$`),
		);
		expect(writes.filter((write) => !lines.some((line) => write.test(line)))).toEqual([]);
	});

	test.each(lines)(`%s is taken${known === null ? '' : ', and answered as documented'}`, async (line) => {
		const { status, body, headers } = await send(line);
		expect({ line, status, body }).toEqual({ line, status: line.startsWith('POST') ? 201 : line.startsWith('PUT') ? 200 : 204, body });
		if (line.startsWith('POST') && !/uploads|downloadrequest/.test(line)) {
			const place = new URL(headers.get('location') ?? '').pathname.replace('/v1', '');
			expect((await ask(sandbox(), 'GET', place)).body).toEqual(body);
		}
	});

	(known === null ? test.skip : test)(
		`is as the vendor's specification says, question and answer${known === null ? ` [skipped: ${MISSING}]` : ''}`,
		async () => {
			for (const line of lines) {
				const [method = '', path = ''] = line.split(' ');
				const { status, body } = await send(line);
				const wrong = known?.answerViolations(method, path, status, body === '' ? undefined : body);
				expect({ line, wrong }).toEqual({ line, wrong: [] });
			}
			expect(violationsOf(sandbox().requests)).toEqual([]);
		},
	);
});

describe('a PUT', () => {
	test('empties what it leaves out', async () => {
		await send('PUT /v1/tasks/contactrequests/50001');
		const { Title, AssignedToUserId, TaskStatus, Priority } = CONTACT;
		const { status, body } = await send('PUT /v1/tasks/contactrequests/50001', {
			Title,
			AssignedToUserId,
			TaskStatus,
			Priority,
			ContactDetail: { FirstName: 'Unknown' },
		});
		expect(status).toBe(200);
		expect(body).toMatchObject({
			Category: null,
			Property: null,
			UnitId: null,
			DueDate: null,
			ContactDetail: { FirstName: 'Unknown', LastName: null, Email: null, PhoneNumbers: null },
			// No part of an update, so it stays.
			Description: 'Please call back.',
		});
	});

	test('of an applicant without phones loses them', async () => {
		const { PhoneNumbers: _phones, ...rest } = APPLICANT;
		expect((await send('PUT /v1/applicants/800001', rest)).body).toMatchObject({
			PhoneNumbers: [],
			Status: 'Undecided',
			ApplicantGroupId: 850_001,
		});
	});

	test('of a task on the path of another kind is refused with 422, of a missing one with 404', async () => {
		expect((await send('PUT /v1/tasks/todorequests/50001', TODO_CHANGE)).status).toBe(422);
		expect((await send('PUT /v1/tasks/todorequests/49999', TODO_CHANGE)).status).toBe(404);
		expect((await send('GET /v1/tasks/todorequests/50001')).status).toBe(404);
	});

	test('of a task leaves its message in the history', async () => {
		await send('PUT /v1/tasks/contactrequests/50001');
		const { items } = await listOf(sandbox(), '/tasks/50001/history');
		expect(items.at(-1)).toMatchObject({ Message: 'Texted back.', AssignedToUserId: 7002, Priority: 'High' });
	});

	test('of a system category is refused', async () => {
		expect((await send('PUT /v1/tasks/categories/101', { Name: 'Mine' })).status).toBe(422);
	});
});

test('phones are written as an object and read as an array', async () => {
	const { body } = await send('POST /v1/applicants');
	expect(body).toMatchObject({
		PhoneNumbers: [
			{ Number: '(512) 555-0166', Type: 'Office' },
			{ Number: '(512) 555-0165', Type: 'Cell' },
		],
		Status: 'New',
		PropertyId: 1001,
	});
	const { body: request } = await send('POST /v1/tasks/contactrequests');
	expect(request).toMatchObject({ ContactDetail: { PhoneNumbers: { Home: null, Work: null, Mobile: '(512) 555-0165' } } });
});

test('the same POST twice makes two records, and nothing can be deleted', async () => {
	const before = sandbox().data.contactRequests.count();
	await send('POST /v1/tasks/contactrequests');
	const { body } = await send('POST /v1/tasks/contactrequests');
	expect(sandbox().data.contactRequests.count()).toBe(before + 2);
	expect((await send(`DELETE /v1/tasks/contactrequests/${String((body as Fields)['Id'])}`)).status).toBe(404);
});

test.each([
	['POST /v1/tasks/contactrequests', { ...CONTACT, ContactDetail: undefined }, 'ContactDetail'],
	[
		'POST /v1/tasks/contactrequests',
		{ ...CONTACT, ContactDetail: { ...CONTACT.ContactDetail, FirstName: '' } },
		'ContactDetail.FirstName',
	],
	[
		'POST /v1/tasks/contactrequests',
		{ ...CONTACT, ContactDetail: { FirstName: 'A', PhoneNumbers: { Mobile: '5550165' } } },
		'ContactDetail.PhoneNumbers.Mobile',
	],
	['POST /v1/tasks/contactrequests', { ...CONTACT, Title: 'x'.repeat(128) }, 'Title'],
	['POST /v1/tasks/contactrequests', { ...CONTACT, AssignedToUserId: 0 }, 'AssignedToUserId'],
	['POST /v1/tasks/contactrequests', { ...CONTACT, AssignedToUserId: '7002' }, 'AssignedToUserId'],
	['POST /v1/tasks/contactrequests', { ...CONTACT, AssignedToUserId: 7006 }, 'AssignedToUserId'],
	['POST /v1/tasks/contactrequests', { ...CONTACT, AssignedToUserId: 7007 }, 'AssignedToUserId'],
	['POST /v1/tasks/contactrequests', { ...CONTACT, PropertyId: 1008, UnitId: null }, 'PropertyId'],
	['POST /v1/tasks/contactrequests', { ...CONTACT, PropertyId: 1002 }, 'UnitId'],
	['POST /v1/tasks/contactrequests', { ...CONTACT, PropertyId: null }, 'UnitId'],
	['POST /v1/tasks/contactrequests', { ...CONTACT, CategoryId: 999 }, 'CategoryId'],
	['POST /v1/tasks/contactrequests', { ...CONTACT, SubCategoryId: 151 }, 'SubCategoryId'],
	['POST /v1/tasks/contactrequests', { ...CONTACT, DueDate: '2026-03-01T00:00:00Z' }, 'DueDate'],
	['POST /v1/applicants', { FirstName: 'Stella', SendRentalApplicationEmail: false }, 'LastName'],
	['POST /v1/applicants', APPLICANT, 'SendRentalApplicationEmail'],
	['POST /v1/applicants/groups', { ApplicantIds: [800_001, 800_003] }, 'ApplicantIds'],
	['PUT /v1/applicants/800001/applications/900001', { ApplicationStatus: 'AddedToLease' }, 'ApplicationStatus'],
	[
		'POST /v1/communications/phonelogs',
		{ ...PHONE_LOG, Participant: { EntityType: 'Applicant', EntityId: 800_001 } },
		'Participant.EntityType',
	],
	[
		'POST /v1/communications/phonelogs',
		{ ...PHONE_LOG, Participant: { EntityType: 'RentalTenant', EntityId: 800_001 } },
		'Participant.EntityId',
	],
	[
		'POST /v1/communications/phonelogs',
		{ ...PHONE_LOG, Participant: { EntityType: 'Vendor', EntityId: 6001, UnitAgreement: { Id: 400_001 } } },
		'Participant.UnitAgreement.Type',
	],
	['POST /v1/leases/tenants/600001/notes', { Note: '' }, 'Note'],
])('%s with %j is refused for its %s', async (line, body, key) => {
	const { status, body: answer } = await send(line, body);
	expect(status).toBe(422);
	expect(answer).toMatchObject({
		ErrorCode: null,
		Errors: expect.arrayContaining([{ Key: key, Value: expect.any(String) as unknown }]) as unknown,
	});
});

test('fields that do not exist are ignored, or refused, as the habit says', async () => {
	const body = { ...CONTACT, Source: 'Zillow' };
	expect((await send('POST /v1/tasks/contactrequests', body)).status).toBe(201);
	sandbox().setHabits({ unknownBodyField: 'refuse' });
	expect((await send('POST /v1/tasks/contactrequests', body)).body).toMatchObject({ Errors: [{ Key: 'Source' }] });
});

test('notes on an applicant cannot be changed, and a note is found on its own parent only', async () => {
	expect((await send('PUT /v1/applicants/800001/notes/90003', { Note: 'a' })).status).toBe(404);
	expect((await send('GET /v1/leases/tenants/600001/notes/90003')).status).toBe(404);
	expect((await send('GET /v1/leases/tenants/600002/notes')).body).toEqual([]);
	expect((await send('POST /v1/leases/tenants/599999/notes', { Note: 'a' })).status).toBe(404);
	sandbox().setHabits({ noteReply: 'empty' });
	expect(await send('POST /v1/leases/tenants/600002/notes', { Note: 'a' })).toMatchObject({ status: 201, body: '' });
	expect(sandbox().data.notes.find(({ ParentId }) => ParentId === 600_002)).toMatchObject({ Parent: 'tenant', Note: 'a' });
});

test('a set status shows on the applicant', async () => {
	await send('PUT /v1/applicants/800001/applications/900001', { ApplicationStatus: 'Rejected' });
	expect(sandbox().data.applicants.get(800_001)).toMatchObject({ Status: 'Rejected', Applications: [{ ApplicationStatus: 'Rejected' }] });
});

test('a group holds its members, and lets them go', async () => {
	const { body } = await send('POST /v1/applicants/groups');
	const id = Number((body as Fields)['Id']);
	expect(sandbox().data.applicants.get(800_004)).toMatchObject({ ApplicantGroupId: id });
	await send(`PUT /v1/applicants/groups/${id}`, { ApplicantGroupStatus: 'Deferred', ApplicantIds: [800_003] });
	expect(sandbox().data.applicants.get(800_004)).toMatchObject({ ApplicantGroupId: null });
	expect(sandbox().data.applicantGroups.get(id)).toMatchObject({ ApplicationGroupStatus: 'Deferred', Applicants: [{ Id: 800_003 }] });
});
