import { mulberry32 } from '../../../sandbox/mulberry32';
import { openStore } from '../../../store/openStore';
import type { Store } from '../../../store/port';
import { heldClock } from '../../helpers/clock';
import { countingIds } from '../../helpers/ids';
import { tempFolder } from '../../helpers/tempFolder';
import { storeContract } from '../contract';
import { onSqlite } from '../contract/onSqlite';
import { newInquiry, newLead, NOON, RENTER, settings } from '../contract/builders';
import { randomSteps, take } from './anyOrder';
import { everyTable } from './everyTable';

/** A store each of whose calls is a batch of its own. */
function inBatches(store: Store): Store {
	const wrapped = Object.entries(store).map(([name, value]) => {
		if (typeof value !== 'object' || name === 'identity') return [name, value];
		const family = name as 'leads';
		const methods = Object.keys(value as object).map((method) => [
			method,
			async (...args: unknown[]) =>
				await store.batch(
					async (tx) =>
						await (tx[family] as unknown as Record<string, (...given: unknown[]) => Promise<unknown>>)[method]?.(...args),
				),
		]);
		return [name, Object.fromEntries(methods) as unknown];
	});
	return { ...(Object.fromEntries(wrapped) as Store), transaction: async (work) => await store.batch(work) };
}

storeContract('SQLite, each call in a batch', onSqlite(inBatches));

describe('a batch', () => {
	const folder = tempFolder();
	const open: Store[] = [];
	afterAll(async () => {
		for (const store of open) await store.close();
		folder.remove();
	});

	const newStore = async (name: string) => {
		const clock = heldClock(NOON);
		const location = { backend: 'sqlite' as const, file: folder.file(`${name}.sqlite`) };
		const store = await openStore(location, { clock, ids: countingIds() });
		open.push(store);
		await store.portfolios.save(settings());
		return { store, clock, location };
	};

	// The later ones once showed a difference.
	it.each([...Array.from({ length: 24 }, (_, index) => index + 1), 31, 256, 876, 880, 917, 1_276])(
		'gives and leaves what a transaction does, whatever is called in whatever order (seed %i)',
		async (seed) => {
			const steps = randomSteps(mulberry32(seed), 400);
			const atATime = [400, 100, 30, 7][seed % 4] ?? 1;
			const [one, other] = [await newStore(`transaction-${seed}`), await newStore(`batch-${seed}`)];
			const expected = await take(one.store, one.clock, steps, 'transaction', atATime);
			expect(await take(other.store, other.clock, steps, 'batch', atATime)).toEqual(expected);
			expect(await everyTable(other.location)).toEqual(await everyTable(one.location));
		},
	);

	it('keeps nothing when a record is refused at the end, and says why', async () => {
		const { store } = await newStore('refused');
		const refused = store.batch(async (tx) => {
			await tx.leads.create(newLead());
			await tx.leads.create(newLead({ source: ' ' }));
		});
		await expect(refused).rejects.toMatchObject({ code: 'constraint', message: expect.stringContaining('source') });
		expect(await store.leads.count('main')).toBe(0);
	});

	it('keeps nothing even when the refusal was overlooked', async () => {
		const { store } = await newStore('overlooked');
		const careless = store.batch(async (tx) => {
			await tx.leads.create(newLead());
			await tx.leads.create(newLead({ owner: '' }));
			await tx.leads.count('main').catch(() => 0);
			await tx.inquiries.record(newInquiry());
		});
		await expect(careless).rejects.toMatchObject({ code: 'constraint' });
		expect(await store.leads.count('main')).toBe(0);
	});

	it('shows nobody else anything before it ends', async () => {
		const { store, location } = await newStore('unseen');
		const other = await openStore(location, { clock: heldClock(NOON), ids: countingIds() });
		open.push(other);
		let during: Promise<number> | undefined;
		await store.batch(async (tx) => {
			const lead = await tx.leads.create(newLead());
			await tx.leads.addIdentity('main', lead.id, { kind: 'phone', value: RENTER });
			expect(await tx.leads.count('main')).toBe(1);
			during = other.leads.count('main');
			expect(await during).toBe(0);
		});
		expect(await other.leads.count('main')).toBe(1);
	});
});
