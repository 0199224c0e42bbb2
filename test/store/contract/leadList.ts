import type { LeadListQuery, NewLead } from '../../../store/port';
import { newLead, NOON, settings } from './builders';
import type { StoreUnderTest } from './useStore';

export function leadListContract(test: StoreUnderTest): void {
	const make = async (fullName: string, nextActionAt: number, change: Partial<NewLead> = {}) =>
		await test.store.leads.create(newLead({ fullName, nextActionAt, ...change }));
	const list = async (query: Partial<LeadListQuery> = {}) => await test.store.leads.list({ portfolio: 'main', limit: 20, ...query });
	const names = async (query: Partial<LeadListQuery> = {}) => (await list(query)).leads.map(({ fullName }) => fullName);

	describe('the list of leads', () => {
		it('is in the order of the next action, whatever the status', async () => {
			await make('third', NOON + 3);
			await make('first', NOON + 1, { status: 'toured' });
			await make('second', NOON + 2, { owner: 'Dana' });
			expect(await names()).toEqual(['first', 'second', 'third']);
		});

		it('is asked for by status, by owner and by when something is due', async () => {
			await make('new', NOON, { status: 'new', owner: 'Dana' });
			await make('toured', NOON + 1, { status: 'toured', owner: 'Dana' });
			await make('lost', NOON + 2, { status: 'lost' });
			expect(await names({ statuses: ['new', 'lost'] })).toEqual(['new', 'lost']);
			expect(await names({ owner: 'Dana' })).toEqual(['new', 'toured']);
			expect(await names({ owner: 'Dana', statuses: ['toured', 'lost'] })).toEqual(['toured']);
			expect(await names({ dueBy: NOON + 1 })).toEqual(['new', 'toured']);
			expect(await names({ owner: 'Dana', dueBy: NOON })).toEqual(['new']);
			expect(await names({ statuses: [] })).toEqual([]);
		});

		it.each<[string, Partial<LeadListQuery>]>([
			['of all statuses', {}],
			['of an owner', { owner: 'Leasing desk' }],
			['of an owner and statuses', { owner: 'Leasing desk', statuses: ['new', 'contacted'] }],
		])('comes page by page, each lead once, also when leads come in between: %s', async (_, query) => {
			// Some at the same moment, so that the place among those counts too.
			for (let number = 0; number < 7; number += 1)
				await make(`${number}`, NOON + Math.floor(number / 3), { status: number % 2 === 0 ? 'new' : 'contacted' });
			const seen: Array<string | null> = [];
			let after: string | undefined;
			for (let pages = 0; pages < 9; pages += 1) {
				const page = await list({ ...query, limit: 2, ...(after === undefined ? {} : { after }) });
				seen.push(...page.leads.map(({ fullName }) => fullName));
				await make('before all others', NOON - 1);
				if (page.next === null) break;
				after = page.next;
			}
			expect(seen).toEqual(['0', '1', '2', '3', '4', '5', '6']);
		});

		it('ends with the last page, also when that is full', async () => {
			for (const name of ['1', '2']) await make(name, NOON);
			expect(await list({ limit: 2 })).toMatchObject({ next: null });
			const page = await list({ limit: 1 });
			expect(await list({ limit: 1, after: page.next ?? '' })).toMatchObject({ leads: [{ fullName: '2' }], next: null });
		});

		it('leaves out merged leads and those of other companies', async () => {
			await test.store.portfolios.save(settings({ key: 'birch', lines: [] }));
			await make('of another company', NOON, { portfolio: 'birch' });
			const [kept, merged] = [await make('kept', NOON), await make('merged', NOON)];
			await test.store.merges.merge({
				keptId: kept.id,
				mergedId: merged.id,
				change: {},
				closeTaskIds: [],
				by: 'Dana',
				reasons: [],
				at: NOON,
			});
			expect(await names()).toEqual(['kept']);
			expect(await names({ owner: 'Leasing desk' })).toEqual(['kept']);
		});

		it.each(['', 'nonsense', Buffer.from('[1]').toString('base64url')])('refuses a place that is none: "%s"', async (after) => {
			await expect(list({ after })).rejects.toMatchObject({ code: 'constraint', message: expect.stringContaining('`after`') });
		});
	});

	describe('what a lead tells of its standing', () => {
		it('is since when it has its status, and why it was lost', async () => {
			const lead = await make('Maria', NOON);
			const madeAt = test.clock.now();
			expect(lead).toMatchObject({ statusSince: madeAt, lostReason: null, takenOver: null, erasedAt: null });
			test.clock.advance(5);
			expect(await test.store.leads.update(lead.id, { owner: 'Dana', status: 'new' })).toMatchObject({ statusSince: madeAt });
			expect(await test.store.leads.update(lead.id, { status: 'lost', lostReason: 'too_expensive' })).toMatchObject({
				statusSince: madeAt + 5,
				lostReason: 'too_expensive',
			});
			expect(await test.store.leads.get(lead.id)).toMatchObject({ status: 'lost', lostReason: 'too_expensive' });
		});

		it('is who of the staff has taken over, which no merge loses, and an undo gives back', async () => {
			const { leads, merges } = test.store;
			const [kept, merged] = [await make('kept', NOON), await make('merged', NOON)];
			const takenOver = { by: 'Dana', at: NOON };
			expect(await leads.update(merged.id, { takenOver })).toMatchObject({ takenOver });
			const request = { keptId: kept.id, mergedId: merged.id, change: {}, closeTaskIds: [], by: 'Dana', reasons: [], at: NOON };
			const { merge, lead } = await merges.merge(request);
			expect(lead).toMatchObject({ id: kept.id, takenOver });
			await merges.undo(merge.id, 'Dana', NOON);
			expect(await leads.get(kept.id)).toMatchObject({ takenOver: null });
			expect(await leads.update(merged.id, { takenOver: null })).toMatchObject({ takenOver: null });
		});
	});
}
