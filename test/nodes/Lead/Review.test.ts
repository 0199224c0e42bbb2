import type { IDataObject } from 'n8n-workflow';

import { Lead } from '../../../nodes/Lead/Lead.node';
import type { Store } from '../../../store/port';
import { SETTINGS } from '../../leasing/inquiry/exampleSettings';
import { come, contact } from '../DeduplicateLead/support';
import { runNode } from '../support/runNode';
import { useTempStore } from '../support/tempStore';

const temp = useTempStore();
let store: Store;
beforeEach(async () => {
	store = await temp.store();
	await store.portfolios.save(SETTINGS);
});

const all = async (operation: string, parameters: Record<string, unknown>): Promise<IDataObject[]> =>
	(await runNode({ nodeType: Lead, parameters: { resource: 'review', operation, ...parameters }, credentials: temp.credentials }))
		.json[0] ?? [];
const resolve = async (reviewId: unknown, decision: string, more: object = {}): Promise<IDataObject> =>
	(await all('resolve', { reviewId, decision, by: 'Dana', note: 'same voice', ...more }))[0] ?? {};
const openReviews = async () => await all('getAll', {});

const byMail = () => contact({ name: 'Ximena Zapatero', emails: ['ximena@example.com'] });
const byPhone = () => contact({ name: 'Ximena Zapatero', phones: ['(512) 555-0123'] });

async function question() {
	const first = await come(store, byMail());
	const waiting = byPhone();
	const second = await come(store, waiting);
	const [review] = await openReviews();
	const inquiryId = async () => (await store.inquiries.record(waiting)).inquiry;
	return { first: first.lead?.id ?? '', task: second.task, review: review ?? {}, waiting: inquiryId };
}

describe('Review', () => {
	it('Get Many gives the pair with reasons and both timelines', async () => {
		const { first, review, waiting } = await question();
		expect(review).toMatchObject({
			state: 'open',
			score: expect.any(Number),
			reasons: expect.arrayContaining([expect.objectContaining({ code: 'name_only' })]),
			one: { lead: { id: first }, inquiryId: null, story: expect.stringContaining('A new lead was made') },
			other: {
				lead: null,
				inquiryId: (await waiting()).id,
				inquiry: { people: [{ fullName: 'Ximena Zapatero' }] },
				story: expect.stringContaining('a person decides'),
			},
		});
	});

	it('Same Renter puts the waiting inquiry on the lead, closes the task, and later contacts know', async () => {
		const { first, task, review, waiting } = await question();
		expect(await resolve(review.id, 'merged')).toMatchObject({
			state: 'merged',
			alreadyResolved: false,
			mergeId: null,
			leads: [{ id: first, phone: '+15125550123' }],
		});
		expect((await waiting()).leadId).toBe(first);
		expect(await store.tasks.get(task?.id ?? '')).toMatchObject({ state: 'done', doneBy: 'Dana', doneNote: 'same voice' });
		expect((await come(store, byPhone())).match).toMatchObject({ decision: 'known', leadId: first });
		expect(await openReviews()).toEqual([]);
		expect(await resolve(review.id, 'apart')).toMatchObject({ state: 'merged', alreadyResolved: true });
	});

	it('Keep Apart makes a lead of its own and nobody is asked again', async () => {
		const { first, review, waiting } = await question();
		const { leads } = await resolve(review.id, 'apart');
		const second = (await waiting()).leadId ?? '';
		expect((leads as IDataObject[]).map(({ id }) => id)).toEqual([first, second]);
		expect((await come(store, byPhone())).match).toMatchObject({ decision: 'known', leadId: second });
		expect((await come(store, byMail())).match).toMatchObject({ decision: 'known', leadId: first });
		expect((await come(store, { ...byPhone(), interest: { ...byPhone().interest, unit: '12' } })).match).toMatchObject({
			decision: 'known',
			leadId: second,
		});
		expect(await openReviews()).toEqual([]);
		expect(await store.leads.count('main')).toBe(2);
	});

	it('Household makes two leads, linked', async () => {
		const { first, review, waiting } = await question();
		await resolve(review.id, 'household');
		const second = (await waiting()).leadId ?? '';
		expect(second).not.toBe(first);
		expect(await store.households.others(first)).toEqual([second]);
		expect(await openReviews()).toEqual([]);
		expect((await all('getAll', { reviewState: 'household' })).map(({ id }) => id)).toEqual([review.id]);
	});

	it('of two leads: Same Renter merges them, which can be undone', async () => {
		const { first, review } = await question();
		await resolve(review.id, 'apart');
		// Another contact that may be either: known as one, and a question about the other.
		const third = await come(store, contact({ name: 'Ximena Zapatera', emails: ['x.zapatera@example.com'] }));
		expect(third.match.decision).toBe('review');
		const [one] = await openReviews();
		const { leads } = await resolve(one?.id, 'merged');
		expect((leads as IDataObject[]).length).toBe(1);
		expect(await store.leads.count('main')).toBe(2);
		expect((await store.leads.get(first))?.id).toBe(first);
	});

	it('an inquiry without a candidate becomes a new lead, or goes where a person says', async () => {
		const { first } = await question();
		const lost = contact({ name: 'Bo Li', emails: [] });
		await come(store, lost);
		const { inquiry } = await store.inquiries.record(lost);
		await expect(resolve(inquiry.id, 'merged')).rejects.toMatchObject({ message: 'Lead ID is empty.' });
		await expect(resolve(inquiry.id, 'household')).rejects.toMatchObject({ message: 'An inquiry alone cannot be a household.' });
		expect(await resolve(inquiry.id, 'apart')).toMatchObject({ alreadyResolved: false, leads: [{ name: 'Bo Li' }] });
		expect(await resolve(inquiry.id, 'merged', { leadId: first })).toMatchObject({ alreadyResolved: true, leads: [{ name: 'Bo Li' }] });

		const other = contact({ name: 'Bo Li', emails: [] });
		await come(store, other);
		const stored = (await store.inquiries.record(other)).inquiry;
		expect(await resolve(stored.id, 'merged', { leadId: first })).toMatchObject({ leads: [{ id: first }] });
	});

	it('says what is wrong', async () => {
		await expect(resolve('review_none', 'merged')).rejects.toMatchObject({ message: 'There is no review with the ID "review_none".' });
		await expect(resolve('inquiry_none', 'apart')).rejects.toMatchObject({
			message: 'There is no inquiry with the ID "inquiry_none".',
		});
		const { review } = await question();
		await expect(resolve(review.id, '={{ "perhaps" }}')).rejects.toMatchObject({ message: 'Decision cannot be read.' });
	});
});
