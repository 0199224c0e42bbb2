import type { Store } from '../../../store/port';
import type { ExamplePerson } from '../../leasing/match/exampleInquiry';
import { SETTINGS } from '../../leasing/inquiry/exampleSettings';
import { useTempStore } from '../support/tempStore';
import { call, come, contact } from './support';

const temp = useTempStore();
let store: Store;
beforeEach(async () => {
	store = await temp.store();
	await store.portfolios.save(SETTINGS);
});

const PHONE = '(512) 555-0123';
const OTHER = '(512) 555-0124';
const ANA = { name: 'Ana Ruiz', phones: [PHONE], emails: ['ana.ruiz@example.com'] };
const ana = () => contact(ANA);
const codes = (reasons: Array<{ code: string }>) => reasons.map(({ code }) => code);

describe('a renter who comes again', () => {
	it.each<[string, ExamplePerson, ExamplePerson?]>([
		['the same', { name: 'Ana Ruiz', phones: [PHONE] }],
		['a short form of the name', { name: 'Bob Ruiz', phones: [PHONE] }, { name: 'Robert Ruiz' }],
		['a slip in the name', { name: 'Ana Riuz', phones: [PHONE] }],
		['first and last name exchanged', { name: 'Ruiz Ana', emails: ['ana.ruiz@example.com'] }],
		['no name at all', { phones: [PHONE] }],
		['another phone', { name: 'Ana Ruiz', phones: [OTHER], emails: ['ana.ruiz@example.com'] }],
		[
			'a tag in the address',
			{ name: 'Ana Ruiz', emails: ['ana.ruiz+zillow@gmail.com'] },
			{ name: 'Ana Ruiz', emails: ['anaruiz@gmail.com'] },
		],
	])('is known by %s, with the waterfall', async (_case, again, first = {}) => {
		const { lead } = await come(store, contact({ ...ANA, ...first }));
		const { match } = await come(store, contact(again));
		expect(match).toMatchObject({ decision: 'known', leadId: lead?.id, compared: [{ leadId: lead?.id, band: 'same' }] });
		const [best] = match.compared ?? [];
		expect(best?.waterfall.length).toBeGreaterThan(1);
		expect(best?.waterfall.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(match.score, 0);
	});

	it('is known by a number without a name, whichever came first', async () => {
		const first = await come(store, call(PHONE));
		const second = await come(store, ana());
		expect(second.match).toMatchObject({ decision: 'known', leadId: first.lead?.id });
		expect(codes(second.match.reasons)).toEqual(expect.arrayContaining(['only_user', 'phone_exact']));
		expect(second.lead).toMatchObject({ fullName: 'Ana Ruiz' });
		expect((await come(store, call(PHONE, { interest: { ...ana().interest, propertyKey: null } }))).match).toMatchObject({
			decision: 'known',
			leadId: first.lead?.id,
		});
	});

	it('is known by a conversation on a listing site, before any phone or address is known', async () => {
		const relay = 'a1b2c3@convo.zillow.com';
		const first = await come(store, contact({ name: 'Ana Ruiz', emails: [relay] }));
		expect(first.match.decision).toBe('new');
		const again = await come(store, contact({ name: 'Ana', emails: [relay] }));
		expect(again.match).toMatchObject({ decision: 'known', leadId: first.lead?.id });
	});

	it('tells more each time: what was open about the wish is filled in, nothing is overwritten', async () => {
		const wish = { propertyKey: null, propertyName: null, unit: null, bedrooms: 2, moveIn: null, budget: null, message: null };
		await come(store, contact(ANA, { interest: wish }));
		const { lead } = await come(
			store,
			contact(ANA, {
				interest: { ...wish, propertyKey: 'maple-court', propertyName: 'Maple Court', bedrooms: 3, moveIn: '2026-06-01' },
			}),
		);
		expect(lead).toMatchObject({
			propertyKey: 'maple-court',
			interest: { propertyName: 'Maple Court', bedrooms: 2, moveIn: '2026-06-01' },
		});
	});

	it('keeps one record for what is said again, with the time of both', async () => {
		const first = await come(store, ana());
		await come(store, { ...ana(), occurredAt: '2026-03-01T00:00:00.000Z' });
		const records = await store.matching.ofLead(first.lead?.id ?? '');
		expect(records.map(({ keyed }) => keyed)).toEqual([true, false]);
		expect(records[0]?.record).toMatchObject({
			firstSeen: Date.parse('2026-01-31T18:00:00.000Z'),
			lastSeen: Date.parse('2026-03-01T00:00:00.000Z'),
		});
	});
});

describe('two people', () => {
	it('who share a phone are two leads of one household, never one', async () => {
		const first = await come(store, ana());
		const second = await come(store, contact({ name: 'Luis Ruiz', phones: [PHONE] }));
		expect(second.match.decision).toBe('new');
		expect(codes(second.match.reasons)).toEqual(expect.arrayContaining(['not_seen_before', 'shares_contact', 'first_name_conflict']));
		expect(await store.households.others(second.lead?.id ?? '')).toEqual([first.lead?.id]);
		const story = await store.timeline.ofLead(first.lead?.id ?? '');
		expect(story.map(({ sentence }) => sentence).join('\n')).toContain(
			`Matching linked this lead with Luis Ruiz (${second.lead?.id}): one household, two people.`,
		);
	});

	it('of one household get calls without a name on the lead that had the number first', async () => {
		const first = await come(store, ana());
		await come(store, contact({ name: 'Luis Ruiz', phones: [PHONE] }));
		const { match } = await come(store, call(PHONE));
		expect(match).toMatchObject({ decision: 'known', leadId: first.lead?.id });
		expect(codes(match.reasons)).toEqual(['household_contact']);
	});

	it('in one inquiry stay two people on one lead; each is known again', async () => {
		const both = await come(
			store,
			contact([
				{ name: 'Kate Mills', phones: [PHONE] },
				{ name: 'Lou Mills', phones: [OTHER] },
			]),
		);
		expect(both.match.decision).toBe('new');
		expect(await store.leads.count('main')).toBe(1);
		expect((await store.matching.ofLead(both.lead?.id ?? '')).map(({ record }) => record)).toMatchObject([
			{ firstName: 'Kate' },
			{ firstName: 'Lou' },
		]);
		expect((await come(store, contact({ name: 'Lou Mills', phones: [OTHER] }))).match).toMatchObject({
			decision: 'known',
			leadId: both.lead?.id,
		});
		expect((await come(store, call(PHONE))).match).toMatchObject({ decision: 'known', leadId: both.lead?.id });
	});

	it('in one inquiry who are known as two leads stay two, of one household', async () => {
		const kate = await come(store, contact({ name: 'Kate Mills', phones: [PHONE] }));
		const lou = await come(store, contact({ name: 'Lou Mills', phones: [OTHER] }));
		const both = await come(
			store,
			contact([
				{ name: 'Kate Mills', phones: [PHONE] },
				{ name: 'Lou Mills', phones: [OTHER] },
			]),
		);
		expect(both.match).toMatchObject({ decision: 'known', leadId: kate.lead?.id });
		expect(await store.households.others(kate.lead?.id ?? '')).toEqual([lou.lead?.id]);
		expect(await store.leads.count('main')).toBe(2);
	});

	it.each([
		['father and son', { name: 'John Smith Sr', phones: [PHONE] }, { name: 'John Smith Jr', phones: [PHONE] }],
		[
			'a shared mailbox',
			{ name: 'Kate Mills', emails: ['mills.family@example.com'] },
			{ name: 'Lou Mills', emails: ['mills.family@example.com'] },
		],
	])('%s are never one', async (_case, one, other) => {
		await come(store, contact(one));
		await come(store, contact(other));
		await come(store, contact(one));
		expect((await come(store, contact(other))).match.decision).toBe('known');
		expect(await store.leads.count('main')).toBe(2);
	});
});

describe('what is not sure', () => {
	it('goes to a person once, with the reasons, and is not asked again', async () => {
		const first = await come(store, contact({ name: 'Ximena Zapatero', emails: ['ximena@example.com'] }));
		const second = await come(store, contact({ name: 'Ximena Zapatero', phones: [PHONE] }));
		expect(second).toMatchObject({
			lead: null,
			match: { decision: 'review', candidates: [first.lead?.id] },
			task: { kind: 'review_match' },
		});
		expect(codes(second.match.reasons)).toEqual(expect.arrayContaining(['not_sure', 'name_only', 'first_name_exact']));
		expect(second.reviewIds).toHaveLength(1);
		const [review, ...others] = await store.reviews.list({ portfolio: 'main', state: 'open', limit: 9 });
		expect(others).toEqual([]);
		expect(codes(review?.reasons ?? [])).toContain('name_only');
	});

	it('is settled by a later contact that has what identifies both', async () => {
		const first = await come(store, contact({ name: 'Ximena Zapatero', emails: ['ximena@example.com'] }));
		const waiting = contact({ name: 'Ximena Zapatero', phones: [PHONE] });
		const { task } = await come(store, waiting);
		const third = await come(store, contact({ name: 'Ximena Zapatero', phones: [PHONE], emails: ['ximena@example.com'] }));
		expect(third.match).toMatchObject({ decision: 'known', leadId: first.lead?.id });
		const { inquiry } = await store.inquiries.record(waiting);
		expect(inquiry.leadId).toBe(first.lead?.id);
		expect(await store.tasks.get(task?.id ?? '')).toMatchObject({ state: 'done', doneBy: 'Matching' });
		expect((await store.inquiries.touches(first.lead?.id ?? '')).length).toBe(3);
	});

	it('because nothing identifies the contact goes to a person', async () => {
		const { match } = await come(store, contact({ name: 'Ana Ruiz' }));
		expect(match).toMatchObject({ decision: 'review', candidates: [] });
		expect(codes(match.reasons)).toContain('no_identity');
	});

	it('because the inquiry itself asks for a person goes to one, with the lead as candidate', async () => {
		const { lead } = await come(store, ana());
		const { match } = await come(store, {
			...ana(),
			attention: [{ code: 'unknown_layout', sentence: 'The site writes in another way.' }],
		});
		expect(match).toMatchObject({ decision: 'review', candidates: [lead?.id], reasons: [{ code: 'unknown_layout' }] });
	});
});

describe('two leads that turn out to be one renter', () => {
	it('become one, the older one; both stories are told, and it can be undone', async () => {
		const first = await come(store, contact({ name: 'Ana Ruiz', phones: [PHONE] }));
		const second = await come(store, contact({ name: 'Ana Ruiz', emails: ['ana.ruiz@example.com'] }));
		// Only the name agrees, so a person was asked.
		expect(second.match.decision).toBe('review');
		const other = await come(store, contact({ phones: [OTHER] }));
		const bridge = await come(store, contact({ name: 'Ana Ruiz', phones: [PHONE, OTHER] }));
		expect(bridge.match).toMatchObject({ decision: 'known', leadId: first.lead?.id });
		expect(codes(bridge.match.reasons)).toContain('leads_joined');
		expect((await store.leads.get(other.lead?.id ?? ''))?.id).toBe(first.lead?.id);
		const [merge] = await store.merges.ofLead(first.lead?.id ?? '');
		expect(merge).toMatchObject({ keptId: first.lead?.id, mergedId: other.lead?.id, by: 'Matching' });
		expect(
			(await store.tasks.list({ portfolio: 'main', leadId: first.lead?.id ?? '', kind: 'call_back', state: 'open', limit: 9 }))
				.length,
		).toBe(1);
	});
});

describe('the rules that a user chose', () => {
	it('scope: the same renter at two properties is two leads', async () => {
		const elsewhere = { ...ana().interest, propertyKey: 'cedar-house' };
		await come(store, ana(), { scope: 'property' });
		expect((await come(store, { ...ana(), interest: elsewhere }, { scope: 'property' })).match.decision).toBe('new');
		expect((await come(store, { ...ana(), interest: elsewhere }, { scope: 'property' })).match.decision).toBe('known');
		expect((await come(store, { ...ana(), interest: elsewhere })).match.decision).toBe('known');
	});

	it('thresholds: at 100 a person decides, except where one number has one user', async () => {
		await come(store, ana());
		const asked = { thresholds: { automatic: 1, review: 0.3 } };
		expect(
			(await come(store, contact({ name: 'Ana Ruiz', phones: [PHONE], emails: ['other@example.com'] }), asked)).match.decision,
		).toBe('review');
		await come(store, call(OTHER));
		expect((await come(store, call(OTHER), asked)).match.decision).toBe('known');
	});

	it('fields: what may not decide does not', async () => {
		await come(store, ana());
		const withoutPhone = { fields: new Set(['first_name', 'last_name', 'email'] as const) };
		expect((await come(store, contact({ phones: [PHONE] }), withoutPhone)).match.decision).not.toBe('known');
		expect((await come(store, contact({ name: 'Ana Ruiz', emails: ['ana.ruiz@example.com'] }), withoutPhone)).match.decision).toBe(
			'known',
		);
	});
});

describe('leads from before there were match records', () => {
	it('are known by their identities, and from then on by their records', async () => {
		const lead = await store.leads.create({
			portfolio: 'main',
			firstName: 'Ana',
			lastName: 'Ruiz',
			fullName: 'Ana Ruiz',
			phone: '+15125550123',
			email: null,
			source: 'phone',
			status: 'new',
			owner: 'Dana',
			nextAction: 'Call back',
			nextActionAt: 0,
			propertyKey: null,
			interest: {},
		});
		await store.leads.addIdentity('main', lead.id, { kind: 'phone', value: '+15125550123' });
		expect((await come(store, ana())).match).toMatchObject({ decision: 'known', leadId: lead.id });
		expect(await store.matching.ofLead(lead.id)).toHaveLength(2);
	});
});
