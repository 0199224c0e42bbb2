import { isoSeconds } from '../data/dates';
import { active, contains, containsPhone, idIn, oneOf, updated, type Filters } from '../rest/filters';
import * as body from '../rest/bodies';
import { create, list, mustExist, one, replace } from '../rest/operations';
import * as z from 'zod/v4';
import type { Account } from '../account';
import type { Fields } from '../contract';
import type { LeaseRecord, TenantRecord } from '../data/records';
import type { Row } from '../data/table';
import type { Operation } from '../rest/exchange';
import type { Resource } from '../rest/resource';

const TENANT_STATUS = { Active: 'Current', Past: 'MovedOut', Future: 'Future' } as const;

/** In lists the people are ids only; a lease asked for by itself names them. */
export const leases: Resource<LeaseRecord> = {
	scope: 'leases',
	table: ({ tables }) => tables.leases,
	events: { name: 'Lease', ids: ({ id }) => ({ LeaseId: id }) },
	view: (row, account, single) => ({
		...leaseBasics(row),
		CurrentTenants: single ? currentTenants(row, account).map((tenant) => ({ ...tenantBasics(tenant), Leases: null })) : null,
	}),
};

function leaseBasics({ id, fields, createdAt, updatedAt }: Row<LeaseRecord>): Fields {
	const { TenantIds, Rent, SecurityDeposit, ...shown } = fields;
	return {
		Id: id,
		...shown,
		CurrentTenants: null,
		CurrentNumberOfOccupants: fields.LeaseStatus === 'Active' ? TenantIds.length : 0,
		AccountDetails: { SecurityDeposit, Rent },
		Cosigners: [],
		AutomaticallyMoveOutTenants: false,
		CreatedDateTime: isoSeconds(createdAt),
		LastUpdatedDateTime: isoSeconds(updatedAt),
		Tenants: TenantIds.map((Id) => ({ Id, Status: TENANT_STATUS[fields.LeaseStatus], MoveInDate: fields.LeaseFromDate })),
	};
}

function currentTenants({ fields }: Row<LeaseRecord>, { tables }: Account): Array<Row<TenantRecord>> {
	return fields.LeaseStatus === 'Active' ? tables.tenants.pick(fields.TenantIds) : [];
}

export const tenants: Resource<TenantRecord> = {
	scope: 'tenants',
	table: ({ tables }) => tables.tenants,
	events: { name: 'LeaseTenant', ids: ({ id }) => ({ TenantId: id }) },
	view: (row, { tables }) => ({ ...tenantBasics(row), Leases: tables.leases.pick(row.fields.LeaseIds).map(leaseBasics) }),
};

function tenantBasics({ id, fields: { LeaseIds: _leases, ...fields }, createdAt }: Row<TenantRecord>): Fields {
	return { Id: id, ...fields, CreatedDateTime: isoSeconds(createdAt) };
}

const leasesOf = ({ fields }: Row<TenantRecord>, { tables }: Account): LeaseRecord[] =>
	tables.leases.pick(fields.LeaseIds).map((lease) => lease.fields);
const ownersOf = (propertyId: number, { tables }: Account): number[] => tables.rentals.row(propertyId)?.fields.RentalOwnerIds ?? [];
const nameOf = ({ FirstName, LastName }: TenantRecord): string => `${FirstName ?? ''} ${LastName ?? ''}`;
const LEASE_STATUSES = ['Active', 'Past', 'Future'];

const tenantFilters: Filters<TenantRecord> = {
	fields: {
		name: contains(({ fields }) => [nameOf(fields)]),
		phone: containsPhone(({ fields }) => fields.PhoneNumbers.map((phone) => phone.Number)),
		email: contains(({ fields }) => [fields.Email, fields.AlternateEmail]),
		unitnumber: contains((row, account) => leasesOf(row, account).map((lease) => lease.UnitNumber)),
		buildingstatuses: active('InActive', (row, account) =>
			leasesOf(row, account).some((lease) => account.tables.rentals.row(lease.PropertyId)?.fields.IsActive === true),
		),
		leasetermstatuses: oneOf(LEASE_STATUSES, (row, account) => leasesOf(row, account).map((lease) => lease.LeaseStatus)),
		propertyids: idIn((row, account) => leasesOf(row, account).map((lease) => lease.PropertyId)),
		unitids: idIn((row, account) => leasesOf(row, account).map((lease) => lease.UnitId)),
		rentalownerids: idIn((row, account) => leasesOf(row, account).flatMap((lease) => ownersOf(lease.PropertyId, account))),
	},
	ranges: [updated('utc')],
};

const leaseFilters: Filters<LeaseRecord> = {
	fields: {
		propertyids: idIn(({ fields }) => [fields.PropertyId]),
		rentalownerids: idIn(({ fields }, account) => ownersOf(fields.PropertyId, account)),
		unitnumber: contains(({ fields }) => [fields.UnitNumber]),
		tenantname: contains(({ fields }, { tables }) => tables.tenants.pick(fields.TenantIds).map((tenant) => nameOf(tenant.fields))),
		leasetypes: oneOf(['None', 'Fixed', 'FixedWithRollover', 'AtWill'], ({ fields }) => [fields.LeaseType]),
		leasestatuses: oneOf(LEASE_STATUSES, ({ fields }) => [fields.LeaseStatus]),
	},
	ranges: [
		updated('utc'),
		{ from: 'createddatetimefrom', to: 'createddatetimeto', format: 'spaced', read: (row) => row.createdAt },
		{ from: 'leasedatefrom', to: 'leasedateto', format: 'day', read: ({ fields }) => fields.LeaseFromDate },
	],
};

const Tenant = z.object({
	FirstName: body.requiredText(127),
	LastName: body.requiredText(127),
	Email: body.text(),
	AlternateEmail: body.text(),
	PhoneNumbers: body.phoneNumbers(),
	Address: body.address(),
	AlternateAddress: body.optionalAddress(),
	MailingPreference: body.text(),
	DateOfBirth: body.day(),
	Comment: body.text(),
	TaxId: body.text(),
	EmergencyContact: z
		.object({ Name: body.text(), RelationshipDescription: body.text(), Phone: body.text(), Email: body.text() })
		.nullish()
		.transform((value) => value ?? null),
});
const NewTenant = Tenant.extend({ LeaseId: body.requiredId() });

const written = ({ PhoneNumbers, ...fields }: z.infer<typeof Tenant>) => ({ ...fields, PhoneNumbers: body.readForm(PhoneNumbers) });

export const leaseOperations: Operation[] = [
	list('/v1/leases', leases, { filters: leaseFilters }),
	one('/v1/leases/{leaseId}', leases),
	list('/v1/leases/tenants', tenants, { filters: tenantFilters }),
	one('/v1/leases/tenants/{tenantId}', tenants),
	{
		...create(
			'/v1/leases/tenants',
			tenants,
			NewTenant,
			({ LeaseId, ...given }, { account }) => {
				mustExist(leases, account, 'LeaseId', LeaseId);
				return { ...written(given), SMSOptInStatus: 'NotSet', LeaseIds: [LeaseId] };
			},
			({ id }, { LeaseId }, { account }) => {
				const tenantIds = account.tables.leases.row(LeaseId)?.fields.TenantIds ?? [];
				account.tables.leases.change(LeaseId, { TenantIds: [...tenantIds, id] }, account.now());
			},
		),
		also: ['leases'],
	},
	replace('/v1/leases/tenants/{tenantId}', tenants, Tenant, written),
];
