import type { NewText, StoredText } from '../../../store/port';
import { PLANNED_LEFT_BEHIND_AFTER } from '../../../store/statements/texts';
import { newCall, newLead, newText, NOON, OTHER_RENTER, settings } from './builders';
import type { StoreUnderTest } from './useStore';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

export function textContract(test: StoreUnderTest): void {
	const plan = async (change: Partial<NewText> = {}): Promise<StoredText> => (await test.store.texts.plan(newText(change))).text;
	const claim = async (id: string, claimer = 'p1', now = NOON) => await test.store.texts.claim(id, claimer, now, now + MINUTE);

	describe('texts', () => {
		it('plans one row per key and shows it to whoever comes second', async () => {
			const { texts, calls, leads } = test.store;
			const lead = await leads.create(newLead());
			const { call } = await calls.open(newCall());
			const asked = newText({
				leadId: lead.id,
				callId: call.id,
				reasons: [{ code: 'ok', sentence: 'May be sent.' }],
				expiresAt: NOON + HOUR,
			});
			const { text, created } = await texts.plan(asked);
			expect(created).toBe(true);
			expect(text).toEqual({
				...asked,
				direction: 'out',
				id: text.id,
				at: NOON,
				toStranger: false,
				provider: null,
				claimedBy: null,
				claimedUntil: null,
				attemptedAt: null,
				attempts: 0,
				providerId: null,
				providerStatus: null,
				errorCode: null,
				errorMessage: null,
				createdAt: test.clock.now(),
				sentAt: null,
				deliveredAt: null,
				updatedAt: test.clock.now(),
			});
			expect(await texts.plan(newText({ state: 'not_sent', body: 'Other' }))).toEqual({ text, created: false });
			expect(await texts.get(text.id)).toEqual(text);
			expect(await texts.byKey('main', asked.key)).toEqual(text);
			expect(await texts.listByLead(lead.id)).toEqual([text]);
			expect(await texts.get('text_none')).toBeNull();
			expect(await texts.byKey('main', 'other')).toBeNull();
			expect(await texts.byProviderId('twilio', 'SM1')).toBeNull();
		});

		it('names who is meant to send, until the first attempt says who was asked', async () => {
			const { id, provider } = await plan({ provider: 'one' });
			expect(provider).toBe('one');
			await claim(id);
			await test.store.texts.markAttempt(id, 'p1', 'other', NOON);
			expect(await test.store.texts.get(id)).toMatchObject({ provider: 'other', attemptedAt: NOON });
		});

		it.each<[string, Partial<NewText>, string]>([
			['portfolio', { portfolio: 'elsewhere' }, 'unknown_portfolio'],
			['lead', { leadId: 'lead_none' }, 'unknown_lead'],
			['call', { callId: 'call_none' }, 'unknown_record'],
		])('refuses a text of an unknown %s', async (_, change, code) => {
			await expect(plan(change)).rejects.toMatchObject({ code });
		});

		it('plans once when two processes plan at the same time', async () => {
			const other = await test.reopen();
			const [a, b] = await Promise.all([test.store.texts.plan(newText()), other.texts.plan(newText())]);
			expect([a.created, b.created].sort()).toEqual([false, true]);
			expect(a.text).toEqual(b.text);
		});

		it('gives the right to send to one of many', async () => {
			const { id } = await plan();
			const other = await test.reopen();
			const claims = await Promise.all([claim(id, 'p1'), other.texts.claim(id, 'p2', NOON, NOON + MINUTE), claim(id, 'p3')]);
			const won = claims.filter((each) => each !== null);
			expect(won).toHaveLength(1);
			expect(won[0]).toMatchObject({ takenOver: false, text: { state: 'claimed', claimedUntil: NOON + MINUTE } });
			expect(await claim('text_none')).toBeNull();
		});

		it('does not give out a held text before it is due, nor one that is past sending', async () => {
			const held = await plan({ key: 'held', state: 'held', dueAt: NOON + HOUR });
			expect(await claim(held.id, 'p1', NOON + HOUR - 1)).toBeNull();
			expect(await claim(held.id, 'p1', NOON + HOUR)).toMatchObject({ takenOver: false });
			const refused = await plan({ key: 'refused', state: 'not_sent' });
			expect(await claim(refused.id)).toBeNull();
			const sent = await plan({ key: 'sent' });
			await claim(sent.id);
			await test.store.texts.markSent(sent.id, 'p1', { provider: 'twilio', providerId: 'SM1', providerStatus: 'queued' }, NOON);
			expect(await claim(sent.id, 'p2', NOON + HOUR)).toBeNull();
		});

		it('warns whoever takes over a claim that ran out, and the first can no longer end it', async () => {
			const { texts } = test.store;
			const { id } = await plan();
			await claim(id, 'p1');
			expect(await texts.markAttempt(id, 'p1', 'twilio', NOON + 1)).toBe(true);
			expect(await texts.holdOn(id, 'p2', NOON + 2 * MINUTE)).toBe(false);
			expect(await claim(id, 'p2', NOON + MINUTE - 1)).toBeNull();
			const taken = await claim(id, 'p2', NOON + MINUTE);
			expect(taken).toMatchObject({ takenOver: true, text: { claimedBy: 'p2', attemptedAt: NOON + 1, attempts: 1 } });
			expect(await texts.markAttempt(id, 'p1', 'twilio', NOON)).toBe(false);
			expect(await texts.markSent(id, 'p1', { provider: 'twilio', providerId: 'SM1', providerStatus: 'queued' }, NOON)).toBe(false);
			expect(await texts.release(id, 'p1', { state: 'failed' }, NOON)).toBe(false);
			expect(await texts.markAttempt(id, 'p2', 'twilio', NOON + MINUTE)).toBe(true);
			expect(await texts.markSent(id, 'p2', { provider: 'twilio', providerId: 'SM2', providerStatus: 'queued' }, NOON + MINUTE)).toBe(
				true,
			);
			expect(await texts.byProviderId('twilio', 'SM2')).toMatchObject({
				id,
				state: 'sent',
				providerStatus: 'queued',
				sentAt: NOON + MINUTE,
				attempts: 2,
				claimedBy: null,
				claimedUntil: null,
			});
		});

		it('forgets that a claim was taken over once the text has been released', async () => {
			const { id } = await plan();
			await claim(id, 'p1');
			await claim(id, 'p2', NOON + MINUTE);
			await test.store.texts.release(id, 'p2', { state: 'planned', dueAt: NOON + 2 * MINUTE }, NOON + MINUTE);
			expect(await claim(id, 'p3', NOON + 2 * MINUTE)).toMatchObject({ takenOver: false });
		});

		it('ends an attempt without a sent text', async () => {
			const { texts } = test.store;
			const { id } = await plan();
			await claim(id);
			const reasons = [{ code: 'landline', sentence: 'The phone cannot receive texts.' }];
			expect(
				await texts.release(id, 'p1', { state: 'failed', errorCode: '21614', errorMessage: 'Not a mobile number', reasons }, NOON),
			).toBe(true);
			expect(await texts.get(id)).toMatchObject({
				state: 'failed',
				errorCode: '21614',
				errorMessage: 'Not a mobile number',
				reasons,
				claimedBy: null,
			});
			expect(await texts.release(id, 'p1', { state: 'planned' }, NOON)).toBe(false);
		});

		it('keeps what a text that is held for the first time is to be asked with', async () => {
			const { texts } = test.store;
			const id = (await texts.plan(newText({ expiresAt: NOON + MINUTE }))).text.id;
			await texts.claim(id, 'p1', NOON, NOON + MINUTE);
			const guard = { heldSince: NOON };
			await texts.release(id, 'p1', { state: 'held', dueAt: NOON + MINUTE, guard, expiresAt: NOON + 9 * MINUTE }, NOON);
			expect(await texts.get(id)).toMatchObject({ state: 'held', guard, expiresAt: NOON + 9 * MINUTE });
			await texts.claim(id, 'p2', NOON + MINUTE, NOON + 2 * MINUTE);
			await texts.release(id, 'p2', { state: 'held', dueAt: NOON + 3 * MINUTE }, NOON + MINUTE);
			expect(await texts.get(id)).toMatchObject({ dueAt: NOON + 3 * MINUTE, guard, expiresAt: NOON + 9 * MINUTE });
		});

		it('lets no two texts have the same message of the provider', async () => {
			const [a, b] = [await plan({ key: 'a' }), await plan({ key: 'b' })];
			await claim(a.id);
			await claim(b.id);
			await test.store.texts.markSent(a.id, 'p1', { provider: 'twilio', providerId: 'SM1', providerStatus: 'queued' }, NOON);
			await expect(
				test.store.texts.markSent(b.id, 'p1', { provider: 'twilio', providerId: 'SM1', providerStatus: 'queued' }, NOON),
			).rejects.toMatchObject({ code: 'constraint' });
		});

		it('lists what a sweep should send now, oldest due first', async () => {
			const fresh = PLANNED_LEFT_BEHIND_AFTER - 1;
			await plan({ key: 'left behind', dueAt: NOON - 1 });
			await plan({ key: 'held, due', state: 'held', dueAt: NOON });
			await plan({ key: 'held, not due', state: 'held', dueAt: NOON + HOUR });
			await plan({ key: 'no', state: 'not_sent' });
			const running = await plan({ key: 'running' });
			await claim(running.id);
			const retried = await plan({ key: 'to be retried' });
			await claim(retried.id);
			await test.store.texts.release(retried.id, 'p1', { state: 'planned', dueAt: NOON + 2 * MINUTE }, NOON);
			const listed = async (now: number, limit = 10) => (await test.store.texts.listDue(now, limit)).map(({ key }) => key);

			expect(await listed(NOON - 1)).toEqual([]);
			expect(await listed(NOON + fresh)).toEqual(['held, due']);
			expect(await listed(NOON + PLANNED_LEFT_BEHIND_AFTER)).toEqual(['left behind', 'held, due']);
			expect(await listed(NOON + MINUTE)).toEqual(['left behind', 'held, due', 'running']);
			expect(await listed(NOON + 2 * MINUTE)).toEqual(['left behind', 'held, due', 'running', 'to be retried']);
			expect(await listed(NOON + HOUR, 1)).toEqual(['left behind']);
			expect(await listed(NOON + HOUR)).toContain('held, not due');
		});

		it('are given page by page, also those that are due at the same moment', async () => {
			const keys = ['a', 'b', 'c', 'd', 'e'];
			for (const key of keys) await plan({ key, state: 'held', dueAt: key < 'd' ? NOON : NOON + 1 });
			const listed: string[] = [];
			for (let last: StoredText | undefined; ;) {
				const page = await test.store.texts.listDue(NOON + HOUR, 2, last && { dueAt: last.dueAt, id: last.id });
				listed.push(...page.map(({ key }) => key));
				last = page.at(-1);
				if (last === undefined) break;
			}
			expect(listed).toEqual(keys);
		});
	});

	describe('the newest text from a line to a phone', () => {
		const latest = async (since = NOON - HOUR) =>
			(await test.store.texts.latest('main', newText().phone, newText().line, since))?.key ?? null;

		it.each<[string, NewText['state'], string | null]>([
			['planned', 'planned', 'one'],
			['held', 'held', 'one'],
			['not sent', 'not_sent', null],
		])('counts one that is %s as the guard needs it', async (_, state, key) => {
			await plan({ key: 'one', state });
			expect(await latest()).toBe(key);
		});

		it.each([
			['unknown', 'one'],
			['failed', null],
		] as const)('counts an attempt that ended as %s as the guard needs it', async (state, key) => {
			const { id } = await plan({ key: 'one' });
			await claim(id);
			await test.store.texts.release(id, 'p1', { state }, NOON);
			expect(await latest()).toBe(key);
		});

		it('is of this pair and this portfolio only', async () => {
			await test.store.portfolios.save(settings({ key: 'birch', lines: [] }));
			await plan({ key: 'to somebody else', phone: OTHER_RENTER });
			await plan({ key: 'from another line', line: '+15125550101' });
			await plan({ key: 'of another company', portfolio: 'birch' });
			expect(await latest()).toBeNull();
		});

		it('counts from when it was sent, or will be', async () => {
			const first = await plan({ key: 'first' });
			await claim(first.id);
			await test.store.texts.markSent(first.id, 'p1', { provider: 'twilio', providerId: 'SM1', providerStatus: 'queued' }, NOON);
			expect(await latest(NOON)).toBe('first');
			expect(await latest(NOON + 1)).toBeNull();
			await plan({ key: 'tomorrow', state: 'held', dueAt: NOON + 14 * HOUR });
			expect(await latest(NOON + HOUR)).toBe('tomorrow');
			expect(await latest(NOON)).toBe('tomorrow');
		});
	});
}
