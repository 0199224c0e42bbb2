import type { StoredInquiry, Touch } from '../../../store/port';
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

		it('tells the same id of another form or person apart, and the same delivery not', async () => {
			const { inquiries } = test.store;
			const ann = newInquiry({ provider: 'form', providerId: '17', sentAs: { form: 'contact-us', fingerprint: 'ann' } });
			const bob = { ...ann, sentAs: { form: 'contact-us', fingerprint: 'bob' } };
			const tour = { ...ann, sentAs: { form: 'book-a-tour', fingerprint: 'ann' } };
			const bare = newInquiry({ provider: 'form', providerId: '17' });
			const recorded: Array<{ inquiry: StoredInquiry; created: boolean }> = [];
			for (const one of [ann, bob, tour, bare]) recorded.push(await inquiries.record(one));
			expect(recorded.map(({ created }) => created)).toEqual([true, true, true, true]);
			expect(await inquiries.record(bob)).toEqual({ inquiry: recorded[1]?.inquiry, created: false });
			expect(await inquiries.find('main', [bob, bare])).toEqual([recorded[1]?.inquiry, recorded[3]?.inquiry]);
			await test.store.batch(async (tx) => {
				expect(await tx.inquiries.record(tour)).toEqual({ inquiry: recorded[2]?.inquiry, created: false });
				expect(await tx.inquiries.find('main', [ann])).toEqual([recorded[0]?.inquiry]);
				expect((await tx.inquiries.record({ ...tour, sentAs: { form: 'book-a-tour', fingerprint: 'bob' } })).created).toBe(true);
			});
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
