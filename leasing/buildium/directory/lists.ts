import type { NewPerson, NewPlace, PersonKind, PlaceKind, Tenancy } from '../../directory/directory';
import type { ReadContext } from '../../directory/readContext';
import type { Query } from '../query';
import { applicantFrom, ownerFrom, residentFrom, staffFrom, tenanciesFrom, vendorFrom } from './people';
import { listingFrom, propertyFrom, unitFrom } from './places';

/** One list of Buildium and what the directory makes of it. */
export interface BuildiumList {
	/** Names its place in the store; never change one. */
	name: string;
	label: string;
	path: string;
	query: Query;
	/** Whether Buildium can be asked for what changed since a time. The others are read whole each time; they are short. */
	changesOnly: boolean;
	/** What Buildium sorts by; null for the list whose records have no id of their own. */
	orderBy: 'Id asc' | null;
	reads:
		| { into: 'people'; kind: PersonKind; from(record: unknown, context: ReadContext): NewPerson | null }
		| { into: 'places'; kind: PlaceKind; from(record: unknown): NewPlace | null }
		| { into: 'tenancies'; after: 'residents'; from(record: unknown): Array<{ residentId: string; tenancy: Tenancy }> };
}

const byId = { changesOnly: true, orderBy: 'Id asc', query: {} } as const;

/** In this order: tasks are assigned to managers of properties, and leases change residents who must be there. */
export const BUILDIUM_LISTS: readonly BuildiumList[] = [
	{
		...byId,
		name: 'properties',
		label: 'Properties',
		path: '/v1/rentals',
		reads: { into: 'places', kind: 'property', from: propertyFrom },
	},
	{
		...byId,
		name: 'staff',
		label: 'Staff',
		path: '/v1/users',
		query: { usertypes: ['Staff'] },
		changesOnly: false,
		reads: { into: 'people', kind: 'staff', from: staffFrom },
	},
	{ ...byId, name: 'owners', label: 'Owners', path: '/v1/rentals/owners', reads: { into: 'people', kind: 'owner', from: ownerFrom } },
	{ ...byId, name: 'vendors', label: 'Vendors', path: '/v1/vendors', reads: { into: 'people', kind: 'vendor', from: vendorFrom } },
	{
		...byId,
		name: 'residents',
		label: 'Residents',
		path: '/v1/leases/tenants',
		reads: { into: 'people', kind: 'resident', from: residentFrom },
	},
	{ ...byId, name: 'leases', label: 'Leases', path: '/v1/leases', reads: { into: 'tenancies', after: 'residents', from: tenanciesFrom } },
	{
		...byId,
		name: 'applicants',
		label: 'Applicants',
		path: '/v1/applicants',
		reads: { into: 'people', kind: 'applicant', from: applicantFrom },
	},
	{ ...byId, name: 'units', label: 'Units', path: '/v1/rentals/units', reads: { into: 'places', kind: 'unit', from: unitFrom } },
	{
		...byId,
		name: 'listings',
		label: 'Listings',
		path: '/v1/rentals/units/listings',
		changesOnly: false,
		orderBy: null,
		reads: { into: 'places', kind: 'listing', from: listingFrom },
	},
];
