import type { Inquiry } from '../../../leasing/inquiry/inquiry';
import { takeInInquiry } from '../../../office/intake/takeInInquiry';
import { readAhead } from '../../../office/matching/readAhead';
import { newNeighbours } from '../../../office/matching/records';
import { DEFAULT_RULES } from '../../../office/matching/rules';
import { madeUpLeads } from '../../../bench/accuracy/madeUpLeads';
import { COMPANY } from '../../../bench/company';
import { inquiryOf } from '../../../bench/inquiryOf';
import { openStore } from '../../../store/openStore';
import type { Store, StoreFamilies } from '../../../store/port';
import { heldClock } from '../../helpers/clock';
import { countingIds } from '../../helpers/ids';
import { tempFolder } from '../../helpers/tempFolder';
import { everyTable } from '../../store/batch/everyTable';

const ROWS = 700;
const folder = tempFolder();
const open: Store[] = [];
afterAll(async () => {
	for (const store of open) await store.close();
	folder.remove();
});

/** Renters, couples, fathers and sons, numbers without a name, and now and then a row that was there before. */
function list(): Inquiry[] {
	const inquiries = madeUpLeads(ROWS, 5).map(({ record }, index) =>
		inquiryOf(
			{
				firstName: index % 9 === 0 ? null : record.firstName,
				lastName: index % 9 === 0 ? null : record.lastName,
				phones: record.phones.map(({ value }) => value),
				emails: record.emails.map(({ value }) => value),
			},
			record.id,
			record.firstSeen ?? 0,
		),
	);
	return inquiries.flatMap((one, index) => (index % 50 === 49 ? [one, inquiries[index - 20] ?? one] : [one]));
}

async function newStore(name: string) {
	const location = { backend: 'sqlite' as const, file: folder.file(`${name}.sqlite`) };
	const clock = heldClock();
	const store = await openStore(location, { clock, ids: countingIds() });
	open.push(store);
	await store.portfolios.save(COMPANY);
	return { location, store, clock };
}

const decide = async (tx: StoreFamilies, inquiry: Inquiry, now: number, callBackTask: 'all' | 'calls') =>
	await takeInInquiry({
		tx,
		inquiry,
		people: newNeighbours(inquiry),
		settings: COMPANY,
		rules: DEFAULT_RULES,
		callBackTask,
		now,
		officeOpensAt: null,
	});

describe.each(['calls', 'all'] as const)('a list, with call-backs for %s', (callBackTask) => {
	const inquiries = list();
	let singly: { results: unknown[]; tables: Record<string, string[]> };

	beforeAll(async () => {
		const { location, store, clock } = await newStore(`singly-${callBackTask}`);
		const results: unknown[] = [];
		for (const inquiry of inquiries)
			results.push(await store.transaction(async (tx) => await decide(tx, inquiry, clock.now(), callBackTask)));
		singly = { results, tables: await everyTable(location) };
		// Without all of this in the list the comparison would say little.
		for (const table of ['leads', 'match_reviews', 'lead_merges', 'household_leads', 'tasks'])
			expect(singly.tables[table]?.length).toBeGreaterThan(3);
	}, 60_000);

	it.each([1, 8, 100, ROWS * 2])(
		'leaves every row of every table as one by one, %i at a time',
		async (atATime) => {
			const { location, store, clock } = await newStore(`batch-${callBackTask}-${atATime}`);
			const results: unknown[] = [];
			for (let start = 0; start < inquiries.length; start += atATime) {
				await store.batch(async (tx) => {
					const some = inquiries.slice(start, start + atATime);
					await readAhead(
						tx,
						some.map((inquiry) => ({ inquiry, people: newNeighbours(inquiry) })),
					);
					for (const inquiry of some) results.push(structuredClone(await decide(tx, inquiry, clock.now(), callBackTask)));
				});
			}
			expect(results).toEqual(singly.results);
			expect(await everyTable(location)).toEqual(singly.tables);
		},
		60_000,
	);
});
