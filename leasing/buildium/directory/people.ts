import * as z from 'zod/v4';

import type { NewPerson, Tenancy } from '../../directory/directory';
import { knownEmails, type ReadContext } from '../../directory/readContext';
import { flag, id, idOrNull, namesOf, personFields, phonesOf, text } from './common';

const leaseSchema = z.object({
	Id: id,
	PropertyId: idOrNull,
	UnitId: idOrNull,
	UnitNumber: text,
	LeaseFromDate: text,
	LeaseToDate: text,
	LeaseStatus: text,
	Tenants: z
		.array(z.object({ Id: id, Status: text }))
		.nullish()
		.catch(null),
});
type Lease = z.output<typeof leaseSchema>;

const tenantSchema = z.object({ ...personFields, Email: text, AlternateEmail: text, Leases: z.array(z.unknown()).nullish().catch(null) });
const ownerSchema = z.object({
	...personFields,
	CompanyName: text,
	IsCompany: flag,
	IsActive: flag,
	Email: text,
	AlternateEmail: text,
	PropertyIds: z.array(id).nullish().catch(null),
});
const vendorSchema = z.object({
	...personFields,
	CompanyName: text,
	IsCompany: flag,
	IsActive: flag,
	PrimaryEmail: text,
	AlternateEmail: text,
	Category: z.object({ Name: text }).nullish().catch(null),
});
const userSchema = z.object({ ...personFields, CompanyName: text, IsCompany: flag, IsActive: flag, Email: text, AlternateEmail: text });
const applicantSchema = z.object({
	...personFields,
	Email: text,
	Status: text,
	PropertyId: idOrNull,
	UnitId: idOrNull,
	TenantId: idOrNull,
});

/** A tenant of Buildium. @returns null when the record has no id, and so cannot be kept */
export function residentFrom(record: unknown, context: ReadContext): NewPerson | null {
	const parsed = tenantSchema.safeParse(record);
	if (!parsed.success) return null;
	const tenant = parsed.data;
	const tenancies = (tenant.Leases ?? []).flatMap((lease) => {
		const read = leaseSchema.safeParse(lease);
		return read.success ? [tenancyOf(read.data, tenant.Id)] : [];
	});
	return {
		kind: 'resident',
		providerId: tenant.Id,
		...namesOf(tenant),
		active: true,
		phones: phonesOf(tenant.PhoneNumbers, context),
		emails: knownEmails(tenant.Email, tenant.AlternateEmail),
		details: { tenancies },
	};
}

/** What a changed lease says about each of its tenants. */
export function tenanciesFrom(record: unknown): Array<{ residentId: string; tenancy: Tenancy }> {
	const parsed = leaseSchema.safeParse(record);
	if (!parsed.success) return [];
	return (parsed.data.Tenants ?? []).map(({ Id }) => ({ residentId: Id, tenancy: tenancyOf(parsed.data, Id) }));
}

function tenancyOf(lease: Lease, tenantId: string): Tenancy {
	const mine = lease.Tenants?.find(({ Id }) => Id === tenantId)?.Status ?? null;
	return {
		leaseId: lease.Id,
		propertyId: lease.PropertyId,
		unitId: lease.UnitId,
		unitNumber: lease.UnitNumber,
		from: lease.LeaseFromDate?.slice(0, 10) ?? null,
		to: lease.LeaseToDate?.slice(0, 10) ?? null,
		// Somebody may move out of a lease that goes on for the others.
		state:
			mine === 'MovedOut' || lease.LeaseStatus === 'Past'
				? 'past'
				: mine === 'Future' || lease.LeaseStatus === 'Future'
					? 'future'
					: 'current',
	};
}

export function ownerFrom(record: unknown, context: ReadContext): NewPerson | null {
	const parsed = ownerSchema.safeParse(record);
	if (!parsed.success) return null;
	const owner = parsed.data;
	return {
		kind: 'owner',
		providerId: owner.Id,
		...namesOf(owner),
		active: owner.IsActive !== false,
		phones: phonesOf(owner.PhoneNumbers, context),
		emails: knownEmails(owner.Email, owner.AlternateEmail),
		details: { propertyIds: owner.PropertyIds ?? [] },
	};
}

export function vendorFrom(record: unknown, context: ReadContext): NewPerson | null {
	const parsed = vendorSchema.safeParse(record);
	if (!parsed.success) return null;
	const vendor = parsed.data;
	return {
		kind: 'vendor',
		providerId: vendor.Id,
		...namesOf(vendor),
		active: vendor.IsActive !== false,
		phones: phonesOf(vendor.PhoneNumbers, context),
		emails: knownEmails(vendor.PrimaryEmail, vendor.AlternateEmail),
		details: { trade: vendor.Category?.Name ?? null },
	};
}

/** A user of Buildium who is on the staff; the list was asked for those only. */
export function staffFrom(record: unknown, context: ReadContext): NewPerson | null {
	const parsed = userSchema.safeParse(record);
	if (!parsed.success) return null;
	const user = parsed.data;
	return {
		kind: 'staff',
		providerId: user.Id,
		...namesOf(user),
		active: user.IsActive !== false,
		phones: phonesOf(user.PhoneNumbers, context),
		emails: knownEmails(user.Email, user.AlternateEmail),
		details: {},
	};
}

export function applicantFrom(record: unknown, context: ReadContext): NewPerson | null {
	const parsed = applicantSchema.safeParse(record);
	if (!parsed.success) return null;
	const applicant = parsed.data;
	return {
		kind: 'applicant',
		providerId: applicant.Id,
		...namesOf(applicant),
		// Who signed is a tenant from then on.
		active: applicant.Status !== 'AddedToLease',
		phones: phonesOf(applicant.PhoneNumbers, context),
		emails: knownEmails(applicant.Email),
		details: {
			status: applicant.Status ?? 'Unknown',
			propertyId: applicant.PropertyId,
			unitId: applicant.UnitId,
			residentId: applicant.TenantId,
		},
	};
}
