import type { SentInquiry } from '../../../leasing/inquiry/sentKey';
import type { StoreFamilies } from '../../../store/port';
import type { StoredInquiry, Touch } from '../../../store/port';
import { sentName } from '../../../store/statements/inquiries';
import { newInquiry, newLead, NOON } from './builders';
import type { StoreUnderTest } from './useStore';

export function inquiryContract(test: StoreUnderTest): void {
	describe('inquiries', () => {
		it('records a delivery once and keeps it as it came', async () => {
			const { inquiries } = test.store;
			const { inquiry, created } = await inquiries.record(newInquiry());
			expect(created).toBe(true);
			expect(inquiry).toEqual({ id: inquiry.id, inquiry: newInquiry(), leadId: null, recordedAt: test.clock.now() });
			expect(await inquiries.record(newInquiry({ channel: 'form' }))).toEqual({ inquiry, created: false });
			expect((await inquiries.record(newInquiry({ provider: 'webform' }))).created).toBe(true);
			expect(await inquiries.get(inquiry.id)).toEqual(inquiry);
			expect(await inquiries.get('inquiry_none')).toBeNull();
		});

		it('refuses an inquiry of an unknown portfolio or without an id', async () => {
			await expect(test.store.inquiries.record(newInquiry({ portfolio: 'elsewhere' }))).rejects.toMatchObject({
				code: 'unknown_portfolio',
			});
			await expect(test.store.inquiries.record(newInquiry({ providerId: '' }))).rejects.toMatchObject({ code: 'constraint' });
		});

		it('belongs to a lead once somebody has said so', async () => {
			const { inquiries, leads } = test.store;
			const lead = await leads.create(newLead());
			const { inquiry } = await inquiries.record(newInquiry());
			await inquiries.setLead(inquiry.id, lead.id);
			expect(await inquiries.listByLead(lead.id)).toEqual([{ ...inquiry, leadId: lead.id }]);
			await expect(inquiries.setLead('inquiry_none', lead.id)).rejects.toMatchObject({ code: 'unknown_record' });
			await expect(inquiries.setLead(inquiry.id, 'lead_none')).rejects.toMatchObject({ code: 'unknown_lead' });
		});

		it('counts as one touch, oldest first', async () => {
			const { inquiries, leads } = test.store;
			const lead = await leads.create(newLead());
			const touch = async (providerId: string, at: number) => ({
				portfolio: 'main',
				leadId: lead.id,
				inquiryId: (await inquiries.record(newInquiry({ providerId }))).inquiry.id,
				channel: 'call',
				source: 'phone',
				campaign: null,
				at,
			});
			const late = await touch('CA1', NOON);
			const early = await touch('CA2', NOON - 1);
			await inquiries.addTouch(late);
			await inquiries.addTouch(early);
			await inquiries.addTouch({ ...late, source: 'zillow' });
			expect(await inquiries.touches(lead.id)).toEqual([early, late]);
			await expect(inquiries.addTouch({ ...late, inquiryId: 'inquiry_none' })).rejects.toMatchObject({ code: 'unknown_record' });
			const other = await inquiries.record(newInquiry({ providerId: 'CA3' }));
			await expect(inquiries.addTouch({ ...late, inquiryId: other.inquiry.id, leadId: 'lead_none' })).rejects.toMatchObject({
				code: 'unknown_lead',
			});
		});

		it('tells the same id of another person apart, and the same delivery not', async () => {
			const { inquiries } = test.store;
			const ann = newInquiry({ provider: 'form', providerId: '17', fingerprint: 'ann' });
			const [bob, bare] = [
				{ ...ann, fingerprint: 'bob' },
				{ ...ann, fingerprint: '' },
			];
			const recorded: Array<{ inquiry: StoredInquiry; created: boolean }> = [];
			for (const one of [ann, bob, bare]) recorded.push(await inquiries.record(one));
			expect(recorded.map(({ created }) => created)).toEqual([true, true, true]);
			expect(await inquiries.record(bob)).toEqual({ inquiry: recorded[1]?.inquiry, created: false });
			const sent = [bare, bob, { ...ann, fingerprint: 'carla' }, { ...ann, provider: 'webform' }];
			const found = [recorded[2]?.inquiry, recorded[1]?.inquiry];
			expect(await inquiries.find('main', sent)).toEqual(found);
			await test.store.batch(async (tx) => {
				expect(await tx.inquiries.record(ann)).toEqual({ inquiry: recorded[0]?.inquiry, created: false });
				expect(await tx.inquiries.find('main', sent)).toEqual(found);
				expect((await tx.inquiries.record({ ...ann, fingerprint: 'carla' })).created).toBe(true);
			});
		});

		it('says of which ids it knows another person, also within a batch', async () => {
			const sentAs = ({ provider, providerId, fingerprint }: SentInquiry) => ({ provider, providerId, fingerprint });
			const of = (providerId: string, fingerprint: string) => newInquiry({ provider: 'form', providerId, fingerprint });
			const [ann, bob, only, call] = [of('17', 'ann'), of('17', 'bob'), of('18', 'ann'), of('17', '')].map(sentAs);
			const asked = [ann, bob, only, call, sentAs(of('19', 'bob'))].flatMap((one) => one ?? []);
			const shared = async (tx: StoreFamilies) => (await tx.inquiries.sharedIds('main', asked)).map((one) => sentName(one)).sort();
			const names = (...some: Array<SentInquiry | undefined>) =>
				some.flatMap((one) => (one === undefined ? [] : sentName(one))).sort();

			expect(await shared(test.store)).toEqual([]);
			await test.store.batch(async (tx) => {
				await tx.inquiries.record(of('17', 'ann'));
				await tx.inquiries.record(of('18', 'ann'));
				expect(await shared(tx)).toEqual(names(bob));
				await tx.inquiries.record(of('17', 'bob'));
				expect(await shared(tx)).toEqual(names(ann, bob));
			});
			expect(await shared(test.store)).toEqual(names(ann, bob));
			await test.store.batch(async (tx) => expect(await shared(tx)).toEqual(names(ann, bob)));
			expect(await test.store.inquiries.sharedIds('elsewhere', asked)).toEqual([]);
		});

		it('gives the touches of a time, oldest first, page by page', async () => {
			const { inquiries } = test.store;
			const lead = await test.store.leads.create(newLead());
			const touched: Touch[] = [];
			for (const [providerId, at] of [
				['before', NOON - 1],
				['one', NOON],
				['two', NOON],
				['three', NOON + 1],
				['after', NOON + 2],
			] as const) {
				const { inquiry } = await inquiries.record(newInquiry({ providerId }));
				const touch = {
					portfolio: 'main',
					leadId: lead.id,
					inquiryId: inquiry.id,
					channel: 'call',
					source: 'phone',
					campaign: null,
					at,
				};
				await inquiries.addTouch(touch);
				touched.push(touch);
			}
			const query = { portfolio: 'main', from: NOON, to: NOON + 2, limit: 2 };
			const page = await inquiries.touchesBetween(query);
			expect(page).toEqual(touched.slice(1, 3));
			expect(await inquiries.touchesBetween({ ...query, after: page[1] ?? { at: 0, inquiryId: '' } })).toEqual(touched.slice(3, 4));
			expect(await inquiries.touchesBetween({ ...query, portfolio: 'birch' })).toEqual([]);
		});
	});
}
