import type { Inquiry } from '../../../leasing/inquiry/inquiry';
import type { Store } from '../../../store/port';
import { SETTINGS } from '../../leasing/inquiry/exampleSettings';
import { useTempStore } from '../support/tempStore';
import { call, come, contact, groupsOf, NOON } from './support';

const temp = useTempStore();
let store: Store;
beforeEach(async () => {
	store = await temp.store();
	await store.portfolios.save(SETTINGS);
});

/** The same in every run; a test that fails must fail again. */
function shuffled<T>(all: readonly T[], seed: number): T[] {
	const left = [...all];
	const mixed: T[] = [];
	for (let state = seed; left.length > 0;) {
		state = (state * 48_271) % 2_147_483_647;
		mixed.push(...left.splice(state % left.length, 1));
	}
	return mixed;
}

const P1 = '(512) 555-0131';
const P2 = '(512) 555-0132';
const P3 = '(512) 555-0133';

/** Renters as they come in: again by another channel, in pairs, with slips, and with what links two of their contacts. */
const STORIES: Record<string, () => Inquiry[]> = {
	'a renter with two numbers, linked by a later form': () => [
		contact({ name: 'Rosa Jimenez', phones: [P1] }),
		contact({ name: 'Rosa Jimenez', phones: [P2], emails: ['rosa.j@example.com'] }),
		contact({ name: 'Rosa Jiménez', phones: [P1], emails: ['rosa.j@example.com'] }),
		call(P2),
	],
	'a couple with one phone and a mailbox each': () => [
		contact({ name: 'Kate Mills', phones: [P1], emails: ['kate.mills@example.com'] }),
		contact({ name: 'Lou Mills', phones: [P1], emails: ['lou.mills@example.com'] }),
		contact({ name: 'Kate Mills', emails: ['kate.mills@example.com'] }),
		contact({ name: 'Lou Mills', emails: ['lou.mills@example.com'], phones: [P3] }),
	],
	'father and son': () => [
		contact({ name: 'Walter Brandt Sr', phones: [P1] }),
		contact({ name: 'Walter Brandt Jr', phones: [P1, P2] }),
		contact({ name: 'Walter Brandt Jr', phones: [P2] }),
	],
	'a listing site first, the real address later': () => [
		contact({ name: 'Nadia Ferris', emails: ['abc123@convo.zillow.com'] }),
		contact({ name: 'Nadia Ferris', emails: ['abc123@convo.zillow.com', 'nadia@example.com'] }),
		contact({ name: 'Nadia Ferris', emails: ['nadia@example.com'], phones: [P1] }),
		call(P1),
	],
	'strangers who share an office phone': () => [
		contact({ name: 'Ann Archer', phones: [P1], emails: ['ann@example.com'] }),
		contact({ name: 'Bob Baker', phones: [P1], emails: ['bob@example.com'] }),
		contact({ name: 'Cy Cooper', phones: [P1], emails: ['cy@example.com'] }),
		contact({ name: 'Bob Baker', emails: ['bob@example.com'] }),
	],
	'calls of one number only': () => [call(P1), call(P1), call(P1, { interest: { ...call(P1).interest, propertyKey: 'oak-park' } })],
};

describe.each(Object.entries(STORIES))('%s', (_name, story) => {
	it('gives the same groups in every order', async () => {
		const contacts = story().map((one, index) => ({ ...one, occurredAt: new Date(NOON + index).toISOString() }));
		const results: string[][][] = [];
		for (let seed = 1; seed <= 12; seed++) {
			// One portfolio for each order: the same contacts, nothing shared.
			const key = `order-${seed}`;
			await store.portfolios.save({ ...SETTINGS, key, lines: [] });
			const here = contacts.map((one) => ({ ...one, portfolio: key }));
			for (const one of shuffled(here, seed * 7_919)) await come(store, one);
			results.push(await groupsOf(store, here));
		}
		expect(results).toEqual(results.map(() => results[0]));
	});
});
