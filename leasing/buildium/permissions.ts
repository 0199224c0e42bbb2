/** What must be ticked for an API key in Buildium, by the beginning of the path; the longest beginning counts. */
const PERMISSIONS: ReadonlyArray<readonly [path: string, permission: string]> = [
	['/v1/administration', 'Administration > Account Information'],
	['/v1/applicants', 'Rentals > Applicants'],
	['/v1/applications', 'Rentals > Applicants'],
	['/v1/clientleads', 'Administration > All Property Management'],
	['/v1/communications/emails', 'Communication > Emails'],
	['/v1/communications/phonelogs', 'Communications > Timelines (Phone Logs)'],
	['/v1/files', 'Documents > Files'],
	['/v1/leases', 'Rentals > Leases'],
	['/v1/leases/tenants', 'Rentals > Tenants'],
	['/v1/rentals', 'Rentals > Rental properties and units'],
	['/v1/rentals/owners', 'Rentals > Property Rental Owners'],
	['/v1/rentals/units/listing', 'Rentals > Listings'],
	['/v1/tasks', 'Tasks > Tasks'],
	['/v1/userroles', 'Administration > Users'],
	['/v1/users', 'Administration > Users'],
	['/v1/vendors', 'Maintenance > Vendors'],
	['/v1/workorders', 'Maintenance > Work Orders'],
];

/** A unit's listing stands below the unit's own path, but has a permission of its own. */
const LISTING = /^\/v1\/rentals\/units\/\d+\/listing(\/|$)/;

/** @returns the permission's name in Buildium with the right that is needed, or null for a path that we do not know */
export function permissionFor(method: string, path: string): string | null {
	const known = LISTING.test(path) ? '/v1/rentals/units/listing' : path;
	const [best] = PERMISSIONS.filter(([beginning]) => known.startsWith(beginning)).sort(([a], [b]) => b.length - a.length);
	return best ? `${best[1]} (${method === 'GET' ? 'View' : 'View and Edit'})` : null;
}
