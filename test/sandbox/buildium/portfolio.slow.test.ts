import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { parsePhone } from '../../../leasing/phone/parsePhone';
import { listOf } from './support/client';
import { useBuildium } from './support/sandbox';
import type { Fields } from '../../../sandbox/buildium';

jest.setTimeout(60_000);
const sandbox = useBuildium();
const KINDS = ['tenants', 'rentalOwners', 'vendors', 'applicants', 'users'] as const;

const phonesOf = (record: Fields): string[] =>
	(record['PhoneNumbers'] as Array<{ Number: string }>).map((phone) => phone.Number.replace(/\D/g, '').slice(-10));
/** As the product reads a number. */
const read = (phone: string) => parsePhone(phone, { country: 'US', known: { own: new Set(), staff: new Set() } });
const everybody = (): Fields[] => KINDS.flatMap((kind) => sandbox().data[kind].all());

test('every number is fiction: of the range kept for examples, or none at all', () => {
	const numbers = everybody().flatMap(phonesOf);
	expect(numbers.length).toBeGreaterThan(250);
	expect(numbers.filter((number) => !/^\d{3}55501\d\d$/.test(number) && number !== '0000000000')).toEqual([]);
});

test('the people of the stories are where the README says, and share nothing with anybody', () => {
	const { people, data } = sandbox();
	const others = everybody();
	for (const [role, { id, phone, email, firstName }] of Object.entries(people)) {
		const digits = phone.slice(2);
		const fits = others.filter((record) => phonesOf(record).includes(digits));
		expect(fits).toHaveLength(role === 'stranger' ? 0 : 1);
		expect(
			others
				.filter((record) => record['Email'] === email || record['PrimaryEmail'] === email)
				.every((record) => record['FirstName'] === firstName),
		).toBe(true);
		expect(read(phone)).toMatchObject({ e164: phone, contactClass: 'personal' });
		if (id !== null) expect(fits[0]?.['Id']).toBe(id);
	}
	expect(data.rentals.get(1001)).toMatchObject({ Name: 'Maple Court', RentalManager: { Id: 7001 } });
	expect(people).toMatchObject({ resident: { propertyId: 1001, unitId: 200_001 }, applicant: { propertyId: 1001, unitId: 200_011 } });
});

test('everything that is referred to exists', () => {
	const { data } = sandbox();
	const missing: string[] = [];
	const check = (what: string, found: unknown): void => {
		if (found === null) missing.push(what);
	};
	for (const { PropertyId } of data.units.all()) check(`property ${String(PropertyId)}`, data.rentals.get(Number(PropertyId)));
	for (const { UnitId, Tenants } of data.leases.all()) {
		check(`unit ${String(UnitId)}`, data.units.get(Number(UnitId)));
		for (const { Id } of Tenants as Array<{ Id: number }>) check(`tenant ${Id}`, data.tenants.get(Id));
	}
	for (const { PropertyIds } of data.rentalOwners.all())
		for (const id of PropertyIds as number[]) check(`property ${id}`, data.rentals.get(id));
	for (const { Unit } of data.listings.all()) {
		const { Id } = Unit as { Id: number };
		expect(data.units.get(Id)).toMatchObject({ IsUnitListed: true, IsUnitOccupied: false });
	}
	for (const { Id, Applications } of data.applicants.all()) {
		for (const application of Applications as Array<{ Id: number }>)
			check(`application of ${String(Id)}`, data.applications.get(application.Id));
	}
	expect(missing).toEqual([]);
});

test('no two leases are in one unit, and each unit knows whether somebody lives there', () => {
	const { data } = sandbox();
	const leases = data.leases.all();
	expect(new Set(leases.map(({ UnitId }) => UnitId)).size).toBe(leases.length);
	const lived = new Set(leases.filter(({ LeaseStatus }) => LeaseStatus === 'Active').map(({ UnitId }) => UnitId));
	const units = data.units.all();
	expect(units.filter(({ Id, IsUnitOccupied }) => IsUnitOccupied !== lived.has(Id))).toEqual([]);
	expect(units.filter(({ IsUnitListed, IsUnitOccupied }) => IsUnitListed === true && IsUnitOccupied === true)).toEqual([]);
});

test('has what makes directories hard: shared numbers, several numbers, none, and impossible ones', () => {
	const tenants = sandbox().data.tenants.all();
	const owners = new Map<string, number>();
	for (const number of tenants.flatMap((tenant) => [...new Set(phonesOf(tenant))])) owners.set(number, (owners.get(number) ?? 0) + 1);
	expect([...owners.values()].some((count) => count > 1)).toBe(true);
	expect(owners.has('0000000000')).toBe(true);
	expect(new Set(tenants.map((tenant) => phonesOf(tenant).length))).toEqual(new Set([0, 1, 2]));
	const types = new Set(tenants.flatMap(({ PhoneNumbers }) => (PhoneNumbers as Array<{ Type: string }>).map(({ Type }) => Type)));
	expect([...types].sort()).toEqual(['Cell', 'Home', 'NotSet', 'Office', 'Other', 'Personal']);
	expect(tenants.some(({ Email }) => Email === null)).toBe(true);
});

/** What is still held after a collection: garbage, and what other test files left in this process, say nothing. */
function keptMegabytes(): number {
	setFlagsFromString('--expose-gc');
	(runInNewContext('gc') as () => void)();
	return process.memoryUsage().heapUsed / 1e6;
}

describe('a hundred thousand residents', () => {
	const large = useBuildium({ size: { residents: 100_000 } });

	test('are paged through without being kept, and each has a number of their own that can be right', async () => {
		const numbers = new Set<string>();
		let own = 0;
		const heap: number[] = [];
		for (let offset = 0; offset < 100_000; offset += 5000) {
			const { items, total } = await listOf(large(), '/leases/tenants', { offset, limit: 1000 });
			expect([items.length, total]).toEqual([1000, 100_000]);
			for (const item of items) {
				const [first] = phonesOf(item);
				if (first === undefined || first === '0000000000') continue;
				own += 1;
				numbers.add(first);
			}
			heap.push(keptMegabytes());
		}
		expect(numbers.size).toBe(own);
		expect([...numbers].filter((number, nth) => nth % 20 === 0 && read(number).contactClass !== 'personal')).toEqual([]);
		const [first = Number.NaN] = heap;
		expect(Math.max(...heap) - first).toBeLessThan(50);
	});

	test('never come more than a thousand at a time', async () => {
		expect((await listOf(large(), '/leases/tenants', { limit: 1001 })).items).toHaveLength(1000);
	});

	test('the last one lives somewhere, and the first page comes the same each time', async () => {
		const last = large().data.tenants.at(99_999);
		const [lease] = last['Leases'] as Array<{ Id: number; PropertyId: number; UnitId: number }>;
		expect(large().data.units.get(lease?.UnitId ?? 0)).toMatchObject({ PropertyId: lease?.PropertyId });
		const page = () => listOf(large(), '/leases/tenants', { limit: 100, offset: 50_000 });
		expect(await page()).toEqual(await page());
	});
});

describe('another seed', () => {
	const other = useBuildium({ seed: 2 });

	test('makes other people', () => {
		const name = (record: Fields): unknown => record['LastName'];
		expect(other().data.tenants.all().slice(3).map(name)).not.toEqual(sandbox().data.tenants.all().slice(3).map(name));
	});
});
