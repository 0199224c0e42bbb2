import { STORY_PEOPLE, type Role } from './data/people';
import { FIRST } from './data/first';
import { applicantGroups } from './resources/applicantGroups';
import { applicants, applications } from './resources/applicants';
import { rentalOwners, vendors } from './resources/contacts';
import { files } from './resources/files';
import { leases, tenants } from './resources/leases';
import { notes } from './resources/notes';
import { phoneLogs } from './resources/phoneLogs';
import { listings, rentals, units } from './resources/rentals';
import { taskCategories } from './resources/taskCategories';
import { taskHistory } from './resources/taskHistory';
import { contactRequests, rentalOwnerRequests, residentRequests, tasks, todos } from './resources/tasks';
import { users } from './resources/users';
import { workOrders } from './resources/workOrders';
import { findRow, rowsOf, type Resource } from './rest/resource';
import type { Account } from './account';
import type { BuildiumData, BuildiumPerson, BuildiumTable, Fields } from './contract';
import type { Row } from './data/table';

/** All records as tests see and change them. */
export function dataOf(account: Account): BuildiumData {
	const table = <T extends object>(resource: Resource<T>, more?: (row: Row<T>) => Fields) => tableFace(account, resource, more);
	return {
		rentals: table(rentals),
		units: table(units),
		listings: table(listings),
		tenants: table(tenants),
		leases: table(leases),
		rentalOwners: table(rentalOwners),
		vendors: table(vendors),
		users: table(users),
		applicants: table(applicants),
		applicantGroups: table(applicantGroups),
		applications: table(applications),
		tasks: table(tasks),
		contactRequests: table(contactRequests),
		todos: table(todos),
		residentRequests: table(residentRequests),
		rentalOwnerRequests: table(rentalOwnerRequests),
		taskHistory: table(taskHistory, ({ fields }) => ({ TaskId: fields.TaskId })),
		taskCategories: table(taskCategories),
		notes: table(notes('tenants'), ({ fields }) => ({ Parent: fields.Parent, ParentId: fields.ParentId })),
		phoneLogs: table(phoneLogs),
		workOrders: table(workOrders),
		files: table(files),
	};
}

function tableFace<T extends object>(account: Account, resource: Resource<T>, more: (row: Row<T>) => Fields = () => ({})): BuildiumTable {
	const table = resource.table(account);
	const view = (row: Row<T>): Fields => ({ ...resource.view(row, account, true), ...more(row) });
	const fire = (row: Row<T>, what: string): void => {
		if (resource.events !== undefined) account.webhooks.emit(`${resource.events.name}.${what}`, resource.events.ids(row));
	};
	const all = (): Array<Row<T>> => [...rowsOf(resource, account)];
	return {
		count: () => (resource.only === undefined ? table.count : all().length),
		all: () => all().map(view),
		at: (position) => {
			const [row] = resource.only === undefined ? table.slice(position, 1) : all().slice(position, position + 1);
			if (row === undefined) throw new Error(`There is no record at position ${position}.`);
			return view(row);
		},
		get: (id) => {
			const row = findRow(resource, account, id);
			return row === null ? null : view(row);
		},
		find: (fits) => {
			for (const row of rowsOf(resource, account)) {
				const record = view(row);
				if (fits(record)) return record;
			}
			return null;
		},
		add: ({ Id, ...fields }) => {
			// A test that adds by hand answers for the fields; those of a like record fill the gaps.
			const [like] = rowsOf(resource, account);
			if (like === undefined) throw new Error('There is no record to take the other fields from.');
			const row = table.insert({ ...like.fields, ...(fields as Partial<T>) }, account.now(), ...(typeof Id === 'number' ? [Id] : []));
			fire(row, 'Created');
			return view(row);
		},
		change: (id, fields) => {
			const row = table.change(id, fields as Partial<T>, account.now());
			fire(row, 'Updated');
			return view(row);
		},
		remove: (id) => {
			const row = table.row(id);
			table.remove(id);
			if (row !== null) fire(row, 'Deleted');
		},
	};
}

/** The people of the stories with the ids that they have in this portfolio. */
export function peopleOf({ tables }: Account): Record<Role, BuildiumPerson> {
	const lease = tables.leases.row(FIRST.lease)?.fields;
	const applicantUnit = tables.applicants.row(FIRST.applicant)?.fields.UnitId ?? null;
	const propertyOfUnit = applicantUnit === null ? null : (tables.units.row(applicantUnit)?.fields.PropertyId ?? null);
	const person = (role: Role, id: number | null, propertyId: number | null = null, unitId: number | null = null): BuildiumPerson => ({
		...STORY_PEOPLE[role],
		id,
		propertyId,
		unitId,
	});
	return {
		resident: person('resident', FIRST.tenant, lease?.PropertyId ?? null, lease?.UnitId ?? null),
		rentalOwner: person('rentalOwner', FIRST.rentalOwner, FIRST.rental),
		vendor: person('vendor', FIRST.vendor),
		staff: person('staff', FIRST.user),
		applicant: person('applicant', FIRST.applicant, propertyOfUnit, applicantUnit),
		stranger: person('stranger', null),
	};
}
