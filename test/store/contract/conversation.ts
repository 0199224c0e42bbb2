import type { NewReceivedText } from '../../../store/port';
import { LINE, newCall, newInquiry, newLead, newReceivedText, newText, NOON, OTHER_RENTER, RENTER, settings } from './builders';
import type { StoreUnderTest } from './useStore';

const MINUTE = 60_000;
const OTHER_LINE = '+15125550101';

export function conversationContract(test: StoreUnderTest): void {
	const wrote = async (body: string, receivedAt: number, change: Partial<NewReceivedText> = {}) =>
		(await test.store.texts.receive(newReceivedText({ providerId: `SM ${body}`, body, receivedAt, ...change }))).text;
	const answered = async (body: string, dueAt: number, change: Parameters<typeof newText>[0] = {}) =>
		(await test.store.texts.plan(newText({ key: body, body, dueAt, ...change }))).text;
	const words = async (query: { line?: string; before?: { at: number; id: string }; limit?: number; phone?: string } = {}) =>
		(await test.store.texts.conversation({ portfolio: 'main', phone: RENTER, limit: 20, ...query })).map(({ body }) => body);

	describe('a text that came in', () => {
		it('is kept once per provider and its id', async () => {
			const { texts, leads, inquiries } = test.store;
			const lead = await leads.create(newLead());
			const { inquiry } = await inquiries.record(newInquiry({ channel: 'text' }));
			const given = newReceivedText({
				leadId: lead.id,
				inquiryId: inquiry.id,
				segments: 2,
				media: [{ url: 'https://api.twilio.com/ME1', contentType: 'image/jpeg' }],
			});
			const { text, created } = await texts.receive(given);
			expect(created).toBe(true);
			expect(text).toEqual({ ...given, direction: 'in', id: text.id, state: 'received', at: NOON });
			expect(await texts.receive({ ...given, body: 'Other words' })).toEqual({ text, created: false });
			const dialpad = await texts.receive({ ...given, provider: 'dialpad' });
			expect(dialpad).toMatchObject({ created: true, text: { provider: 'dialpad' } });
		});

		it('is no text of ours: it cannot be found as one, sent or delivered', async () => {
			const { texts } = test.store;
			const { id } = await wrote('hello', NOON);
			expect(await texts.get(id)).toBeNull();
			expect(await texts.byProviderId('twilio', 'SM hello')).toBeNull();
			expect(await texts.claim(id, 'p1', NOON, NOON + MINUTE)).toBeNull();
			expect(await texts.listDue(NOON + 60 * MINUTE, 9)).toEqual([]);
			expect(await texts.latest('main', RENTER, LINE, 0)).toBeNull();
			const report = { provider: 'twilio', providerId: 'SM hello', providerStatus: 'delivered', state: 'delivered' } as const;
			expect(await texts.applyDelivery({ id }, { ...report, errorCode: null, errorMessage: null }, NOON)).toBeNull();
			expect(await words()).toEqual(['hello']);
		});

		it('goes along when its inquiry is put on another lead', async () => {
			const { leads, inquiries, texts } = test.store;
			const [one, other] = [await leads.create(newLead()), await leads.create(newLead())];
			const { inquiry } = await inquiries.record(newInquiry({ channel: 'text' }));
			await wrote('hello', NOON, { leadId: one.id, inquiryId: inquiry.id });
			await inquiries.moveTo(inquiry.id, other.id);
			expect(await texts.conversation({ portfolio: 'main', phone: RENTER, limit: 1 })).toMatchObject([{ leadId: other.id }]);
		});

		it('refuses what is not there', async () => {
			const { texts } = test.store;
			await expect(texts.receive(newReceivedText({ portfolio: 'elsewhere' }))).rejects.toMatchObject({ code: 'unknown_portfolio' });
			await expect(texts.receive(newReceivedText({ leadId: 'lead_none' }))).rejects.toMatchObject({ code: 'unknown_lead' });
			await expect(texts.receive(newReceivedText({ inquiryId: 'inquiry_none' }))).rejects.toMatchObject({ code: 'unknown_record' });
		});
	});

	describe('a conversation', () => {
		it('holds both sides in the order in which they were said, the newest last', async () => {
			await wrote('second', NOON + 2);
			await answered('third', NOON + 3);
			await wrote('first', NOON + 1);
			await wrote('to another line', NOON + 4, { line: OTHER_LINE });
			await wrote('of somebody else', NOON, { phone: OTHER_RENTER });
			expect(await words()).toEqual(['first', 'second', 'third', 'to another line']);
			expect(await words({ line: LINE })).toEqual(['first', 'second', 'third']);
			expect(await words({ line: LINE, limit: 2 })).toEqual(['second', 'third']);
		});

		it('gives the part before one that is known, also when several came in the same millisecond', async () => {
			for (const body of ['a', 'b', 'c', 'd']) await wrote(body, NOON);
			const [c] = await test.store.texts.conversation({ portfolio: 'main', phone: RENTER, limit: 2 });
			expect(c?.body).toBe('c');
			expect(await words({ before: c ?? { at: 0, id: '' } })).toEqual(['a', 'b']);
		});

		it('puts a text that was held where it went out, not where it was planned', async () => {
			const { texts } = test.store;
			const { id } = await answered('in the morning', NOON + 10 * MINUTE, { state: 'held' });
			await wrote('meanwhile', NOON + 20 * MINUTE);
			expect(await words()).toEqual(['in the morning', 'meanwhile']);
			const late = NOON + 30 * MINUTE;
			await texts.claim(id, 'p1', late, late + MINUTE);
			await texts.markAttempt(id, 'p1', 'dialpad', late);
			expect(await words()).toEqual(['meanwhile', 'in the morning']);
			expect(await texts.get(id)).toMatchObject({ at: late, provider: 'dialpad', direction: 'out' });
		});

		it('is of one company', async () => {
			await test.store.portfolios.save(settings({ key: 'birch', lines: [] }));
			await wrote('hello', NOON);
			expect(await test.store.texts.conversation({ portfolio: 'birch', phone: RENTER, limit: 9 })).toEqual([]);
		});
	});

	describe('strangers', () => {
		it('are numbers that never wrote or called', async () => {
			const { texts, calls } = test.store;
			await answered('hello', NOON);
			expect(await texts.hasWritten('main', RENTER)).toBe(false);
			expect(await calls.hasCalled('main', RENTER)).toBe(false);
			await wrote('hello', NOON);
			await calls.open(newCall({ callerE164: OTHER_RENTER }));
			expect(await texts.hasWritten('main', RENTER)).toBe(true);
			expect(await calls.hasCalled('main', OTHER_RENTER)).toBe(true);
			expect(await texts.hasWritten('birch', RENTER)).toBe(false);
			expect(await calls.hasCalled('birch', OTHER_RENTER)).toBe(false);
		});

		it('are counted by when texts to them were tried, for a company and for a line', async () => {
			const { texts } = test.store;
			const tried = async (key: string, at: number, change: Parameters<typeof newText>[0]) => {
				const { id } = await answered(key, at, change);
				await texts.claim(id, 'p1', at, at + MINUTE);
				await texts.markAttempt(id, 'p1', 'twilio', at);
			};
			await tried('an hour ago', NOON - 60 * MINUTE, { toStranger: true });
			await tried('now', NOON, { toStranger: true });
			await tried('from another line', NOON, { toStranger: true, line: OTHER_LINE });
			await tried('to somebody we know', NOON, {});
			await answered('not tried yet', NOON, { toStranger: true });
			expect(await texts.countToStrangers('main', NOON)).toBe(2);
			expect(await texts.countToStrangers('main', NOON - 60 * MINUTE)).toBe(3);
			expect(await texts.countToStrangers('main', NOON, LINE)).toBe(1);
			expect(await texts.countToStrangers('birch', NOON)).toBe(0);
		});
	});

	describe('ids of providers', () => {
		it('are unique for each provider, not for all', async () => {
			const { texts } = test.store;
			for (const [key, provider] of [
				['one', 'twilio'],
				['two', 'dialpad'],
			] as const) {
				const { id } = await answered(key, NOON);
				await texts.claim(id, 'p1', NOON, NOON + MINUTE);
				await texts.markSent(id, 'p1', { provider, providerId: '17', providerStatus: 'queued' }, NOON);
			}
			expect(await texts.byProviderId('twilio', '17')).toMatchObject({ key: 'one', provider: 'twilio' });
			expect(await texts.byProviderId('dialpad', '17')).toMatchObject({ key: 'two', provider: 'dialpad' });
		});

		it('find a report of one provider nothing of another', async () => {
			const { texts } = test.store;
			const { id } = await answered('one', NOON);
			await texts.claim(id, 'p1', NOON, NOON + MINUTE);
			await texts.markSent(id, 'p1', { provider: 'twilio', providerId: '17', providerStatus: 'queued' }, NOON);
			const report = {
				providerId: '17',
				providerStatus: 'delivered',
				state: 'delivered',
				errorCode: null,
				errorMessage: null,
			} as const;
			expect(await texts.applyDelivery({ providerId: '17' }, { ...report, provider: 'dialpad' }, NOON)).toBeNull();
			expect(await texts.applyDelivery({ id }, { ...report, provider: 'dialpad' }, NOON)).toMatchObject({ changed: false });
			expect(await texts.applyDelivery({ providerId: '17' }, { ...report, provider: 'twilio' }, NOON)).toMatchObject({
				changed: true,
			});
		});
	});
}
