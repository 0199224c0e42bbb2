import { DatabaseSync } from 'node:sqlite';

import type { DirectoryOf } from '../../../store/port';
import { saveCompany } from '../support/samples';
import { useTempStore } from '../support/tempStore';
import { askOf } from './support/ask';
import { allWithinSpecification, useStandIn } from './support/standIn';

const OF: DirectoryOf = { portfolio: 'main', provider: 'buildium' };

interface Report {
	complete: boolean;
	resources: Array<{
		resource: string;
		state: string;
		pass: string;
		pages: number;
		records: number;
		added: number;
		changed: number;
		ended: number;
		hint: string | null;
	}>;
	directory: Record<string, number>;
}

describe('Buildium node, resource Directory, operation Sync', () => {
	const standIn = useStandIn('test', { size: { residents: 60 } });
	const temp = useTempStore();
	beforeEach(async () => void (await saveCompany(temp)));

	const sync = async (options: Record<string, unknown> = {}, lists: string[] = []) => {
		const ask = askOf({ ...standIn, credentials: { ...standIn.credentials, ...temp.credentials } });
		const [report] = await ask('directory', 'sync', { lists, options });
		return report as unknown as Report;
	};
	const of = (report: Report, resource: string) => report.resources.find((one) => one.resource === resource);

	it('copies everybody and everything, and recognizes a resident, an owner, a vendor and staff by phone', async () => {
		const report = await sync();
		const { data, people } = standIn.sandbox;
		expect(report.complete).toBe(true);
		expect(of(report, 'residents')).toMatchObject({
			state: 'done',
			pass: 'whole',
			added: data.tenants.count(),
			records: data.tenants.count(),
		});
		expect(of(report, 'properties')).toMatchObject({ added: data.rentals.count() });
		expect(of(report, 'units')).toMatchObject({ added: data.units.count() });
		expect(of(report, 'listings')).toMatchObject({ added: data.listings.count() });
		expect(of(report, 'applicants')).toMatchObject({ added: data.applicants.count() });
		const { directory } = await temp.store();
		for (const [who, kind] of [
			['resident', 'resident'],
			['rentalOwner', 'owner'],
			['vendor', 'vendor'],
			['staff', 'staff'],
			['applicant', 'applicant'],
		] as const) {
			const found = await directory.byPhone('main', people[who].phone, 5);
			expect(found).toEqual([expect.objectContaining({ kind, providerId: String(people[who].id) })]);
			expect(await directory.byEmail('main', people[who].email.toLowerCase(), 5)).toEqual(found);
		}
		expect(await directory.byPhone('main', people.stranger.phone, 5)).toEqual([]);
		const [resident] = await directory.byPhone('main', people.resident.phone, 5);
		expect(resident?.details.tenancies).toEqual(
			expect.arrayContaining([
				expect.objectContaining({ propertyId: String(people.resident.propertyId), unitId: String(people.resident.unitId) }),
			]),
		);
	});

	it('keeps nothing sensitive', async () => {
		const tenant = standIn.sandbox.data.tenants.at(0);
		standIn.sandbox.data.tenants.change(Number(tenant.Id), { TaxId: '000-12-3456', DateOfBirth: '1980-02-03', Comment: 'likes cats' });
		await sync();
		const database = new DatabaseSync(String(temp.credentials.leasingStoreApi?.file));
		const row = JSON.stringify(
			database.prepare('SELECT * FROM directory_people WHERE kind = ? AND provider_id = ?').all('resident', String(tenant.Id)),
		);
		database.close();
		expect(row).toContain(String(tenant.LastName));
		for (const secret of ['3456', '1980-02-03', 'likes cats']) expect(row).not.toContain(secret);
	});

	it('asks only for what changed the next time, and notices a new phone', async () => {
		await sync();
		standIn.sandbox.requests.length = 0;
		const { data, people } = standIn.sandbox;
		data.tenants.change(people.resident.id ?? 0, { PhoneNumbers: [{ Number: '(512) 555-0188', Type: 'Cell' }] });
		const report = await sync();
		expect(of(report, 'residents')).toMatchObject({ pass: 'changes', changed: 1, added: 0 });
		const asked = standIn.sandbox.requests.filter(({ path }) => path === '/v1/leases/tenants');
		expect(asked.map(({ query }) => query.find(([name]) => name === 'lastupdatedfrom')?.[1])).toEqual([
			expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
		]);
		expect(standIn.sandbox.requests.filter(({ path }) => path === '/v1/users')[0]?.query).not.toContainEqual([
			expect.stringContaining('lastupdated'),
			expect.anything(),
		]);
		const { directory } = await temp.store();
		expect(await directory.byPhone('main', '+15125550188', 5)).toMatchObject([{ providerId: String(people.resident.id) }]);
		expect(await directory.byPhone('main', people.resident.phone, 5)).toEqual([]);
	});

	it('notices a lease that ended, though nothing was changed on the tenant', async () => {
		await sync();
		const { data, people } = standIn.sandbox;
		const lease = data.leases.find((one) => (one.Tenants as Array<{ Id: number }>).some(({ Id }) => Id === people.resident.id));
		data.leases.change(Number(lease?.Id), { LeaseStatus: 'Past' });
		expect(of(await sync(), 'leases')).toMatchObject({ pass: 'changes', state: 'done' });
		const resident = await (await temp.store()).directory.person(OF, 'resident', String(people.resident.id));
		expect(resident?.details.tenancies?.find(({ leaseId }) => leaseId === String(lease?.Id))).toMatchObject({ state: 'past' });
	});

	it('ends what a whole pass does not see any more, and listings at every pass', async () => {
		await sync();
		const listing = standIn.sandbox.data.listings.at(0);
		const unit = Number((listing.Unit as { Id: number }).Id);
		standIn.sandbox.data.listings.remove(unit);
		const gone = standIn.sandbox.data.vendors.at(3);
		standIn.sandbox.data.vendors.remove(Number(gone.Id));
		const next = await sync();
		expect(of(next, 'listings')).toMatchObject({ ended: 1 });
		expect(of(next, 'vendors')).toMatchObject({ ended: 0 });
		expect((await (await temp.store()).directory.place(OF, 'listing', String(unit)))?.active).toBe(false);
		expect(of(await sync({ whole: true }), 'vendors')).toMatchObject({ pass: 'whole', ended: 1 });
	});

	it('goes on with the other lists when the key may not read one, and says what to tick', async () => {
		standIn.sandbox.setPermissions({ vendors: 'none' });
		const report = await sync();
		expect(report.complete).toBe(false);
		expect(of(report, 'vendors')).toMatchObject({ state: 'not_allowed', hint: expect.stringContaining('Maintenance > Vendors') });
		expect(of(report, 'residents')).toMatchObject({ state: 'done' });
	});

	it('fails in an outage, and goes on afterwards with what is left', async () => {
		standIn.sandbox.faults.failNext({ match: 'GET /v1/vendors', status: 401 });
		await expect(sync()).rejects.toMatchObject({ message: expect.stringContaining('API keys') });
		standIn.sandbox.requests.length = 0;
		expect((await sync()).complete).toBe(true);
		// What was done before is asked for changes only.
		expect(standIn.sandbox.requests.find(({ path }) => path === '/v1/rentals')?.query.map(([name]) => name)).toContain(
			'lastupdatedfrom',
		);
	});

	it('copies only the lists that were chosen, and refuses others', async () => {
		expect((await sync({}, ['units', 'properties'])).resources.map(({ resource }) => resource)).toEqual(['properties', 'units']);
		await expect(sync({}, ['tenants'])).rejects.toMatchObject({ message: 'Lists names something unknown: tenants.' });
	});

	allWithinSpecification(standIn);
});
