import { FIRST } from '../data/first';
import { USER_ROLES } from '../data/seeds/users';
import { unusable } from '../refusal';
import { fixed } from '../rest/fixed';
import { active, contains, idIn, oneOf, type Filters } from '../rest/filters';
import { list, one } from '../rest/operations';
import type { Account } from '../account';
import type { Fields } from '../contract';
import type { UserRecord } from '../data/records';
import type { Operation } from '../rest/exchange';
import type { Resource } from '../rest/resource';

export const users: Resource<UserRecord> = {
	scope: 'users',
	table: ({ tables }) => tables.users,
	view: ({ id, fields: { UserRoleId, ...fields } }) => ({ Id: id, ...fields, UserRole: roleView(UserRoleId) }),
};

function roleView(id: number) {
	return { Id: id, Name: USER_ROLES[id - FIRST.userRole] ?? null, Description: null, NumberOfUsers: 1 };
}

const filters: Filters<UserRecord> = {
	fields: {
		roleids: idIn(({ fields }) => [fields.UserRoleId]),
		usertypes: oneOf(['Staff', 'RentalOwner', 'Vendor'], ({ fields }) => fields.UserTypes),
		status: active('Inactive', ({ fields }) => fields.IsActive),
		name: contains(({ fields }) => [`${fields.FirstName ?? ''} ${fields.LastName ?? ''}`, fields.CompanyName]),
		email: contains(({ fields }) => [fields.Email, fields.AlternateEmail]),
	},
	ranges: [],
};

const roles = USER_ROLES.map((_name, index) => roleView(FIRST.userRole + index));

export const userOperations: Operation[] = [
	list('/v1/users', users, { filters }),
	one('/v1/users/{userId}', users),
	...fixed('/v1/userroles', 'userRoleId', 'userRoles', roles),
];

/** Short form of a user, as other records name it. */
export function userReference(
	account: Account,
	id: number,
): Fields & { Id: number; FirstName: string | null; LastName: string | null; Href: string } {
	const fields = account.tables.users.row(id)?.fields;
	return { Id: id, FirstName: fields?.FirstName ?? null, LastName: fields?.LastName ?? null, Href: `${account.url}/v1/users/${id}` };
}

/** @throws Refusal 422 unless the id is that of an active member of the staff */
export function mustBeStaff(account: Account, key: string, id: number): void {
	const user = account.tables.users.row(id);
	if (user === null || !user.fields.UserTypes.includes('Staff')) throw unusable(key, `The ${key} '${id}' is not a staff user.`);
	if (!user.fields.IsActive) throw unusable(key, `The ${key} '${id}' is not active.`);
}

/** Who made a change that came through the API: the account's first user. */
export const API_USER = FIRST.user;
