import { markerOf } from '../../../leasing/writeBack/marker';
import { chooseAssignee } from '../../../leasing/buildium/writeBack/assignee';
import { chooseRoute } from '../../../leasing/buildium/writeBack/chooseRoute';
import type { BuildiumFacts } from '../../../leasing/buildium/writeBack/facts';
import { planSchema } from '../../../leasing/buildium/writeBack/plan';
import type { StaffUser } from '../../../leasing/writeBack/facts';

const KEY = 'missed_call:twilio:CA1';
const MARKER = markerOf(KEY);

type Change = Partial<Omit<BuildiumFacts, 'caller' | 'contact' | 'choices'>> & {
	caller?: Partial<BuildiumFacts['caller']>;
	contact?: Partial<BuildiumFacts['contact']>;
	choices?: Partial<BuildiumFacts['choices']>;
};

function facts({ caller, contact, choices, ...rest }: Change = {}): BuildiumFacts {
	return {
		occurrence: {
			key: KEY,
			what: 'missed_call',
			at: '2026-11-20T16:00:00.250Z',
			summary: 'Missed call from (512) 555-0123 about Cedar Grove',
			details: ['Line: Gate sign', 'Nobody answered.'],
		},
		caller: { kind: 'stranger', person: null, leaseId: null, candidates: [], applicantId: null, ...caller },
		contact: { firstName: null, lastName: null, phone: '+15125550123', email: null, ...contact },
		propertyId: '1',
		unitId: null,
		assigneeId: '7',
		earlier: { contactRequestId: null, applicantId: null },
		refused: [],
		choices: { makeApplicant: false, sendApplication: false, categoryId: null, priority: 'Normal', dueDate: '2026-11-20', ...choices },
		country: 'US',
		...rest,
	};
}

function chosen(change: Change) {
	const choice = chooseRoute(facts(change));
	if (!choice.ok) return { routes: [], codes: choice.reasons.map(({ code }) => code), steps: [] };
	expect(planSchema.parse(JSON.parse(JSON.stringify(choice.plan)))).toEqual(choice.plan);
	return {
		routes: choice.plan.steps.map(({ route }) => route),
		codes: choice.plan.reasons.map(({ code }) => code),
		steps: choice.plan.steps,
	};
}

const resident = { kind: 'resident', person: { kind: 'resident', id: '101', name: 'Ana Ruiz' }, leaseId: '9' } as const;
const owner = { kind: 'owner', person: { kind: 'owner', id: '70', name: 'Ben Old' } } as const;
const vendor = { kind: 'vendor', person: { kind: 'vendor', id: '80', name: 'Quick Plumbing' } } as const;

describe('which way into Buildium', () => {
	it.each<[string, Change, string[], string[]]>([
		['a resident', { caller: resident }, ['phone_log', 'note', 'contact_request'], ['write_back_phone_log']],
		['an owner', { caller: owner }, ['phone_log', 'note', 'contact_request'], ['write_back_phone_log']],
		['a vendor', { caller: vendor }, ['phone_log', 'note', 'contact_request'], ['write_back_phone_log']],
		[
			'a resident when phone logs are not allowed',
			{ caller: resident, refused: ['phone_log'] },
			['note', 'contact_request'],
			['write_back_phone_log', 'write_back_other_way'],
		],
		[
			'a number of several residents',
			{ caller: { kind: 'resident', candidates: ['Ana Ruiz', 'Chris Poe'] } },
			['contact_request'],
			['write_back_shared_phone'],
		],
		['a stranger', {}, ['contact_request'], ['write_back_contact_request']],
		['a stranger while contact requests are not allowed', { refused: ['contact_request'] }, [], ['write_back_not_allowed']],
		['a stranger while nobody could get it', { assigneeId: null }, [], ['write_back_no_assignee']],
		['a renter without a record', { caller: { kind: 'known_renter' } }, ['contact_request'], ['write_back_contact_request']],
		[
			'a renter with a contact request',
			{ caller: { kind: 'known_renter' }, earlier: { contactRequestId: '500', applicantId: null } },
			['contact_request_message', 'contact_request'],
			['write_back_message'],
		],
		[
			'an applicant',
			{ caller: { kind: 'known_renter', applicantId: '55' } },
			['applicant_note', 'contact_request'],
			['write_back_applicant_note'],
		],
		[
			'a renter whom we made an applicant',
			{ caller: { kind: 'known_renter' }, earlier: { contactRequestId: '500', applicantId: '56' } },
			['applicant_note', 'contact_request_message', 'contact_request'],
			['write_back_applicant_note'],
		],
		[
			'a renter with a whole name, applicants wanted',
			{ contact: { firstName: 'Ana', lastName: 'Ruiz' }, choices: { makeApplicant: true } },
			['applicant', 'contact_request'],
			['write_back_applicant'],
		],
		[
			'a renter with half a name, applicants wanted',
			{ contact: { firstName: 'Ana', lastName: ' ' }, choices: { makeApplicant: true } },
			['contact_request'],
			['write_back_contact_request'],
		],
		['staff', { caller: { kind: 'staff' } }, [], ['write_back_staff']],
		['a hidden number', { caller: { kind: 'nobody' } }, [], ['write_back_nobody']],
	])('%s', (_, change, routes, codes) => {
		expect(chosen(change)).toMatchObject({ routes, codes });
	});

	it('a phone log names the person, the lease and the time, and carries the marker', () => {
		expect(chosen({ caller: resident }).steps[0]).toMatchObject({
			method: 'POST',
			path: '/v1/communications/phonelogs',
			body: {
				Participant: { EntityType: 'RentalTenant', EntityId: 101, UnitAgreement: { Id: 9, Type: 'Lease' } },
				Subject: `Missed call from (512) 555-0123 about Cedar Grove [${MARKER}]`,
				Description: 'Line: Gate sign\nNobody answered.',
				CallDateTime: '2026-11-20T16:00:00Z',
			},
			find: {
				path: '/v1/communications/phonelogs',
				field: 'Subject',
				query: { participantentitytype: 'RentalTenant', participantentityid: 101, subject: MARKER },
			},
		});
		expect(chosen({ caller: owner }).steps[0]?.body).toMatchObject({ Participant: { EntityType: 'RentalOwner', EntityId: 70 } });
		expect(chosen({ caller: vendor }).steps.map(({ path }) => path)).toEqual([
			'/v1/communications/phonelogs',
			'/v1/vendors/80/notes',
			'/v1/tasks/contactrequests',
		]);
	});

	it('a contact request holds what is known of the stranger', () => {
		expect(chosen({ unitId: '11', choices: { categoryId: '4', priority: 'High' } }).steps[0]?.body).toEqual({
			Title: `Missed call from (512) 555-0123 about Cedar Grove [${MARKER}]`,
			Description: 'Line: Gate sign\nNobody answered.',
			CategoryId: 4,
			PropertyId: 1,
			UnitId: 11,
			AssignedToUserId: 7,
			TaskStatus: 'New',
			Priority: 'High',
			DueDate: '2026-11-20',
			ContactDetail: { FirstName: 'Unknown caller', PhoneNumbers: { Mobile: '(512) 555-0123' } },
		});
		const named = chosen({ propertyId: null, unitId: '11', contact: { firstName: 'Ana', lastName: 'Ruiz', email: 'ana@example.com' } })
			.steps[0]?.body;
		expect(named).toMatchObject({ ContactDetail: { FirstName: 'Ana', LastName: 'Ruiz', Email: 'ana@example.com' } });
		expect(named).not.toHaveProperty('UnitId');
		expect(chosen({ caller: { kind: 'owner', candidates: ['A', 'B'] } }).steps[0]?.body).toMatchObject({
			Description: expect.stringMatching(/Could be: A, B\.$/),
		});
	});

	it('keeps the marker in titles of any length', () => {
		const long = facts();
		const choice = chooseRoute({ ...long, occurrence: { ...long.occurrence, summary: 'Missed call '.repeat(40) } });
		const title = choice.ok ? String(choice.plan.steps[0]?.body.Title) : '';
		expect(title.length).toBeLessThanOrEqual(127);
		expect(title.endsWith(`[${MARKER}]`)).toBe(true);
	});

	it('says the next thing on the contact request of before, and would find it in its history', () => {
		const [step] = chosen({ caller: { kind: 'known_renter' }, earlier: { contactRequestId: '500', applicantId: null } }).steps;
		expect(step).toMatchObject({
			method: 'PUT',
			path: '/v1/tasks/contactrequests/500',
			find: { path: '/v1/tasks/500/history', field: 'Message' },
		});
		expect(step?.body).toEqual({
			Message: `Missed call from (512) 555-0123 about Cedar Grove\nLine: Gate sign\nNobody answered. [${MARKER}]`,
		});
	});

	it('finds an applicant again without a marker, and e-mails an application only where there is an address', () => {
		const withEmail = chosen({
			contact: { firstName: 'Ana', lastName: 'Ruiz', email: 'ana@example.com' },
			choices: { makeApplicant: true, sendApplication: true },
		}).steps[0];
		expect(withEmail).toMatchObject({
			body: { SendRentalApplicationEmail: true },
			find: {
				query: { email: 'ana@example.com' },
				field: null,
				same: { FirstName: 'Ana', LastName: 'Ruiz', Email: 'ana@example.com' },
			},
		});
		const without = chosen({ contact: { firstName: 'Ana', lastName: 'Ruiz' }, choices: { makeApplicant: true, sendApplication: true } })
			.steps[0];
		expect(without).toMatchObject({
			body: { SendRentalApplicationEmail: false, PhoneNumbers: { Mobile: '(512) 555-0123' } },
			find: { query: { name: 'Ruiz' } },
		});
	});
});

describe('who gets a contact request', () => {
	const dana: StaffUser = { id: '7', fullName: 'Dana Field', emails: ['dana@example.com'], active: true };
	const eli: StaffUser = { id: '8', fullName: 'Eli Moss', emails: ['eli@example.com'], active: true };

	it.each([
		['the manager by e-mail', { id: '999', email: 'Dana@Example.com' }, '8', '7', 'assigned_manager'],
		['the manager by id, when there is no e-mail', { id: '7', email: null }, '8', '7', 'assigned_manager'],
		[
			'the e-mail before the id, since ids may be of another kind',
			{ id: '8', email: 'dana@example.com' },
			null,
			'7',
			'assigned_manager',
		],
		['the chosen one, when the manager is no user', { id: '999', email: 'x@example.com' }, '8', '8', 'assigned_default'],
		['the chosen one, when there is no manager', null, '8', '8', 'assigned_default'],
		['nobody', null, null, null, 'assigned_nobody'],
	])('%s', (_, manager, choice, id, code) => {
		expect(chooseAssignee(manager, [dana, eli], choice)).toMatchObject({ id, reason: { code } });
	});

	it('passes over a manager who left, and says so of a chosen one', () => {
		const gone = { ...dana, active: false };
		expect(chooseAssignee({ id: '7', email: 'dana@example.com' }, [gone, eli], '8')).toMatchObject({ id: '8' });
		expect(chooseAssignee(null, [gone], '7')).toMatchObject({ id: '7', reason: { code: 'assigned_inactive' } });
	});
});
