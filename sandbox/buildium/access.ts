import { timingSafeEqual } from 'node:crypto';
import { Refusal } from './refusal';
import type { Access, BuildiumPermissions, BuildiumPlan, Scope } from './contract';

export interface Key {
	clientId: string;
	clientSecret: string;
	plan: BuildiumPlan;
	permissions: BuildiumPermissions;
}

/** Where an administrator ticks what a key may do. */
export const SCOPE_NAMES: Record<Scope, string> = {
	account: 'Administration > Account Information',
	applicants: 'Rentals > Applicants',
	files: 'Documents > Files',
	leases: 'Rentals > Leases',
	listings: 'Rentals > Listings',
	phoneLogs: 'Communications > Timelines (Phone Logs)',
	rentalOwners: 'Rentals > Property Rental Owners',
	rentals: 'Rentals > Rental properties and units',
	tasks: 'Tasks > Tasks',
	tenants: 'Rentals > Tenants',
	userRoles: 'Administration > User Roles',
	users: 'Administration > Users',
	vendors: 'Maintenance > Vendors',
	workOrders: 'Maintenance > Work Orders',
};

/** @param planRefusal how an account without the API answers. @throws Refusal 401 for wrong keys */
export function checkKey(key: Key, planRefusal: 401 | 403, id: unknown, secret: unknown): void {
	if (!same(id, key.clientId) || !same(secret, key.clientSecret)) {
		throw new Refusal(401, 'The client id or the client secret is missing or not valid.');
	}
	if (key.plan !== 'premium') throw new Refusal(planRefusal, "The account's subscription does not include the API.");
}

/** @throws Refusal 403 */
export function checkScope(key: Key, scope: Scope, write: boolean): void {
	const { permissions } = key;
	const access: Access = typeof permissions === 'string' ? permissions : (permissions[scope] ?? 'edit');
	if (access === 'edit' || (access === 'view' && !write)) return;
	throw new Refusal(403, `The API key does not have the permission ${SCOPE_NAMES[scope]} (${write ? 'Edit' : 'View'}).`);
}

function same(given: unknown, wanted: string): boolean {
	if (typeof given !== 'string') return false;
	const [a, b] = [Buffer.from(given), Buffer.from(wanted)];
	return a.length === b.length && timingSafeEqual(a, b);
}
