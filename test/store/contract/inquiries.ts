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
	});
}
