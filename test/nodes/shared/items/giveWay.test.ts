import { clearInterval, setInterval } from 'node:timers';

import { NormalizeLead } from '../../../../nodes/NormalizeLead/NormalizeLead.node';
import { DeduplicateLead } from '../../../../nodes/DeduplicateLead/DeduplicateLead.node';
import { makeGiveWay } from '../../../../nodes/shared/items/giveWay';
import { systemClock } from '../../../../nodes/shared/runtime';
import { openStore } from '../../../../store/openStore';
import { heldClock } from '../../../helpers/clock';
import { countingIds } from '../../../helpers/ids';
import { tempFolder } from '../../../helpers/tempFolder';
import { SETTINGS } from '../../../leasing/inquiry/exampleSettings';
import { runNode, type NodeRun } from '../../support/runNode';

function workFor(millis: number): void {
	for (const until = systemClock.now() + millis; systemClock.now() < until;);
}

/** How many times something else had its turn while the node ran. */
async function turnsDuring(run: NodeRun): Promise<number> {
	let turns = 0;
	const other = setInterval(() => turns++, 1);
	await runNode(run);
	clearInterval(other);
	return turns;
}

describe('n8n goes on with everything else during a long run', () => {
	const folder = tempFolder();
	const file = folder.file('leasing.sqlite');
	beforeAll(async () => {
		const store = await openStore({ backend: 'sqlite', file }, { clock: heldClock(), ids: countingIds() });
		await store.portfolios.save(SETTINGS);
		await store.close();
	});
	afterAll(folder.remove);
	const run = (some: Omit<NodeRun, 'credentials'>) => ({ ...some, credentials: { leasingStoreApi: { file } } });
	const rows = (count: number) =>
		Array.from({ length: count }, (_, index) => ({ Name: `Ana Ruiz ${index}`, Email: `ana${index}@example.com` }));

	it('of Normalize Lead', async () => {
		expect(await turnsDuring(run({ nodeType: NormalizeLead, parameters: { input: 'row' }, items: rows(3_000) }))).toBeGreaterThan(2);
	});

	it('of Deduplicate Lead when every item fails, and when it only rehearses', async () => {
		expect(
			await turnsDuring(
				run({ nodeType: DeduplicateLead, items: Array.from({ length: 9_000 }, () => ({})), onError: 'continueRegularOutput' }),
			),
		).toBeGreaterThan(2);
		const normalized = await runNode(run({ nodeType: NormalizeLead, parameters: { input: 'row' }, items: rows(900) }));
		expect(
			await turnsDuring(
				run({ nodeType: DeduplicateLead, parameters: { options: { dryRun: true } }, items: normalized.json[0] ?? [] }),
			),
		).toBeGreaterThan(2);
	});

	it.each([
		['not between each two items, but when it has worked for a while', 50],
		['when the clock is set back meanwhile, too', -3_600_000],
	])('%s', async (_, passed) => {
		const clock = heldClock();
		const giveWay = makeGiveWay(clock);
		const order: string[] = [];
		const other = new Promise<void>((done) => setImmediate(() => done(void order.push('other'))));
		await giveWay();
		order.push('first');
		clock.advance(passed);
		await giveWay();
		order.push('second');
		await other;
		expect(order).toEqual(['first', 'other', 'second']);
	});

	it('and goes on itself though others never have enough', async () => {
		const giveWay = makeGiveWay(systemClock);
		let rounds = 0;
		const enough = 500;
		const hog = (): void => {
			workFor(2);
			rounds++;
			if (rounds < enough) setImmediate(hog);
		};
		workFor(60);
		setImmediate(hog);
		await giveWay();
		expect(rounds).toBeLessThan(enough);
		rounds = enough;
	});
});
