import * as z from 'zod/v4';
import { isoSeconds } from '../data/dates';
import { notFound } from '../refusal';
import * as body from '../rest/bodies';
import { contains, idIn, oneOf, updated, type Filters } from '../rest/filters';
import { create, fire, list, mustExist, one, readBody, replace, rowInPath } from '../rest/operations';
import { applicationAnswers } from './applicationAnswers';
import { units } from './rentals';
import type { Account } from '../account';
import type { Fields } from '../contract';
import type { ApplicantRecord, ApplicationRecord } from '../data/records';
import type { Row } from '../data/table';
import type { Operation } from '../rest/exchange';
import type { Resource } from '../rest/resource';

/** All that can be seen, without `Unknown`. Only some can be set. */
export const STATUSES = ['Undecided', 'Approved', 'Rejected', 'AddedToLease', 'Cancelled', 'Deferred', 'New', 'Draft', 'AddedToDraftLease'];
export const Settable = z.enum(['Undecided', 'Approved', 'Rejected', 'Cancelled', 'Deferred']);

export const propertyOf = (unitId: number | null, { tables }: Account): number | null =>
	unitId === null ? null : (tables.units.row(unitId)?.fields.PropertyId ?? null);

function applicationOf({ fields }: Row<ApplicantRecord>, { tables }: Account): Row<ApplicationRecord> | null {
	return fields.ApplicationId === null ? null : tables.applications.row(fields.ApplicationId);
}

const statusOf = (row: Row<ApplicantRecord>, account: Account) =>
	applicationOf(row, account)?.fields.ApplicationStatus ?? row.fields.Status;

function applicationBasics({ id, fields: { ApplicantId: _applicant, ...fields } }: Row<ApplicationRecord>): Fields {
	return { Id: id, ...fields };
}

/** There is no date of creation. */
export const applicants: Resource<ApplicantRecord> = {
	scope: 'applicants',
	table: ({ tables }) => tables.applicants,
	events: { name: 'Applicant', ids: ({ id }) => ({ ApplicantId: id }) },
	view: (row, account) => ({
		...memberView(row, account),
		UnsubmittedApplications: row.fields.UnsubmittedApplicationId === null ? [] : [{ Id: row.fields.UnsubmittedApplicationId }],
	}),
};

/** An applicant as a group shows it. */
export function memberView(row: Row<ApplicantRecord>, account: Account): Fields {
	const { ApplicationId: _application, UnsubmittedApplicationId: _draft, Status: _own, ...fields } = row.fields;
	const application = applicationOf(row, account);
	return {
		Id: row.id,
		...fields,
		PropertyId: propertyOf(fields.UnitId, account),
		Status: statusOf(row, account),
		Applications: application === null ? [] : [applicationBasics(application)],
		LastUpdatedDateTime: isoSeconds(row.updatedAt),
	};
}

/** Only an application asked for by itself shows what was filled in. */
export const applications: Resource<ApplicationRecord> = {
	scope: 'applicants',
	table: ({ tables }) => tables.applications,
	events: { name: 'ApplicantApplication', ids: ({ id, fields }) => ({ ApplicantId: fields.ApplicantId, ApplicationId: id }) },
	view: (row, account, single) => ({ ...applicationBasics(row), Application: single ? applicationAnswers(row, account) : null }),
};

export const ENTITY_TYPES = ['Rental', 'RentalOwner'];

export function ofEntity(unitId: number | null, account: Account, query: URLSearchParams): number[] {
	const propertyId = propertyOf(unitId, account);
	if (propertyId === null) return [];
	return query.get('entitytype') === 'RentalOwner' ? (account.tables.rentals.row(propertyId)?.fields.RentalOwnerIds ?? []) : [propertyId];
}

export const nameOf = ({ FirstName, LastName }: ApplicantRecord): string => `${FirstName ?? ''} ${LastName ?? ''}`;

const applicantFilters: Filters<ApplicantRecord> = {
	fields: {
		entitytype: oneOf(ENTITY_TYPES, () => ENTITY_TYPES),
		entityid: idIn(({ fields }, account, query) => ofEntity(fields.UnitId, account, query)),
		applicationstatuses: oneOf(STATUSES, (row, account) => [statusOf(row, account)]),
		unitids: idIn(({ fields }) => [fields.UnitId]),
		name: contains(({ fields }) => [nameOf(fields)]),
		email: contains(({ fields }) => [fields.Email]),
	},
	ranges: [
		updated('utc'),
		{
			from: 'applicationsubmittedstartdate',
			to: 'applicationsubmittedenddate',
			format: 'utc',
			read: (row) => (row.fields.ApplicationId === null ? null : row.createdAt),
		},
	],
	pairs: [['entityid', 'entitytype']],
};

const Applicant = z.object({
	FirstName: body.requiredText(127),
	LastName: body.requiredText(127),
	Email: body.text(),
	PhoneNumbers: body.phoneNumbers(),
	UnitId: body.id(),
});
const NewApplicant = Applicant.extend({ SendRentalApplicationEmail: z.boolean() });
function written({ PhoneNumbers, ...fields }: z.infer<typeof Applicant>, account: Account) {
	mustExist(units, account, 'UnitId', fields.UnitId);
	return {
		FirstName: fields.FirstName,
		LastName: fields.LastName,
		Email: fields.Email,
		UnitId: fields.UnitId,
		PhoneNumbers: body.readForm(PhoneNumbers),
	};
}

const ofApplicant = ({ fields }: Row<ApplicationRecord>, { ids }: { ids: number[] }): boolean => fields.ApplicantId === ids[0];

export const applicantOperations: Operation[] = [
	list('/v1/applicants', applicants, { filters: applicantFilters }),
	one('/v1/applicants/{applicantId}', applicants),
	create('/v1/applicants', applicants, NewApplicant, ({ SendRentalApplicationEmail: _send, ...given }, { account }) => ({
		...written(given, account),
		ApplicantGroupId: null,
		TenantId: null,
		Status: 'New' as const,
		ApplicationId: null,
		UnsubmittedApplicationId: null,
	})),
	replace('/v1/applicants/{applicantId}', applicants, Applicant, (given, _row, { account }) => written(given, account)),

	list('/v1/applicants/{applicantId}/applications', applications, {
		within: (exchange) => {
			const { id } = rowInPath(exchange, applicants);
			return ({ fields }) => fields.ApplicantId === id;
		},
	}),
	one('/v1/applicants/{applicantId}/applications/{applicationId}', applications, ofApplicant),
	{
		method: 'PUT',
		path: '/v1/applicants/{applicantId}/applications/{applicationId}',
		scope: 'applicants',
		handle: (exchange) => {
			const { account } = exchange;
			const before = rowInPath(exchange, applications, 1);
			if (!ofApplicant(before, exchange)) throw notFound();
			const { ApplicationStatus } = readBody(z.object({ ApplicationStatus: Settable }), exchange);
			const row = account.tables.applications.change(before.id, { ApplicationStatus }, account.now());
			account.tables.applicants.change(row.fields.ApplicantId, {}, account.now());
			fire(account, applications, row, 'Updated');
			return { status: 200, body: applications.view(row, account, true) };
		},
	},
];
