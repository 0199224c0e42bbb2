/** Connecting lines and giving them back, in every order in which people and crashes can do it. */
import { UserMistake } from '../../../leasing/userMistake';
import { connect, isConnected, purposeOf } from '../../../office/hookups/connect';
import { giveBack, giveBackTests } from '../../../office/hookups/giveBack';
import type { Claim, Exchange, Purpose, Wish } from '../../../office/hookups/port';
import { openStore } from '../../../store/openStore';
import type { Store } from '../../../store/port';
import { heldClock } from '../../helpers/clock';
import { countingIds } from '../../helpers/ids';
import { tempFolder } from '../../helpers/tempFolder';
import { company, LINE } from '../../nodes/shared/company';
import { FOUND, pretendNumbers } from './pretendNumbers';

const SECOND_LINE = '+15125550101';
const CHANGED = 'https://example.com/new';
const FIRST = { voice: 'https://example.com/pbx', text: '', status: '' };

describe('hook-ups', () => {
	const clock = heldClock();
	const folder = tempFolder();
	let store: Store;
	let runs = 0;

	beforeAll(async () => {
		store = await openStore({ backend: 'sqlite', file: folder.file('store.sqlite') }, { clock, ids: countingIds() });
		await store.portfolios.save({
			...company,
			lines: [LINE, SECOND_LINE].map((phone) => ({ phone, label: phone, propertyKey: null })),
		});
	});
	afterAll(async () => {
		await store.close();
		folder.remove();
	});

	/** A phone system of its own for each test: what others left in the store does not concern it. */
	function makeExchange(phones: string[] = [LINE], refusals: Record<string, UserMistake> = {}) {
		const numbers = { ...pretendNumbers(phones, refusals) };
		return Object.assign(numbers, { provider: `pretend${(runs += 1)}` });
	}
	type Numbers = ReturnType<typeof makeExchange>;
	const at = (numbers: Numbers): Exchange => ({ store, numbers, clock });

	function wishOf(workflow: string, purpose: Purpose, changes: Partial<Wish> = {}): Wish {
		const to = (channel: string) => ({ address: `https://n8n/${purpose}/${workflow}/${channel}`, method: 'POST' });
		const claims: Claim[] = [
			{ channel: 'voice', wiring: to('voice') },
			{ channel: 'status', wiring: to('status') },
			{ channel: 'text', wiring: to('text'), ifFree: true },
		];
		return { consumer: `${workflow}:node`, purpose, lines: [LINE], claims, textStatusUrl: null, ...changes };
	}
	const leadsTo = (workflow: string, purpose: Purpose) =>
		Object.fromEntries(['voice', 'status', 'text'].map((channel) => [channel, `https://n8n/${purpose}/${workflow}/${channel}`]));
	const giveBackAll = async (numbers: Numbers, workflow: string, purpose: Purpose) =>
		await giveBack(at(numbers), { consumer: `${workflow}:node`, purpose });

	describe('a line whose trigger is published, tested and unpublished in any order', () => {
		type Act = 'publish' | 'unpublish' | 'listen' | 'stop' | 'change';

		/** Every sequence that can happen, and at the end nothing of ours is left: first one ends, then the other. */
		function sequences(length: number): Act[][] {
			const all: Act[][] = [];
			const go = (acts: Act[], live: boolean, test: boolean): void => {
				const ends: Act[] = [...(live ? ['unpublish' as const] : []), ...(test ? ['stop' as const] : [])];
				all.push([...acts, ...ends]);
				if (ends.length === 2) all.push([...acts, ...ends.reverse()]);
				if (acts.length === length) return;
				go([...acts, live ? 'unpublish' : 'publish'], !live, test);
				go([...acts, test ? 'stop' : 'listen'], live, !test);
				if (!acts.includes('change')) go([...acts, 'change'], live, test);
			};
			go([], false, false);
			return all;
		}

		test('gives back exactly what was there, or what somebody has set meanwhile', async () => {
			const wrong: string[] = [];
			const all = sequences(5);
			for (const acts of all) {
				const numbers = makeExchange();
				for (const act of acts) {
					const purpose = act === 'listen' || act === 'stop' ? 'test' : 'live';
					if (act === 'publish' || act === 'listen') {
						await connect(at(numbers), wishOf('a', purpose));
						if (numbers.addresses(LINE).voice !== leadsTo('a', purpose).voice)
							wrong.push(`${act} did not connect: ${acts.join()}`);
					} else if (act === 'change') numbers.change(LINE, { voice: { address: CHANGED, method: 'POST' } });
					else await giveBackAll(numbers, 'a', purpose);
				}
				const expected = acts.includes('change') ? { ...FIRST, voice: CHANGED } : FIRST;
				const left = numbers.addresses(LINE);
				const fits = Object.entries(expected).every(([channel, address]) => left[channel] === address);
				if (!fits) wrong.push(`${acts.join()}: ${JSON.stringify(left)}`);
			}
			expect(wrong).toEqual([]);
			expect(all.length).toBeGreaterThan(150);
		});
	});

	describe('several triggers on one line', () => {
		const calls = () => ({
			...wishOf('calls', 'live'),
			claims: wishOf('calls', 'live').claims.filter(({ channel }) => channel !== 'text'),
		});
		const texts = () => ({
			...wishOf('texts', 'live'),
			claims: [{ channel: 'text' as const, wiring: { address: 'https://n8n/texts', method: 'POST' } }],
		});

		test.each([
			['calls first, calls last', ['calls', 'texts'], ['texts', 'calls']],
			['calls first, texts last', ['calls', 'texts'], ['calls', 'texts']],
			['texts first, calls last', ['texts', 'calls'], ['texts', 'calls']],
			['texts first, texts last', ['texts', 'calls'], ['calls', 'texts']],
		])('each on a channel of its own gives back what it found: %s', async (_name, publish, unpublish) => {
			const numbers = makeExchange();
			for (const one of publish) await connect(at(numbers), one === 'calls' ? calls() : texts());
			expect(numbers.addresses(LINE)).toEqual({ ...leadsTo('calls', 'live'), text: 'https://n8n/texts' });
			for (const one of unpublish) await giveBackAll(numbers, one, 'live');
			expect(numbers.addresses(LINE)).toEqual(FIRST);
		});

		test('on the same channel the second is refused, by the name of the first', async () => {
			const numbers = makeExchange();
			await connect(at(numbers), wishOf('calls', 'live'));
			await expect(connect(at(numbers), wishOf('other', 'live'))).rejects.toThrow('another published workflow (calls)');
			expect(numbers.addresses(LINE)).toEqual(leadsTo('calls', 'live'));
		});

		test('a first one that was deleted while its line could not be given back does not keep the line for ever', async () => {
			const numbers = makeExchange();
			await connect(at(numbers), wishOf('deleted', 'live'));
			const [hookup] = await store.hookups.listByConsumer('deleted:node');
			await store.consumers.beat('deleted:node', [], clock.now() - 9 * 60_000);
			await expect(connect(at(numbers), wishOf('other', 'live'))).rejects.toThrow('another published workflow (deleted)');
			await store.consumers.beat('deleted:node', [], clock.now() - 11 * 60_000);
			await connect(at(numbers), wishOf('other', 'live'));
			const now = (await store.hookups.listByConsumer('other:node')).filter(({ provider }) => provider === numbers.provider);
			expect(now.find(({ channel }) => channel === hookup?.channel)?.previous).toEqual(hookup?.previous);
			await giveBackAll(numbers, 'other', 'live');
			expect(await store.hookups.listByConsumer('deleted:node')).toEqual([]);
		});

		test('also while somebody listens over the first', async () => {
			const numbers = makeExchange();
			await connect(at(numbers), wishOf('calls', 'live'));
			await connect(at(numbers), wishOf('calls', 'test'));
			await expect(connect(at(numbers), wishOf('other', 'live'))).rejects.toThrow('another published workflow (calls)');
		});

		test('a line that somebody took away from the first is free', async () => {
			const numbers = makeExchange();
			await connect(at(numbers), wishOf('calls', 'live'));
			numbers.change(LINE, FOUND);
			await connect(at(numbers), wishOf('other', 'live'));
			expect(numbers.addresses(LINE)).toEqual(leadsTo('other', 'live'));
			await giveBackAll(numbers, 'calls', 'live');
			expect(numbers.addresses(LINE)).toEqual(leadsTo('other', 'live'));
		});

		test('a second editor is refused while the first listens, and not when that one is long gone', async () => {
			const numbers = makeExchange();
			await connect(at(numbers), wishOf('one', 'test'));
			await expect(connect(at(numbers), wishOf('two', 'test'))).rejects.toThrow('Another workflow (one) listens');
			clock.advance(4 * 60_000);
			await connect(at(numbers), wishOf('two', 'test'));
			await giveBackAll(numbers, 'two', 'test');
			expect(numbers.addresses(LINE)).not.toEqual(leadsTo('two', 'test'));
		});

		test('texts that somebody else takes stay theirs', async () => {
			const numbers = makeExchange();
			numbers.change(LINE, { text: { address: 'https://chat.example.com', method: 'POST' } });
			await connect(at(numbers), wishOf('calls', 'live'));
			expect(numbers.addresses(LINE)).toMatchObject({ text: 'https://chat.example.com', voice: 'https://n8n/live/calls/voice' });
			expect(await isConnected(at(numbers), wishOf('calls', 'live'), { ask: true })).toBe(true);
			await giveBackAll(numbers, 'calls', 'live');
			expect(numbers.addresses(LINE)).toEqual({ ...FIRST, text: 'https://chat.example.com' });
		});
	});

	describe('when something goes wrong', () => {
		const both = { lines: [LINE, SECOND_LINE] };

		test('a line that cannot be set: those set before it are given back, and nothing counts as connected', async () => {
			const numbers = makeExchange([LINE, SECOND_LINE]);
			const { update } = numbers;
			let writes = 0;
			numbers.update = async (id, wiring) => {
				if ((writes += 1) === 2) throw new UserMistake('Out of reach.', 'Try again.');
				await update(id, wiring);
			};
			await expect(connect(at(numbers), wishOf('a', 'live', both))).rejects.toThrow('Out of reach');
			expect([LINE, SECOND_LINE].map((line) => numbers.addresses(line))).toEqual([FIRST, FIRST]);
			expect(await isConnected(at(numbers), wishOf('a', 'live', both), { ask: false })).toBe(false);
		});

		test('a line that must not be touched: no other line is touched either', async () => {
			const numbers = makeExchange([LINE, SECOND_LINE], { [SECOND_LINE]: new UserMistake('It belongs to a trunk.', 'Detach it.') });
			await expect(connect(at(numbers), wishOf('a', 'live', both))).rejects.toThrow('trunk');
			expect(numbers.writes).toBe(0);
		});

		test.each([
			['not in the settings', '+15125550199', 'not in your portfolio settings'],
			['not in the account', SECOND_LINE, 'has no phone number'],
		])('a line that is %s is refused', async (_name, line, sentence) => {
			const numbers = makeExchange([LINE]);
			await expect(connect(at(numbers), wishOf('a', 'live', { lines: [LINE, line] }))).rejects.toThrow(sentence);
			expect(numbers.writes).toBe(0);
		});

		/** The hook-up was saved, and n8n ended before the number was changed, or before the failure could be mended. */
		async function crashWhileConnecting(numbers: Numbers, wish: Wish): Promise<void> {
			numbers.failWrites(1);
			const find = numbers.find;
			let asked = 0;
			// The first question is the one before connecting; the next would be the one that gives back.
			numbers.find = async (phone) => {
				if ((asked += 1) > 1) throw new Error('n8n is gone');
				return await find(phone);
			};
			await expect(connect(at(numbers), wish)).rejects.toThrow('n8n is gone');
			numbers.find = find;
		}

		test('a crash between the note and the change: it does not count as connected, and publishing again mends it', async () => {
			const numbers = makeExchange();
			await crashWhileConnecting(numbers, wishOf('a', 'live'));
			expect(await isConnected(at(numbers), wishOf('a', 'live'), { ask: true })).toBe(false);
			await connect(at(numbers), wishOf('a', 'live'));
			await giveBackAll(numbers, 'a', 'live');
			expect(numbers.addresses(LINE)).toEqual(FIRST);
		});

		test('a crash between the note and the change: unpublishing gives nothing wrong back', async () => {
			const numbers = makeExchange();
			await crashWhileConnecting(numbers, wishOf('a', 'live'));
			numbers.change(LINE, { voice: { address: CHANGED, method: 'POST' } });
			await giveBackAll(numbers, 'a', 'live');
			expect(numbers.addresses(LINE)).toEqual({ ...FIRST, voice: CHANGED });
		});

		test('a number that is gone, or that another account has, does not keep the others from being given back', async () => {
			const numbers = makeExchange([LINE, SECOND_LINE]);
			await connect(at(numbers), wishOf('a', 'live', both));
			numbers.lose(LINE);
			await giveBackAll(numbers, 'a', 'live');
			expect(numbers.addresses(SECOND_LINE)).toEqual(FIRST);
			expect(await isConnected(at(numbers), wishOf('a', 'live', both), { ask: false })).toBe(false);
		});

		test('unpublished while the phone system is out of reach: said so, and the next try gives back', async () => {
			const numbers = makeExchange();
			await connect(at(numbers), wishOf('a', 'live'));
			numbers.failWrites(1);
			await expect(giveBackAll(numbers, 'a', 'live')).rejects.toThrow('out of reach');
			await giveBackAll(numbers, 'a', 'live');
			expect(numbers.addresses(LINE)).toEqual(FIRST);
		});
	});

	describe('what is connected already', () => {
		test('lines taken out of the trigger are given back, those that stay are left', async () => {
			const numbers = makeExchange([LINE, SECOND_LINE]);
			await connect(at(numbers), wishOf('a', 'live', { lines: [LINE, SECOND_LINE] }));
			expect(await isConnected(at(numbers), wishOf('a', 'live'), { ask: true })).toBe(false);
			await connect(at(numbers), wishOf('a', 'live'));
			expect([numbers.addresses(LINE), numbers.addresses(SECOND_LINE)]).toEqual([leadsTo('a', 'live'), FIRST]);
			await giveBackAll(numbers, 'a', 'live');
			expect(numbers.addresses(LINE)).toEqual(FIRST);
		});

		test('at a restart our notes count, whatever somebody changed; otherwise the phone system is asked', async () => {
			const numbers = makeExchange();
			await connect(at(numbers), wishOf('a', 'live'));
			numbers.change(LINE, { voice: { address: CHANGED, method: 'POST' } });
			expect(await isConnected(at(numbers), wishOf('a', 'live'), { ask: false })).toBe(true);
			expect(await isConnected(at(numbers), wishOf('a', 'live'), { ask: true })).toBe(false);
		});

		test('an address of this n8n that has changed is not connected', async () => {
			const numbers = makeExchange();
			await connect(at(numbers), wishOf('a', 'live'));
			const moved = wishOf('a', 'live', { claims: wishOf('elsewhere', 'live').claims });
			expect(await isConnected(at(numbers), moved, { ask: false })).toBe(false);
		});

		test('texts that are no longer wanted are given back', async () => {
			const numbers = makeExchange();
			await connect(at(numbers), wishOf('a', 'live'));
			const without = wishOf('a', 'live', { claims: wishOf('a', 'live').claims.filter(({ channel }) => channel !== 'text') });
			expect(await isConnected(at(numbers), without, { ask: true })).toBe(false);
			await connect(at(numbers), without);
			expect(numbers.addresses(LINE)).toEqual({ ...leadsTo('a', 'live'), text: '' });
		});
	});

	describe('an editor that listened', () => {
		test('is told apart by its address from the published workflow', async () => {
			const numbers = makeExchange();
			const address = (workflow: string, purpose: Purpose) => `https://n8n/${purpose}/${workflow}/status`;
			await connect(at(numbers), wishOf('told', 'live'));
			await connect(at(numbers), wishOf('told', 'test'));
			expect(await purposeOf(store, 'told:node', address('told', 'test'))).toBe('test');
			expect(await purposeOf(store, 'told:node', address('told', 'live'))).toBe('live');
		});

		test('and died is swept; one that may still listen is not', async () => {
			const numbers = makeExchange();
			await connect(at(numbers), wishOf('swept', 'live'));
			await connect(at(numbers), wishOf('swept', 'test'));
			clock.advance(60_000);
			await giveBackTests(at(numbers), 'swept:node', clock.now() - 180_000);
			expect(numbers.addresses(LINE).voice).toBe(leadsTo('swept', 'test').voice);
			await giveBackTests(at(numbers), 'swept:node', clock.now());
			expect(numbers.addresses(LINE)).toEqual(leadsTo('swept', 'live'));
		});
	});
});
