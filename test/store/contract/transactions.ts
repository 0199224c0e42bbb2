import type { StoreFamilies } from '../../../store/port';
import { newCall, newLead, newTask, newText, NOON, RENTER, settings } from './builders';
import type { StoreUnderTest } from './useStore';

export function transactionContract(test: StoreUnderTest): void {
	/** What Deduplicate Lead writes for one missed call. */
	const writeAll = async (tx: StoreFamilies, providerCallId = 'CA1') => {
		const { call } = await tx.calls.open(newCall({ providerCallId }));
		const lead = await tx.leads.create(newLead());
		await tx.leads.addIdentity('main', lead.id, { kind: 'phone', value: RENTER });
		await tx.calls.setLead(call.id, lead.id);
		await tx.tasks.open(newTask({ leadId: lead.id, callId: call.id }));
		return lead;
	};

	describe('transactions', () => {
		it('keep everything and return what the function returns', async () => {
			const lead = await test.store.transaction(async (tx) => await writeAll(tx));
			expect(await test.store.leads.get(lead.id)).toEqual(lead);
			expect(await test.store.tasks.list({ portfolio: 'main', limit: 9 })).toHaveLength(1);
		});

		it('keep nothing when the function throws, and the store goes on working', async () => {
			const failing = test.store.transaction(async (tx) => {
				await writeAll(tx);
				throw new Error('the workflow stopped here');
			});
			await expect(failing).rejects.toThrow('the workflow stopped here');
			expect(await test.store.leads.count('main')).toBe(0);
			expect(await test.store.calls.byProviderId('twilio', 'CA1')).toBeNull();
			await test.store.transaction(async (tx) => await writeAll(tx));
			expect(await test.store.leads.count('main')).toBe(1);
		});

		it('keep nothing when a record is refused', async () => {
			const refused = test.store.transaction(async (tx) => {
				await writeAll(tx);
				await tx.leads.create(newLead({ source: '' }));
			});
			await expect(refused).rejects.toMatchObject({ code: 'constraint' });
			expect(await test.store.leads.count('main')).toBe(0);
		});

		it('may go on after a refusal that the function has caught; the refused step leaves nothing', async () => {
			await test.store.transaction(async (tx) => {
				await writeAll(tx);
				const birch = settings({
					key: 'birch',
					lines: [{ phone: '+15125550101', label: 'Birch', propertyKey: null }, ...settings().lines],
				});
				await expect(tx.portfolios.save(birch)).rejects.toMatchObject({ code: 'line_taken' });
				await expect(tx.texts.plan(newText({ leadId: 'lead_none' }))).rejects.toMatchObject({ code: 'unknown_lead' });
				await tx.texts.plan(newText());
			});
			expect(await test.store.leads.count('main')).toBe(1);
			expect(await test.store.portfolios.get('birch')).toBeNull();
			expect(await test.store.texts.byKey('main', newText().key)).not.toBeNull();
		});

		it('do not mix with other calls of the same process', async () => {
			let insideSaw: number | undefined;
			const [, outsideSaw] = await Promise.all([
				test.store
					.transaction(async (tx) => {
						await writeAll(tx);
						insideSaw = await tx.leads.count('main');
						throw new Error('undone');
					})
					.catch(() => undefined),
				test.store.leads.count('main'),
				test.store.events.record({ consumer: 'w1:n1', key: 'kept', kind: 'x', payload: null, receivedAt: NOON }),
			]);
			expect(insideSaw).toBe(1);
			expect(outsideSaw).toBe(0);
			expect(await test.store.events.byKey('w1:n1', 'kept')).not.toBeNull();
		});

		it('may run store calls side by side inside', async () => {
			await test.store.transaction(async (tx) => {
				await Promise.all(['CA1', 'CA2', 'CA3'].map(async (id) => await tx.calls.open(newCall({ providerCallId: id }))));
			});
			expect(await test.store.calls.listUndecided('w1:n1', { open: NOON + 1, unclear: NOON + 1 }, 9)).toHaveLength(3);
		});

		it('make one lead of the same renter in two processes', async () => {
			const other = await test.reopen();
			const findOrCreate = async (store: typeof other) =>
				await store.transaction(async (tx) => {
					const [hit] = await tx.leads.findByIdentities('main', [{ kind: 'phone', value: RENTER }]);
					if (hit !== undefined) return hit.leadId;
					const lead = await tx.leads.create(newLead());
					await tx.leads.addIdentity('main', lead.id, { kind: 'phone', value: RENTER });
					return lead.id;
				});
			const ids = await Promise.all(Array.from({ length: 10 }, (_, index) => findOrCreate(index % 2 === 0 ? test.store : other)));
			expect(new Set(ids).size).toBe(1);
			expect(await test.store.leads.count('main')).toBe(1);
		});
	});
}
