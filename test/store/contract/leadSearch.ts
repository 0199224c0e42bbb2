import type { LeadSearch } from '../../../store/port';
import { newInquiry, newLead, newReceivedText, newTask, settings } from './builders';
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
			['not a single-character wildcard', { text: 'ma_ia' }, []],
			['not a backslash', { text: '\\' }, []],
			['a phone as people write it', { text: '(512) 555-0123' }, ['Maria Lopez']],
			['a phone with country code', { text: '+1 737.555.0188' }, ['Émile O’Neil']],
			['the last digits of a phone', { text: '0188' }, ['Émile O’Neil']],
			['a second phone that the lead is known under', { text: '512 555 0199' }, ['Maria Lopez']],
			['a name typed without its accent', { text: 'emile' }, ['Émile O’Neil']],
			['a name typed without its apostrophe', { text: 'ONEIL' }, ['Émile O’Neil']],
			['a name typed with another apostrophe', { text: "o'neil" }, ['Émile O’Neil']],
			['words in any order', { text: 'lopez maria' }, ['Maria Lopez']],
			['the beginning of a word of two letters', { text: 'lo ma' }, ['Maria Lopez']],
			['two letters only at the beginning of a word', { text: 'ez' }, []],
			['the first letter of a word', { text: 'l' }, ['Maria Lopez']],
			['only who has every word', { text: 'maria neil' }, []],
			['digits in the middle of a phone', { text: '55501' }, ['Émile O’Neil', 'Maria Lopez']],
			['nothing for signs alone', { text: '*"()' }, []],
			['not an operator of the index', { text: 'maria OR neil' }, []],
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

		it('finds what a renter wrote and said, and what was noted about them', async () => {
			const { leads, inquiries, texts, tasks } = test.store;
			const leadId = (await leads.search({ portfolio: 'main', text: 'maria', limit: 1 }))[0]?.id ?? '';
			expect(await found({ text: 'terrier' })).toEqual([]);
			const asked = newInquiry({ interest: { ...newInquiry().interest, message: 'Do you take a Terrier?' } });
			await inquiries.setLead((await inquiries.record(asked)).inquiry.id, leadId);
			expect(await found({ text: 'terrier' })).toEqual(['Maria Lopez']);
			await texts.receive(newReceivedText({ leadId, body: 'Is the balcony facing west?' }));
			expect(await found({ text: 'balcony' })).toEqual(['Maria Lopez']);
			const { task } = await tasks.open(newTask({ leadId }));
			await tasks.complete(task.id, 'Ana', 'Wants the mezzanine', test.clock.now());
			expect(await found({ text: 'mezzanine maria terrier' })).toEqual(['Maria Lopez']);
		});

		it('finds the lead that stays by the words of both, and each by its own once that is undone', async () => {
			const { leads, merges } = test.store;
			const [emile, maria] = await leads.search({ portfolio: 'main', text: 'example.com', limit: 2 });
			const sides = { keptId: maria?.id ?? '', mergedId: emile?.id ?? '' };
			const { merge } = await merges.merge({ ...sides, change: {}, closeTaskIds: [], by: 'Ana', reasons: [], at: test.clock.now() });
			expect(await found({ text: 'neil' })).toEqual(['Maria Lopez']);
			expect(await found({ text: '737 555 0188' })).toEqual(['Maria Lopez']);
			await merges.undo(merge.id, 'Ana', test.clock.now());
			expect(await found({ text: 'neil' })).toEqual(['Émile O’Neil']);
		});

		it('finds all of more leads than one step works off', async () => {
			for (let count = 0; count < 150; count++) {
				test.clock.advance(1);
				await test.store.leads.create(
					newLead({ firstName: 'Zoë', lastName: 'Quill', fullName: 'Zoë Quill', phone: null, email: null }),
				);
			}
			expect(await found({ text: 'zoe quill', limit: 200 })).toHaveLength(150);
		});

		it('finds in a transaction what it has just written, and nothing of one that was undone', async () => {
			const undone = test.store.transaction(async (tx) => {
				await tx.leads.create(newLead({ fullName: 'Pia Undone', firstName: 'Pia', lastName: 'Undone' }));
				expect(await tx.leads.search({ portfolio: 'main', text: 'undone', limit: 1 })).toHaveLength(1);
				throw new Error('stop');
			});
			await expect(undone).rejects.toThrow('stop');
			expect(await found({ text: 'undone' })).toEqual([]);
		});
	});
}
