import type { LeadSearch } from '../../../store/port';
import { newLead, settings } from './builders';
import type { StoreUnderTest } from './useStore';

export function leadSearchContract(test: StoreUnderTest): void {
	describe('lead search', () => {
		const found = async (query: Partial<LeadSearch>) =>
			(await test.store.leads.search({ portfolio: 'main', limit: 10, ...query })).map(({ fullName }) => fullName);

		beforeEach(async () => {
			const { leads, portfolios } = test.store;
			await portfolios.save(settings({ key: 'birch', lines: [] }));
			const maria = await leads.create(newLead());
			test.clock.advance(1);
			await leads.create(
				newLead({
					firstName: 'Émile',
					lastName: 'O’Neil',
					fullName: 'Émile O’Neil',
					phone: '+17375550188',
					email: '50%_off@example.com',
					status: 'toured',
					owner: 'Ana',
				}),
			);
			test.clock.advance(1);
			await leads.create(newLead({ firstName: null, lastName: null, fullName: null, phone: null, email: null, propertyKey: null }));
			await leads.create(newLead({ portfolio: 'birch', fullName: 'Maria Elsewhere' }));
			await leads.addIdentity('main', maria.id, { kind: 'phone', value: '+15125550199' });
			await leads.addIdentity('main', maria.id, { kind: 'provider_contact', value: 'hidden-key' });
		});

		it.each<[string, Partial<LeadSearch>, (string | null)[]]>([
			['everything, newest first', {}, [null, 'Émile O’Neil', 'Maria Lopez']],
			['everything for blanks', { text: '  ' }, [null, 'Émile O’Neil', 'Maria Lopez']],
			['up to the limit', { limit: 2 }, [null, 'Émile O’Neil']],
			['part of a name in any case', { text: 'aRIA LO' }, ['Maria Lopez']],
			['a name with an accent in any case', { text: 'éMILE' }, ['Émile O’Neil']],
			['an accent spelled in two characters', { text: 'E\u0301mile' }, ['Émile O’Neil']],
			['part of an e-mail address', { text: 'MARIA@' }, ['Maria Lopez']],
			['a percent sign as itself', { text: '50%_' }, ['Émile O’Neil']],
			['not a wildcard', { text: 'm%a' }, []],
			['not a single-character wildcard', { text: 'm_ria' }, []],
			['not a backslash', { text: '\\' }, []],
			['a phone as people write it', { text: '(512) 555-0123' }, ['Maria Lopez']],
			['a phone with country code', { text: '+1 737.555.0188' }, ['Émile O’Neil']],
			['the last digits of a phone', { text: '0188' }, ['Émile O’Neil']],
			['a second phone that the lead is known under', { text: '512 555 0199' }, ['Maria Lopez']],
			['not an inner key', { text: 'hidden' }, []],
			['a status', { status: 'toured' }, ['Émile O’Neil']],
			['an owner', { owner: 'Ana' }, ['Émile O’Neil']],
			['a property', { propertyKey: 'cedar' }, ['Émile O’Neil', 'Maria Lopez']],
			['all conditions together', { text: 'example.com', status: 'new', propertyKey: 'cedar' }, ['Maria Lopez']],
			['only this portfolio', { portfolio: 'birch', text: 'maria' }, ['Maria Elsewhere']],
			['nothing in an unknown portfolio', { portfolio: 'elsewhere' }, []],
		])('finds %s', async (_, query, names) => {
			expect(await found(query)).toEqual(names);
		});

		it('finds a lead under its new name after an update', async () => {
			const [lead] = await test.store.leads.search({ portfolio: 'main', text: 'maria', limit: 1 });
			await test.store.leads.update(lead?.id ?? '', { firstName: 'Mary', lastName: 'Lowe', fullName: 'Mary Lowe', email: null });
			expect(await found({ text: 'lowe' })).toEqual(['Mary Lowe']);
			expect(await found({ text: 'lopez' })).toEqual([]);
		});
	});
}
