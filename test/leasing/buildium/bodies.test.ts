import { changedApplicant } from '../../../leasing/buildium/bodies/applicant';
import { changedGroup } from '../../../leasing/buildium/bodies/applicantGroup';
import { changedContactRequest, changedToDo, newContactRequest } from '../../../leasing/buildium/bodies/task';

/** As Buildium shows a contact request. */
const record = {
	Id: 7,
	Title: 'Missed call',
	Description: 'Rang out.',
	Category: { Id: 3, Name: 'Leasing', Href: 'x', SubCategory: { Id: 4, Name: 'Call' } },
	Property: { Id: 11, Type: 'Rental', Href: 'x' },
	UnitId: 12,
	AssignedToUserId: 13,
	TaskStatus: 'InProgress',
	Priority: 'High',
	DueDate: '2026-11-18T00:00:00Z',
	ContactDetail: {
		FirstName: 'Ana',
		LastName: null,
		Email: 'ana@example.com',
		PhoneNumbers: { Home: null, Work: null, Mobile: '(512) 555-0123' },
	},
	CreatedDateTime: '2026-11-17T18:05:00Z',
};

const kept = {
	Title: 'Missed call',
	CategoryId: 3,
	SubCategoryId: 4,
	PropertyId: 11,
	UnitId: 12,
	AssignedToUserId: 13,
	TaskStatus: 'InProgress',
	Priority: 'High',
	DueDate: '2026-11-18',
};
const contact = { FirstName: 'Ana', Email: 'ana@example.com', PhoneNumbers: { Mobile: '(512) 555-0123' } };

describe('a changed contact request', () => {
	it('without a change is what was there, in the shape that is written', () => {
		expect(changedContactRequest(record, {}, {})).toEqual({ ...kept, ContactDetail: contact });
	});

	it.each([
		['a message', { Message: 'Booked a tour.' }, {}, { ...kept, Message: 'Booked a tour.', ContactDetail: contact }],
		['an emptied date', { DueDate: null }, {}, { ...kept, DueDate: undefined, ContactDetail: contact }],
		['a name', {}, { LastName: 'Rivera' }, { ...kept, ContactDetail: { ...contact, LastName: 'Rivera' } }],
		[
			'another phone',
			{},
			{ PhoneNumbers: { Home: '(512) 555-0124' } },
			{ ...kept, ContactDetail: { ...contact, PhoneNumbers: { Mobile: '(512) 555-0123', Home: '(512) 555-0124' } } },
		],
		[
			'another property, whose units are others',
			{ PropertyId: 21 },
			{},
			{ ...kept, PropertyId: 21, UnitId: undefined, ContactDetail: contact },
		],
		[
			'another category, whose subcategories are others',
			{ CategoryId: 5 },
			{},
			{ ...kept, CategoryId: 5, SubCategoryId: undefined, ContactDetail: contact },
		],
	])('with %s keeps the rest', (_, changes, who, expected) => {
		expect(changedContactRequest(record, changes, who)).toEqual(expected);
	});

	it('never sends the description back, nor nobody as a person', () => {
		expect(changedToDo({ ...record, AssignedToUserId: 0 }, {})).not.toHaveProperty('AssignedToUserId');
		expect(changedToDo(record, {})).not.toHaveProperty('Description');
	});

	it('has a first name, also when Buildium has none', () => {
		expect(changedContactRequest({ ...record, ContactDetail: null }, {}, {})).toMatchObject({
			ContactDetail: { FirstName: 'Unknown' },
		});
	});
});

it('a new contact request has what Buildium demands', () => {
	expect(newContactRequest({ Title: 'Missed call', AssignedToUserId: 13 }, {})).toEqual({
		Title: 'Missed call',
		AssignedToUserId: 13,
		TaskStatus: 'New',
		Priority: 'Normal',
		ContactDetail: { FirstName: 'Unknown' },
	});
});

it('a changed applicant keeps unit, e-mail and the numbers that can be kept', () => {
	const applicant = {
		Id: 1,
		FirstName: 'Ana',
		LastName: 'Rivera',
		Email: 'ana@example.com',
		UnitId: 12,
		PhoneNumbers: [{ Number: '(512) 555-0123', Type: 'Cell' }],
		Status: 'New',
	};
	expect(changedApplicant(applicant, { Email: null, PhoneNumbers: { Work: '(512) 555-0124' } })).toEqual({
		body: { FirstName: 'Ana', LastName: 'Rivera', UnitId: 12, PhoneNumbers: { Mobile: '(512) 555-0123', Work: '(512) 555-0124' } },
		lost: [],
	});
});

it('a changed group keeps its people, and needs a status that can be set', () => {
	const group = { Id: 1, UnitId: 12, ApplicationGroupStatus: 'Undecided', Applicants: [{ Id: 4 }, { Id: 5 }] };
	expect(changedGroup(group, { UnitId: 13 })).toEqual({ UnitId: 13, ApplicantIds: [4, 5], ApplicantGroupStatus: 'Undecided' });
	expect(changedGroup({ ...group, ApplicationGroupStatus: 'AddedToLease' }, { UnitId: 13 })).toBeNull();
	expect(changedGroup({ ...group, ApplicationGroupStatus: 'New' }, { ApplicantGroupStatus: 'Approved' })).toMatchObject({
		ApplicantGroupStatus: 'Approved',
	});
});
