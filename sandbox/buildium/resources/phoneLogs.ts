import * as z from 'zod/v4';
import { unusable } from '../refusal';
import * as body from '../rest/bodies';
import { contains, idIn, oneOf, type Filters } from '../rest/filters';
import { create, list, mustExist, one, replace } from '../rest/operations';
import { rentalOwners, vendors } from './contacts';
import { leases, tenants } from './leases';
import { API_USER, userReference } from './users';
import type { Account } from '../account';
import type { ParticipantType, PhoneLogRecord } from '../data/records';
import type { Operation } from '../rest/exchange';
import type { Resource } from '../rest/resource';

/** Applicants and strangers cannot take part in a logged call. */
const PARTICIPANTS = ['Vendor', 'RentalOwner', 'RentalTenant', 'AssociationOwner'] as const;
const AGREEMENTS = ['Lease', 'OwnershipAccount'] as const;

const PATHS: Record<ParticipantType, string> = {
	Vendor: 'vendors',
	RentalOwner: 'rentals/owners',
	RentalTenant: 'leases/tenants',
	AssociationOwner: 'associations/owners',
};

export const phoneLogs: Resource<PhoneLogRecord> = {
	scope: 'phoneLogs',
	table: ({ tables }) => tables.phoneLogs,
	events: { name: 'PhoneLog', ids: ({ id }) => ({ PhoneLogId: id }) },
	view: ({ id, fields: { EntityType, EntityId, UnitAgreement, UserId, ...fields } }, account) => ({
		Id: id,
		Participant: {
			EntityId,
			EntityResources: [{ Type: EntityType, Href: `${account.url}/v1/${PATHS[EntityType]}/${EntityId}` }],
			UnitAgreement: UnitAgreement === null ? null : { ...UnitAgreement, Href: `${account.url}/v1/leases/${UnitAgreement.Id}` },
		},
		LoggedByStaffUser: userReference(account, UserId),
		...fields,
	}),
};

const filters: Filters<PhoneLogRecord> = {
	fields: {
		loggedbystaffuserids: idIn(({ fields }) => [fields.UserId]),
		subject: contains(({ fields }) => [fields.Subject]),
		participantentityid: idIn(({ fields }) => [fields.EntityId]),
		participantentitytype: oneOf([...PARTICIPANTS], ({ fields }) => [fields.EntityType]),
		unitagreementid: idIn(({ fields }) => [fields.UnitAgreement?.Id ?? null]),
		unitagreementtype: oneOf([...AGREEMENTS], ({ fields }) => (fields.UnitAgreement === null ? [] : [fields.UnitAgreement.Type])),
	},
	ranges: [{ from: 'fromdate', to: 'todate', format: 'day', read: ({ fields }) => fields.CallDateTime }],
	pairs: [
		['participantentityid', 'participantentitytype'],
		['unitagreementid', 'unitagreementtype'],
	],
};

const Change = z.object({
	Subject: body.requiredText(255),
	Description: body.requiredText(),
	CallDateTime: z.iso.datetime(),
});
const New = Change.extend({
	Participant: z.object({
		EntityType: z.enum(PARTICIPANTS),
		EntityId: body.requiredId(),
		UnitAgreement: z
			.object({ Id: body.requiredId(), Type: z.enum(AGREEMENTS) })
			.nullish()
			.transform((value) => value ?? null),
	}),
});

function checkParticipant({ EntityType, EntityId, UnitAgreement }: z.infer<typeof New>['Participant'], account: Account): void {
	const key = 'Participant.EntityId';
	switch (EntityType) {
		case 'Vendor':
			mustExist(vendors, account, key, EntityId);
			break;
		case 'RentalOwner':
			mustExist(rentalOwners, account, key, EntityId);
			break;
		case 'RentalTenant':
			mustExist(tenants, account, key, EntityId);
			break;
		case 'AssociationOwner':
			throw unusable(key, 'The account has no associations.');
	}
	if (UnitAgreement !== null) mustExist(leases, account, 'Participant.UnitAgreement.Id', UnitAgreement.Id);
}

export const phoneLogOperations: Operation[] = [
	list('/v1/communications/phonelogs', phoneLogs, { filters }),
	one('/v1/communications/phonelogs/{phoneLogId}', phoneLogs),
	create('/v1/communications/phonelogs', phoneLogs, New, ({ Participant, ...given }, { account }) => {
		checkParticipant(Participant, account);
		return { ...given, ...Participant, UserId: API_USER };
	}),
	// The participant cannot change.
	replace('/v1/communications/phonelogs/{phoneLogId}', phoneLogs, Change, (given) => given),
];
