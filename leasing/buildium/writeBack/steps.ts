import { timeFilter } from '../dates';
import { withMarker } from '../../writeBack/marker';
import { formatPhone } from '../../phone/formatPhone';
import { DAY } from '../../time';
import type { BuildiumFacts } from './facts';
import type { FindAgain, BuildiumStep } from './plan';

const LONGEST_TITLE = 127;
const LONGEST_SUBJECT = 255;
const LONGEST_NOTE = 65_000;

type Person = NonNullable<BuildiumFacts['caller']['person']>;

/** Buildium's word for who is called, where there is one. */
const PARTICIPANT: Readonly<Partial<Record<Person['kind'], string>>> = { resident: 'RentalTenant', owner: 'RentalOwner', vendor: 'Vendor' };
const NOTES_OF: Readonly<Partial<Record<Person['kind'], string>>> = {
	resident: '/v1/leases/tenants',
	owner: '/v1/rentals/owners',
	vendor: '/v1/vendors',
};

/** The phone log of a known person. */
export function phoneLog({ occurrence, caller }: BuildiumFacts, person: Person, marker: string): BuildiumStep {
	const participant = { EntityType: PARTICIPANT[person.kind], EntityId: Number(person.id) };
	return {
		route: 'phone_log',
		method: 'POST',
		path: '/v1/communications/phonelogs',
		body: {
			Participant: {
				...participant,
				...(caller.leaseId === null ? {} : { UnitAgreement: { Id: Number(caller.leaseId), Type: 'Lease' } }),
			},
			Subject: withMarker(occurrence.summary, marker, LONGEST_SUBJECT),
			Description: textOf(occurrence).slice(0, LONGEST_NOTE),
			CallDateTime: timeFilter(Date.parse(occurrence.at), 'instant'),
		},
		find: found('/v1/communications/phonelogs', 'Subject', {
			participantentitytype: participant.EntityType ?? '',
			participantentityid: participant.EntityId,
			subject: marker,
		}),
	};
}

/** A note on the record of a known person. */
export function note(facts: BuildiumFacts, person: Person, marker: string): BuildiumStep {
	return { ...noteBelow(facts, `${NOTES_OF[person.kind] ?? ''}/${person.id}/notes`, marker), route: 'note' };
}

export function applicantNote(facts: BuildiumFacts, applicantId: string, marker: string): BuildiumStep {
	return { ...noteBelow(facts, `/v1/applicants/${applicantId}/notes`, marker), route: 'applicant_note' };
}

function noteBelow({ occurrence }: BuildiumFacts, path: string, marker: string): Omit<BuildiumStep, 'route'> {
	return {
		method: 'POST',
		path,
		body: { Note: withMarker(`${occurrence.summary}\n${textOf(occurrence)}`.trim(), marker, LONGEST_NOTE) },
		// From the day before: in which zone Buildium reads this filter is not documented.
		find: found(path, 'Note', { updateddatetimefrom: timeFilter(Date.parse(occurrence.at) - DAY, 'spaced') }),
	};
}

/** A contact request: the only record of Buildium that can hold a stranger. */
export function contactRequest(facts: BuildiumFacts, assigneeId: string, marker: string): BuildiumStep {
	const { occurrence, caller, contact, propertyId, unitId, choices, country } = facts;
	const who = caller.candidates.length === 0 ? [] : [`Could be: ${caller.candidates.join(', ')}.`];
	return {
		route: 'contact_request',
		method: 'POST',
		path: '/v1/tasks/contactrequests',
		body: {
			Title: withMarker(occurrence.summary, marker, LONGEST_TITLE),
			Description: [textOf(occurrence), ...who]
				.filter((line) => line !== '')
				.join('\n')
				.slice(0, LONGEST_NOTE),
			...(choices.categoryId === null ? {} : { CategoryId: Number(choices.categoryId) }),
			...(propertyId === null ? {} : { PropertyId: Number(propertyId), ...(unitId === null ? {} : { UnitId: Number(unitId) }) }),
			AssignedToUserId: Number(assigneeId),
			TaskStatus: 'New',
			Priority: choices.priority,
			DueDate: choices.dueDate,
			ContactDetail: {
				FirstName: contact.firstName ?? 'Unknown caller',
				...(contact.lastName === null ? {} : { LastName: contact.lastName }),
				...(contact.email === null ? {} : { Email: contact.email }),
				...(contact.phone === null ? {} : { PhoneNumbers: { Mobile: formatPhone(contact.phone, country) } }),
			},
		},
		find: found('/v1/tasks/contactrequests', 'Title', { tasktitle: marker }),
	};
}

/** What happened next, on the contact request of before. Everything else of it is read and sent back. */
export function contactRequestMessage({ occurrence }: BuildiumFacts, contactRequestId: string, marker: string): BuildiumStep {
	return {
		route: 'contact_request_message',
		method: 'PUT',
		path: `/v1/tasks/contactrequests/${contactRequestId}`,
		body: { Message: withMarker(`${occurrence.summary}\n${textOf(occurrence)}`.trim(), marker, LONGEST_NOTE) },
		find: found(`/v1/tasks/${contactRequestId}/history`, 'Message', {}),
	};
}

/** An applicant. There is no field for a marker, so it is found again by name, e-mail and phone. */
export function applicant({ contact, unitId, choices, country }: BuildiumFacts, names: { first: string; last: string }): BuildiumStep {
	const email = contact.email === null ? {} : { Email: contact.email };
	return {
		route: 'applicant',
		method: 'POST',
		path: '/v1/applicants',
		body: {
			FirstName: names.first.slice(0, LONGEST_TITLE),
			LastName: names.last.slice(0, LONGEST_TITLE),
			...email,
			...(unitId === null ? {} : { UnitId: Number(unitId) }),
			...(contact.phone === null ? {} : { PhoneNumbers: { Mobile: formatPhone(contact.phone, country) } }),
			SendRentalApplicationEmail: choices.sendApplication && contact.email !== null,
		},
		find: {
			path: '/v1/applicants',
			query: contact.email === null ? { name: names.last } : { email: contact.email },
			field: null,
			same: { FirstName: names.first, LastName: names.last, ...email },
		},
	};
}

function found(path: string, field: string, query: FindAgain['query']): FindAgain {
	return { path, query, field, same: {} };
}

function textOf({ details }: BuildiumFacts['occurrence']): string {
	return details.join('\n');
}
