import { Buildium } from '../../../nodes/Buildium/Buildium.node';
import type { Fields } from '../../../sandbox/buildium';
import { runNode } from '../support/runNode';
import { askOf, chosen, refusalOf } from './support/ask';
import { allWithinSpecification, useStandIn } from './support/standIn';

const standIn = useStandIn('file');
const ask = askOf(standIn);

const staff = () => chosen(standIn.sandbox.people.staff.id);

/** A contact request as the missed-call workflow writes it. */
function caller(more: Record<string, unknown> = {}): Record<string, unknown> {
	const { people } = standIn.sandbox;
	return {
		title: 'Missed call about Maple Court',
		assignedToId: staff(),
		firstName: people.stranger.firstName,
		additionalFields: {
			lastName: people.stranger.lastName,
			email: people.stranger.email,
			mobilePhone: people.stranger.phone,
			categoryId: chosen(standIn.sandbox.data.taskCategories.at(0).Id),
			description: 'Rang out at 2:05 pm. Texted back.',
			dueDate: '2026-11-18T09:00:00',
			priority: 'High',
			propertyId: chosen(people.applicant.propertyId),
			unitId: chosen(people.applicant.unitId),
		},
		...more,
	};
}

/** A record of the stand-in, whole. */
const there = (table: 'contactRequests' | 'todos' | 'applicants' | 'applicantGroups' | 'applications', id: unknown): Fields =>
	standIn.sandbox.data[table].get(Number(id)) ?? {};

describe('contact request', () => {
	it('Create writes down a stranger, with everything that is known', async () => {
		const [made] = await ask('contactRequest', 'create', caller());
		expect(there('contactRequests', made?.Id)).toMatchObject({
			Title: 'Missed call about Maple Court',
			Description: 'Rang out at 2:05 pm. Texted back.',
			AssignedToUserId: standIn.sandbox.people.staff.id,
			TaskStatus: 'New',
			Priority: 'High',
			DueDate: '2026-11-18',
			Category: { Id: standIn.sandbox.data.taskCategories.at(0).Id },
			Property: { Id: standIn.sandbox.people.applicant.propertyId },
			UnitId: standIn.sandbox.people.applicant.unitId,
			ContactDetail: {
				FirstName: 'Stella',
				LastName: 'Fontaine',
				Email: 'stella.fontaine@example.com',
				PhoneNumbers: { Mobile: '(512) 555-0165' },
			},
		});
		expect(made).toMatchObject({ alreadyThere: false });
	});

	it('Create needs no name: most callers have none', async () => {
		const [made] = await ask('contactRequest', 'create', caller({ firstName: '', additionalFields: { mobilePhone: '512 555 0165' } }));
		expect(there('contactRequests', made?.Id)).toMatchObject({
			ContactDetail: { FirstName: 'Unknown', PhoneNumbers: { Mobile: '(512) 555-0165' } },
		});
	});

	it('Update changes what it is told, and blanks nothing', async () => {
		const [made] = await ask('contactRequest', 'create', caller());
		const before = there('contactRequests', made?.Id);
		await ask('contactRequest', 'update', {
			contactRequestId: String(made?.Id),
			updateFields: { status: 'Completed', message: 'Booked a tour for Thursday.', homePhone: '(512) 555-0166' },
		});
		const after = there('contactRequests', made?.Id);
		const { LastUpdatedDateTime: _updated, ContactDetail, ...rest } = before;
		expect(after).toMatchObject({ ...rest, TaskStatus: 'Completed' });
		const { PhoneNumbers, ...contact } = ContactDetail as Fields;
		expect(after.ContactDetail).toEqual({ ...contact, PhoneNumbers: { ...(PhoneNumbers as Fields), Home: '(512) 555-0166' } });
		const history = await ask('task', 'getHistory', { taskId: String(made?.Id) });
		expect(history.map(({ Message }) => Message)).toContain('Booked a tour for Thursday.');
	});

	it('Update of every record in the portfolio with one change leaves the rest as it is', async () => {
		for (const before of standIn.sandbox.data.contactRequests.all().filter(({ AssignedToUserId }) => Number(AssignedToUserId) > 0)) {
			await ask('contactRequest', 'update', { contactRequestId: String(before.Id), updateFields: { priority: 'Low' } });
			const { LastUpdatedDateTime: _a, Priority: _b, ...kept } = before;
			expect(there('contactRequests', before.Id)).toMatchObject(kept);
		}
	});

	it('Update empties a field that was added and left empty', async () => {
		const [made] = await ask('contactRequest', 'create', caller());
		await ask('contactRequest', 'update', {
			contactRequestId: String(made?.Id),
			updateFields: { dueDate: '', unitId: chosen(''), lastName: '' },
		});
		expect(there('contactRequests', made?.Id)).toMatchObject({
			DueDate: null,
			UnitId: null,
			Title: 'Missed call about Maple Court',
			ContactDetail: { FirstName: 'Stella', LastName: null },
		});
	});

	it('Update of a task that nobody is assigned to asks for somebody', async () => {
		const lonely = standIn.sandbox.data.contactRequests.add({
			...there('contactRequests', standIn.sandbox.data.contactRequests.at(0).Id),
			Id: undefined,
			AssignedToUserId: null,
			AssignedTo: null,
		});
		const update = { contactRequestId: String(lonely.Id), updateFields: { status: 'Closed' } };
		if (!Number(lonely.AssignedToUserId))
			expect((await refusalOf(ask('contactRequest', 'update', update))).message).toContain('Nobody is assigned');
		await ask('contactRequest', 'update', { ...update, updateFields: { status: 'Closed', assignedToId: staff() } });
		expect(there('contactRequests', lonely.Id)).toMatchObject({
			TaskStatus: 'Closed',
			AssignedToUserId: standIn.sandbox.people.staff.id,
		});
	});

	it.each([
		['no staff', { assignedToId: chosen('', 'id') }, /Assigned To/],
		['a phone number that is none', { additionalFields: { mobilePhone: '12' } }, /Mobile Phone holds no phone number/],
		['a due date that is none', { additionalFields: { dueDate: 'soon' } }, /Due Date is "soon"/],
		['a status that is none', { additionalFields: { status: 'Done' } }, /Status has no choice "Done"/],
	])('Create refuses %s before anything is written', async (_, more, words) => {
		expect((await refusalOf(ask('contactRequest', 'create', caller(more)))).message).toMatch(words);
		expect(standIn.asked().filter((one) => one.startsWith('POST'))).toEqual([]);
	});

	it('what Buildium refuses is said with its own words', async () => {
		const refusal = await refusalOf(
			ask('contactRequest', 'create', caller({ assignedToId: chosen(standIn.sandbox.people.vendor.id) })),
		);
		expect(refusal.message).toContain('AssignedToUserId');
		expect(refusal.description).toContain('request id');
	});

	it('On Error: Continue gives the error as an item and goes on', async () => {
		const good = String(standIn.sandbox.data.contactRequests.at(0).Id);
		const { outputs } = await runNode({
			nodeType: Buildium,
			parameters: { resource: 'contactRequest', operation: 'get', contactRequestId: '={{ $json.id }}' },
			items: [{ id: '999999' }, { id: good }],
			credentials: standIn.credentials,
			onError: 'continueRegularOutput',
		});
		expect(outputs[0]?.map(({ json, pairedItem }) => [json.error ?? json.Id, pairedItem])).toEqual([
			[expect.stringContaining('(404)'), { item: 0 }],
			[Number(good), { item: 1 }],
		]);
	});
});

describe('to-do', () => {
	it('Create and Update', async () => {
		const [made] = await ask('toDo', 'create', {
			title: 'Call Ana back',
			assignedToId: staff(),
			additionalFields: { dueDate: '2026-11-18', description: 'At (512) 555-0165' },
		});
		expect(there('todos', made?.Id)).toMatchObject({
			Title: 'Call Ana back',
			Description: 'At (512) 555-0165',
			DueDate: '2026-11-18',
			TaskStatus: 'New',
			Priority: 'Normal',
		});
		await ask('toDo', 'update', { toDoId: String(made?.Id), updateFields: { title: 'Call Ana back today' } });
		expect(there('todos', made?.Id)).toMatchObject({
			Title: 'Call Ana back today',
			Description: 'At (512) 555-0165',
			DueDate: '2026-11-18',
		});
	});

	it('Update of every to-do leaves the rest as it is', async () => {
		for (const before of standIn.sandbox.data.todos.all().filter(({ AssignedToUserId }) => Number(AssignedToUserId) > 0)) {
			await ask('toDo', 'update', { toDoId: String(before.Id), updateFields: { status: 'Deferred' } });
			const { LastUpdatedDateTime: _a, TaskStatus: _b, ...kept } = before;
			expect(there('todos', before.Id)).toMatchObject(kept);
		}
	});

	it('Update with nothing to change is refused', async () => {
		expect((await refusalOf(ask('toDo', 'update', { toDoId: '1', updateFields: {} }))).message).toContain('Update Fields is empty');
	});
});

describe('applicant', () => {
	const amina = {
		firstName: 'Nadia',
		lastName: 'Okafor',
		additionalFields: { email: 'nadia.okafor@example.com', mobilePhone: '(512) 555-0167' },
	};

	it('Create makes one, and the second time gives the same', async () => {
		const [made] = await ask('applicant', 'create', amina);
		const [again] = await ask('applicant', 'create', amina);
		expect(made).toMatchObject({ FirstName: 'Nadia', alreadyThere: false });
		expect(again).toMatchObject({ Id: made?.Id, alreadyThere: true });
		expect(there('applicants', made?.Id)).toMatchObject({
			Email: 'nadia.okafor@example.com',
			PhoneNumbers: [{ Number: '(512) 555-0167', Type: 'Cell' }],
		});
		const [other] = await ask('applicant', 'create', { ...amina, reuseExisting: false });
		expect(other?.Id).not.toBe(made?.Id);
	});

	it('Create without e-mail finds the same person by phone', async () => {
		const person = { firstName: 'Omar', lastName: 'Haddad', additionalFields: { homePhone: '512.555.0168' } };
		const [made] = await ask('applicant', 'create', person);
		expect((await ask('applicant', 'create', { ...person, additionalFields: { mobilePhone: '+15125550168' } }))[0]).toMatchObject({
			Id: made?.Id,
		});
	});

	it('Update keeps phones and unit', async () => {
		const { applicant } = standIn.sandbox.people;
		const before = there('applicants', applicant.id);
		await ask('applicant', 'update', { applicantId: chosen(applicant.id), updateFields: { workPhone: '(512) 555-0169' } });
		const after = there('applicants', applicant.id);
		expect(after).toMatchObject({
			FirstName: before.FirstName,
			LastName: before.LastName,
			Email: before.Email,
			UnitId: before.UnitId,
			ApplicantGroupId: before.ApplicantGroupId,
		});
		expect(after.PhoneNumbers).toEqual(
			expect.arrayContaining([...(before.PhoneNumbers as Fields[]), { Number: '(512) 555-0169', Type: 'Office' }]),
		);
	});

	it('Update refuses to erase numbers that cannot be written back, unless it is told to', async () => {
		const numbers = ['0170', '0171', '0172'].map((end) => ({ Number: `(512) 555-${end}`, Type: 'Cell' }));
		const made = standIn.sandbox.data.applicants.add({
			FirstName: 'Lena',
			LastName: 'Park',
			Email: 'lena.park@example.com',
			PhoneNumbers: numbers,
		});
		if ((made.PhoneNumbers as Fields[]).length < 3) throw new Error('The stand-in did not keep three numbers.');
		const update = { applicantId: chosen(made.Id), updateFields: { email: 'lena@example.com' } };
		const refusal = await refusalOf(ask('applicant', 'update', update));
		expect(refusal.message).toContain('would erase phone numbers');
		expect(refusal.message).not.toContain('555-0171');
		expect(there('applicants', made.Id)).toMatchObject({ Email: 'lena.park@example.com' });
		await ask('applicant', 'update', { ...update, updateFields: { ...update.updateFields, eraseNumbers: true } });
		expect(there('applicants', made.Id)).toMatchObject({ Email: 'lena@example.com' });
	});

	it('Create demands both names, and says what to do without', async () => {
		expect(await refusalOf(ask('applicant', 'create', { firstName: 'Ana', lastName: '={{ "" }}' }))).toMatchObject({
			message: 'Last Name is empty.',
			description: expect.stringContaining('contact request'),
		});
	});
});

describe('applicant group and application', () => {
	async function twoApplicants(): Promise<number[]> {
		const names = [`Ada${Math.random()}`, `Ben${Math.random()}`];
		const made = await Promise.all(names.map(async (firstName) => await ask('applicant', 'create', { firstName, lastName: 'Gruber' })));
		return made.map(([one]) => Number(one?.Id));
	}

	it('Create puts people together, Update changes the status and keeps them', async () => {
		const ids = await twoApplicants();
		const [group] = await ask('applicantGroup', 'create', {
			applicantIds: ids.join(', '),
			unitId: chosen(standIn.sandbox.people.applicant.unitId),
		});
		const members = () => (there('applicantGroups', group?.Id).Applicants as Fields[]).map(({ Id }) => Id);
		expect(members()).toEqual(ids);
		await ask('applicantGroup', 'update', { applicantGroupId: String(group?.Id), updateFields: { status: 'Approved' } });
		expect(there('applicantGroups', group?.Id)).toMatchObject({
			ApplicationGroupStatus: 'Approved',
			UnitId: standIn.sandbox.people.applicant.unitId,
		});
		expect(members()).toEqual(ids);
	});

	it('Update asks for a status when Buildium shows one that it does not take', async () => {
		const [one] = standIn.sandbox.data.applicantGroups.all();
		standIn.sandbox.data.applicantGroups.change(Number(one?.Id), { ApplicationGroupStatus: 'AddedToLease' });
		const shown = there('applicantGroups', one?.Id).ApplicationGroupStatus;
		expect(shown).toBe('AddedToLease');
		const refusal = await refusalOf(
			ask('applicantGroup', 'update', { applicantGroupId: String(one?.Id), updateFields: { unitId: chosen('') } }),
		);
		expect(refusal.message).toContain('AddedToLease');
	});

	it('Set Status of an application', async () => {
		const applicant = standIn.sandbox.data.applicants.find(
			({ Applications }) => Array.isArray(Applications) && Applications.length > 0,
		);
		const [application] = applicant?.Applications as Fields[];
		await ask('application', 'setStatus', {
			applicantId: chosen(applicant?.Id),
			applicationId: String(application?.Id),
			status: 'Deferred',
		});
		expect(there('applications', application?.Id)).toMatchObject({ ApplicationStatus: 'Deferred' });
	});
});

describe('note', () => {
	const { data, people } = { data: () => standIn.sandbox.data, people: () => standIn.sandbox.people };
	it.each<[noteOn: string, parameters: () => Record<string, unknown>]>([
		['applicant', () => ({ applicantId: chosen(people().applicant.id) })],
		['applicantGroup', () => ({ applicantGroupId: String(data().applicantGroups.at(0).Id) })],
		['lease', () => ({ leaseId: String(data().leases.at(0).Id) })],
		['property', () => ({ propertyId: chosen(data().rentals.at(0).Id) })],
		['rentalOwner', () => ({ rentalOwnerId: chosen(people().rentalOwner.id) })],
		['tenant', () => ({ tenantId: chosen(people().resident.id) })],
		['unit', () => ({ unitId: chosen(data().units.at(0).Id) })],
		['vendor', () => ({ vendorId: chosen(people().vendor.id) })],
	])('on %s: Create, and Get Many shows it first', async (noteOn, parameters) => {
		await ask('note', 'create', { noteOn, ...parameters(), note: `Called about parking (${noteOn}).` });
		expect(await ask('note', 'getAll', { noteOn, ...parameters(), limit: 1 })).toMatchObject([
			{ Note: `Called about parking (${noteOn}).` },
		]);
	});

	it.each([
		['association', 'associationId', '/v1/associations/77/notes'],
		['associationOwner', 'associationOwnerId', '/v1/associations/owners/77/notes'],
		['associationTenant', 'associationTenantId', '/v1/associations/tenants/77/notes'],
		['associationUnit', 'associationUnitId', '/v1/associations/units/77/notes'],
		['ownershipAccount', 'ownershipAccountId', '/v1/associations/ownershipaccounts/77/notes'],
	])('on %s asks at the right place', async (noteOn, field, path) => {
		await refusalOf(ask('note', 'getAll', { noteOn, [field]: '77' }));
		expect(standIn.asked()).toEqual([`GET ${path}`]);
	});
});

describe('phone log', () => {
	it.each([
		['RentalTenant', 'tenantId', 'resident'],
		['RentalOwner', 'rentalOwnerId', 'rentalOwner'],
		['Vendor', 'vendorId', 'vendor'],
	] as const)('Create logs a call with a %s', async (participant, field, role) => {
		const { id } = standIn.sandbox.people[role];
		const [made] = await ask('phoneLog', 'create', {
			participant,
			[field]: chosen(id),
			subject: 'Missed call',
			description: 'Rang out.',
			callTime: '2026-11-17T12:05:00-06:00',
		});
		expect(standIn.sandbox.data.phoneLogs.get(Number(made?.Id))).toMatchObject({
			Subject: 'Missed call',
			Description: 'Rang out.',
			CallDateTime: '2026-11-17T18:05:00Z',
			Participant: { EntityId: id },
		});
	});

	it('Create names the lease', async () => {
		const { resident } = standIn.sandbox.people;
		const leaseId = String(standIn.sandbox.data.leases.at(0).Id);
		const [made] = await ask('phoneLog', 'create', {
			tenantId: chosen(resident.id),
			subject: 'Renewal',
			description: 'Wants to stay.',
			additionalFields: { leaseId },
		});
		expect(made).toMatchObject({ Participant: { UnitAgreement: { Id: Number(leaseId), Type: 'Lease' } } });
	});
});

allWithinSpecification(standIn);
