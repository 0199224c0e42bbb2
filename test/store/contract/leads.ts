import type { Identity } from '../../../leasing/match/match';
import type { NewLead } from '../../../store/port';
import { newLead, NOON, OTHER_RENTER, RENTER, settings } from './builders';
import type { StoreUnderTest } from './useStore';

const PHONE: Identity = { kind: 'phone', value: RENTER };
const EMAIL: Identity = { kind: 'email', value: 'maria@example.com' };

export function leadContract(test: StoreUnderTest): void {
	describe('leads', () => {
		it('creates a lead and gives it back', async () => {
			const lead = await test.store.leads.create(newLead());
			const now = test.clock.now();
			const standing = { statusSince: now, lostReason: null, takenOver: null, erasedAt: null };
			expect(lead).toEqual({ ...newLead(), ...standing, id: lead.id, createdAt: now, updatedAt: now });
			expect(await test.store.leads.get(lead.id)).toEqual(lead);
			expect(await test.store.leads.get('lead_none')).toBeNull();
			expect(await test.store.leads.count('main')).toBe(1);
			expect(await test.store.leads.count('elsewhere')).toBe(0);
		});

		const withNull = (field: keyof NewLead) => ({ ...newLead(), [field]: null });
		it.each<[field: string, lead: NewLead, says: RegExp]>([
			['source', newLead({ source: '' }), /lead has no source/],
			['source of blanks', newLead({ source: '  ' }), /lead has no source/],
			['owner', newLead({ owner: '' }), /lead has no owner/],
			['next action', newLead({ nextAction: '' }), /lead has no next action/],
			['source that is null', withNull('source'), /lead has no source/],
			['owner that is null', withNull('owner'), /lead has no owner/],
			['next action that is null', withNull('nextAction'), /lead has no next action/],
			['time of the next action', withNull('nextActionAt'), /lead has no next action at/],
			['status that is known', { ...newLead(), ...JSON.parse('{"status":"hot"}') }, /"hot".*new, contacted/],
		])('refuses a lead without %s', async (_, lead, says) => {
			const refused = test.store.leads.create(lead);
			await expect(refused).rejects.toMatchObject({ name: 'StoreError', code: 'constraint' });
			await expect(refused).rejects.toThrow(says);
			expect(await test.store.leads.count('main')).toBe(0);
		});

		it('refuses a lead of an unknown portfolio', async () => {
			await expect(test.store.leads.create(newLead({ portfolio: 'elsewhere' }))).rejects.toMatchObject({ code: 'unknown_portfolio' });
		});

		it('updates what is given and leaves the rest', async () => {
			const lead = await test.store.leads.create(newLead());
			test.clock.advance(1_000);
			const updated = await test.store.leads.update(lead.id, { status: 'contacted', nextActionAt: NOON + 5, email: null });
			const now = test.clock.now();
			const changes = { status: 'contacted', statusSince: now, nextActionAt: NOON + 5, email: null } as const;
			expect(updated).toEqual({ ...lead, ...changes, updatedAt: now });
			expect(await test.store.leads.get(lead.id)).toEqual(updated);
		});

		it('refuses an update that would empty a needed field, and of an unknown lead', async () => {
			const lead = await test.store.leads.create(newLead());
			await expect(test.store.leads.update(lead.id, { owner: '' })).rejects.toMatchObject({ code: 'constraint' });
			await expect(test.store.leads.update('lead_none', { owner: 'Ana' })).rejects.toMatchObject({ code: 'unknown_lead' });
			expect(await test.store.leads.get(lead.id)).toEqual(lead);
		});
	});

	describe('identities', () => {
		it('point to one lead per portfolio', async () => {
			const { leads } = test.store;
			const maria = await leads.create(newLead());
			const other = await leads.create(newLead());
			expect(await leads.addIdentity('main', maria.id, PHONE)).toEqual({ result: 'added' });
			expect(await leads.addIdentity('main', maria.id, PHONE)).toEqual({ result: 'known' });
			expect(await leads.addIdentity('main', other.id, PHONE)).toEqual({ result: 'taken', leadId: maria.id });
			expect(await leads.identities(maria.id)).toEqual([PHONE]);
			expect(await leads.identities(other.id)).toEqual([]);
		});

		it('may point to another lead in another portfolio', async () => {
			const { leads, portfolios } = test.store;
			await portfolios.save(settings({ key: 'birch', lines: [] }));
			const here = await leads.create(newLead());
			const there = await leads.create(newLead({ portfolio: 'birch' }));
			expect(await leads.addIdentity('main', here.id, PHONE)).toEqual({ result: 'added' });
			expect(await leads.addIdentity('birch', there.id, PHONE)).toEqual({ result: 'added' });
			expect(await leads.findByIdentities('birch', [PHONE])).toEqual([{ identity: PHONE, leadId: there.id }]);
			await expect(leads.addIdentity('main', there.id, EMAIL)).rejects.toMatchObject({ code: 'unknown_lead' });
		});

		it('are found in the order asked for, each once', async () => {
			const { leads } = test.store;
			const maria = await leads.create(newLead());
			const ana = await leads.create(newLead());
			await leads.addIdentity('main', maria.id, PHONE);
			await leads.addIdentity('main', ana.id, EMAIL);
			expect(await leads.findByIdentities('main', [EMAIL, { kind: 'phone', value: OTHER_RENTER }, PHONE, EMAIL])).toEqual([
				{ identity: EMAIL, leadId: ana.id },
				{ identity: PHONE, leadId: maria.id },
			]);
			expect(await leads.findByIdentities('main', [])).toEqual([]);
			expect(await leads.findByIdentities('main', [{ kind: 'email', value: RENTER }])).toEqual([]);
		});

		it('are refused for an unknown lead and when empty', async () => {
			const lead = await test.store.leads.create(newLead());
			await expect(test.store.leads.addIdentity('main', 'lead_none', PHONE)).rejects.toMatchObject({ code: 'unknown_lead' });
			await expect(test.store.leads.addIdentity('main', lead.id, { kind: 'phone', value: '' })).rejects.toMatchObject({
				code: 'constraint',
				message: expect.stringContaining('identity has no value'),
			});
		});

		it('can be given to another lead', async () => {
			const { leads } = test.store;
			const [maria, ana] = [await leads.create(newLead()), await leads.create(newLead())];
			expect(await leads.giveIdentity('main', ana.id, PHONE)).toBe(false);
			await leads.addIdentity('main', maria.id, PHONE);
			expect(await leads.giveIdentity('main', ana.id, PHONE)).toBe(true);
			expect(await leads.identities(ana.id)).toEqual([PHONE]);
			expect(await leads.identities(maria.id)).toEqual([]);
			await expect(leads.giveIdentity('main', 'lead_none', PHONE)).rejects.toMatchObject({ code: 'unknown_lead' });
		});

		it('go to one of two processes that add the same one at the same time', async () => {
			const other = await test.reopen();
			const [a, b] = [await test.store.leads.create(newLead()), await test.store.leads.create(newLead())];
			const results = await Promise.all([
				test.store.leads.addIdentity('main', a.id, PHONE),
				other.leads.addIdentity('main', b.id, PHONE),
			]);
			expect(results.map(({ result }) => result).sort()).toEqual(['added', 'taken']);
		});
	});
}
