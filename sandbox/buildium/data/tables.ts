import { Dice } from './dice';
import { FIRST } from './first';
import { Layout } from './layout';
import { applicantGroupSeed, applicantSeed, applicationSeed } from './seeds/applicants';
import { rentalOwnerSeed, vendorSeed } from './seeds/contacts';
import { fileSeed, noteSeed, phoneLogSeed, workOrderSeed } from './seeds/paperwork';
import { listingSeed, rentalSeed, unitSeed } from './seeds/rentals';
import { leaseSeed, tenantSeed } from './seeds/residents';
import { taskCategorySeed, taskHistorySeed, taskSeed } from './seeds/tasks';
import { userSeed } from './seeds/users';
import { Table, type Seed } from './table';
import type { LeaseRecord } from './records';
import type { Row } from './table';

/** All records of the account. */
export type Tables = ReturnType<typeof makeTables>;

export interface Portfolio {
	residents: number;
	seed: number;
	/** Ms since 1970; the dates of the made-up records lie around it. */
	start: number;
}

/** @param onWrite called after every change of any record */
export function makeTables({ residents, seed, start }: Portfolio, onWrite: () => void) {
	const layout = new Layout(residents);
	const maker = { dice: new Dice(seed), layout, start };
	const table = <T extends object>(seeded: Seed<T>, firstId: number) => new Table(seeded, firstId + seeded.count, onWrite);
	const leases = table(leaseSeed(maker), FIRST.lease);
	return {
		rentals: table(rentalSeed(maker), FIRST.rental),
		units: table(unitSeed(maker), FIRST.unit),
		listings: table(listingSeed(maker), FIRST.unit),
		tenants: table(tenantSeed(maker), FIRST.tenant),
		leases,
		rentalOwners: table(rentalOwnerSeed(maker), FIRST.rentalOwner),
		vendors: table(vendorSeed(maker), FIRST.vendor),
		users: table(userSeed(maker), FIRST.user),
		applicants: table(applicantSeed(maker), FIRST.applicant),
		applicantGroups: table(applicantGroupSeed(maker), FIRST.applicantGroup),
		applications: table(applicationSeed(maker), FIRST.application + layout.applicants),
		tasks: table(taskSeed(maker), FIRST.task),
		taskHistory: table(taskHistorySeed(maker), FIRST.taskHistory),
		taskCategories: table(taskCategorySeed(maker), FIRST.taskCategory),
		notes: table(noteSeed(maker), FIRST.note),
		phoneLogs: table(phoneLogSeed(maker), FIRST.phoneLog),
		workOrders: table(workOrderSeed(maker), FIRST.workOrder),
		files: table(fileSeed(maker), FIRST.file),
		/** Looked up by arithmetic: going through all leases for each unit of a page would take minutes. */
		leasesOfUnit: (unitId: number): Array<Row<LeaseRecord>> => {
			const seeded = layout.leaseOfUnit(unitId - FIRST.unit);
			const row = seeded === null ? null : leases.row(FIRST.lease + seeded);
			return [...(row === null ? [] : [row]), ...leases.addedRows()].filter(({ fields }) => fields.UnitId === unitId);
		},
	};
}
