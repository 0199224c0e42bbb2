/**
 * What every phone trigger must keep, whatever its phone system: the promises of an inbox (docs/decisions/0003), and one item for one missed
 * call. A trigger's own test describes how its system speaks, and calls `phoneTriggerContract`.
 */
import { DatabaseSync } from 'node:sqlite';

import type { MissedCallEvent } from '../../../leasing/call/call';
import type { StoredEvent } from '../../../store/port';
import type { TestCredentials } from '../support/credentials';
import type { NodeClass } from '../support/runWorkflow';
import { CEDAR_LINE, MAIN_LINE, saveCompany } from '../support/samples';
import { useTempStore, type TempStore } from '../support/tempStore';
import { TriggerRig, type VendorRequest } from '../support/triggerRig';

/** A call as it is told to the description. */
export interface PretendCall {
	/** Unique. */
	index: number;
	/** E.164; null: the caller hid the number, in the system's own spelling. */
	from: string | null;
	to: string;
}

/** How one phone system speaks, in requests that the trigger keeps. `address` is where it was told to send them. */
export interface PhoneTriggerDescription {
	nodeType: NodeClass;
	/** For the two lines of the sample company. A trigger that chooses among lines itself chooses all. */
	parameters: Record<string, unknown>;
	/** Credentials of the vendor's stand-in; asked for each test. */
	credentials(): TestCredentials;
	/** What is sent before it is known how the call ends; may be nothing. */
	comesIn(call: PretendCall, address: string): VendorRequest[];
	/** What is sent when nobody took it, at least one request; in the usual order, but any order must do. */
	nobodyAnswered(call: PretendCall, address: string): VendorRequest[];
	/** What is sent when a person took it, in the usual order. */
	answered(call: PretendCall, address: string): VendorRequest[];
	/** Requests that somebody else could make: unsigned, signed by a stranger, changed on their way, sent elsewhere. */
	forged(call: PretendCall, address: string): Record<string, VendorRequest>;
	/** Where the vendor sends what happens on this line, if it can be told by software: all of it must be given back. */
	addresses?: (line: string) => Record<string, unknown>;
}

const CALLER = '+15125550123';

export function phoneTriggerContract(description: PhoneTriggerDescription): void {
	const temp = useTempStore();
	const rigs: TriggerRig[] = [];
	let index = 0;
	const call = (changes: Partial<PretendCall> = {}): PretendCall => ({ index: (index += 1), from: CALLER, to: MAIN_LINE, ...changes });

	function makeRig(credentials: TestCredentials = temp.credentials, same?: TriggerRig): TriggerRig {
		const { nodeType, parameters } = description;
		const all = { ...description.credentials(), ...credentials };
		const rig = new TriggerRig({ nodeType, parameters, credentials: all, onEmit: (emitted) => emitted.end() }, same);
		rigs.push(rig);
		return rig;
	}
	beforeEach(async () => void (await saveCompany(temp)));
	afterEach(async () => {
		for (const rig of rigs.splice(0)) await rig.shutDown();
	});

	const missed = (one: PretendCall, rig: TriggerRig, purpose: 'live' | 'test' = 'live') => {
		const address = rig.address(purpose);
		return [...description.comesIn(one, address), ...description.nobodyAnswered(one, address)];
	};
	async function send(rig: TriggerRig, requests: VendorRequest[], purpose: 'live' | 'test' = 'live') {
		const all = [];
		for (const request of requests) all.push(await rig.deliver(request, purpose));
		return all;
	}
	const statuses = (delivered: Array<{ status: number }>) => [...new Set(delivered.map(({ status }) => status))];
	const events = async (rig: TriggerRig): Promise<Record<StoredEvent['state'], number>> =>
		await (await temp.store()).events.countByState(rig.consumer);
	const waiting = async (rig: TriggerRig): Promise<MissedCallEvent[]> => {
		const { events: stored } = await temp.store();
		const now = Date.now();
		return (await stored.claim(rig.consumer, 'test', 10, now, now)).map(({ payload }) => payload as MissedCallEvent);
	};
	/** Calls that the published trigger would look after. */
	const undecided = async (rig: TriggerRig) =>
		await (await temp.store()).calls.listUndecided(rig.consumer, { open: Infinity, unclear: Infinity }, 5);
	const until = async (ready: () => boolean | Promise<boolean>) => {
		const deadline = Date.now() + 15_000;
		while (!(await ready())) {
			if (Date.now() > deadline) throw new Error('It did not happen within 15 seconds.');
			await new Promise((resolve) => setTimeout(resolve, 10));
		}
	};

	describe('a call that nobody took', () => {
		it('is one stored event with caller, line and property', async () => {
			const rig = makeRig();
			expect(statuses(await send(rig, missed(call(), rig)))).toEqual([200]);
			expect(await waiting(rig)).toEqual([
				expect.objectContaining({
					event: 'missed_call',
					portfolio: 'main',
					caller: expect.objectContaining({ e164: CALLER, withheld: false }),
					line: expect.objectContaining({ e164: MAIN_LINE, label: 'Gate sign' }),
					property: { key: 'maple-court', name: 'Maple Court' },
				}),
			]);
		});

		it('is one event, however often each request comes', async () => {
			const rig = makeRig();
			const requests = missed(call(), rig);
			expect(statuses(await send(rig, [...requests, ...requests, ...requests]))).toEqual([200]);
			expect(await events(rig)).toMatchObject({ waiting: 1 });
		});

		it('is one event, when the requests overtake one another', async () => {
			const rig = makeRig();
			expect(statuses(await send(rig, missed(call(), rig).reverse()))).toEqual([200]);
			expect(await events(rig)).toMatchObject({ waiting: 1 });
		});

		it('is one event, when all requests come at the same moment, and so is another call beside it', async () => {
			const rig = makeRig();
			const requests = [...missed(call(), rig), ...missed(call({ from: '+15125550124', to: CEDAR_LINE }), rig)];
			const delivered = await Promise.all([...requests, ...requests].map(async (request) => await rig.deliver(request)));
			expect(statuses(delivered)).toEqual([200]);
			expect((await waiting(rig)).map(({ line }) => line.e164).sort()).toEqual([MAIN_LINE, CEDAR_LINE].sort());
		});

		it('stays missed, when it is said afterwards that somebody took it', async () => {
			const rig = makeRig();
			const one = call();
			await send(rig, missed(one, rig));
			expect(statuses(await send(rig, description.answered(one, rig.address())))).toEqual([200]);
			expect(await events(rig)).toMatchObject({ waiting: 1 });
		});

		it('by a caller who hides the number is an event without a number', async () => {
			const rig = makeRig();
			expect(statuses(await send(rig, missed(call({ from: null }), rig)))).toEqual([200]);
			expect(await waiting(rig)).toMatchObject([{ caller: { e164: null, withheld: true } }]);
		});

		it('to a line that is not in the settings any more belongs to the company all the same', async () => {
			const rig = makeRig();
			expect(statuses(await send(rig, missed(call({ to: '+15125550177' }), rig)))).toEqual([200]);
			expect(await waiting(rig)).toMatchObject([{ portfolio: 'main', line: { e164: '+15125550177' }, property: null }]);
		});
	});

	describe('a call that a person took', () => {
		it('is no event', async () => {
			const rig = makeRig();
			const one = call();
			expect(
				statuses(await send(rig, [...description.comesIn(one, rig.address()), ...description.answered(one, rig.address())])),
			).toEqual([200]);
			expect(await events(rig)).toMatchObject({ waiting: 0 });
		});

		it('stays none, when late reports say that nobody did', async () => {
			const rig = makeRig();
			const one = call();
			await send(rig, [...description.comesIn(one, rig.address()), ...description.answered(one, rig.address())]);
			expect(statuses(await send(rig, missed(one, rig)))).toEqual([200]);
			expect(await events(rig)).toMatchObject({ waiting: 0 });
		});
	});

	it('refuses whatever is not proved to be the phone system, and remembers nothing of it', async () => {
		const rig = makeRig();
		const forged = description.forged(call(), rig.address());
		const answers = await Promise.all(
			Object.entries(forged).map(async ([name, request]) => [name, (await rig.deliver(request)).status] as const),
		);
		expect(Object.fromEntries(answers)).toEqual(Object.fromEntries(Object.keys(forged).map((name) => [name, 403])));
		expect(await events(rig)).toMatchObject({ waiting: 0 });
		expect(await undecided(rig)).toEqual([]);
	});

	describe('when its credential was deleted', () => {
		it('answers 503 to everything, genuine or not, and stores nothing; with the credential back it takes the repeat', async () => {
			const without = new TriggerRig({
				nodeType: description.nodeType,
				parameters: description.parameters,
				credentials: temp.credentials,
			});
			rigs.push(without);
			const one = call();
			const requests = missed(one, without);
			expect(statuses(await send(without, requests))).toEqual([503]);
			expect(statuses(await send(without, requests, 'test'))).toEqual([503]);
			const forged = Object.values(description.forged(one, without.address()));
			expect(statuses(await send(without, forged))).toEqual([503]);
			const [first] = await send(without, requests.slice(0, 1));
			expect(first?.body).not.toMatch(/\+?1?5125550110|<Dial|<Number/);
			const back = makeRig(temp.credentials, without);
			expect(await undecided(back)).toEqual([]);
			expect(statuses(await send(back, requests))).toEqual([200]);
			expect(await events(back)).toMatchObject({ waiting: 1 });
		});
	});

	describe('when the store cannot take it', () => {
		it('acknowledges nothing, and takes the repeat', async () => {
			const down = makeRig({ leasingStoreApi: { backend: 'sqlite', file: '/dev/null/not-a-folder/leasing.sqlite' } });
			const requests = missed(call(), down);
			expect(statuses(await send(down, requests))).toEqual([503]);
			const up = makeRig(temp.credentials, down);
			expect(statuses(await send(up, requests))).toEqual([200]);
			expect(await events(up)).toMatchObject({ waiting: 1 });
		});

		it('acknowledges nothing before a company is set up', async () => {
			const file = `${String(temp.credentials.leasingStoreApi?.file)}.empty`;
			const rig = makeRig({ leasingStoreApi: { backend: 'sqlite', file } });
			expect(statuses(await send(rig, missed(call(), rig)))).toEqual([503]);
		});

		it('waits for a store that is locked for a moment', async () => {
			const rig = makeRig();
			const one = call();
			const [first, ...rest] = description.nobodyAnswered(one, rig.address());
			if (!first) throw new Error('The system says nothing about a missed call.');
			await send(rig, description.comesIn(one, rig.address()));
			const waited = await whileLocked(temp, 200, async () => await rig.deliver(first));
			expect(statuses([waited, ...(await send(rig, rest))])).toEqual([200]);
			expect(await events(rig)).toMatchObject({ waiting: 1 });
		});
	});

	describe('the workflow', () => {
		it('runs once for it, and is done with it when the run has ended', async () => {
			const rig = makeRig();
			await rig.publish();
			await send(rig, missed(call(), rig));
			await until(async () => (await events(rig)).done === 1);
			expect(rig.emitted.map(({ json }) => json)).toEqual([expect.objectContaining({ event: 'missed_call' })]);
		});

		it('runs after a restart for what came in before, and not again after the next', async () => {
			const before = makeRig();
			await send(before, missed(call(), before));
			const after = makeRig(temp.credentials, before);
			await after.publish('init');
			await until(async () => (await events(after)).done === 1);
			await after.shutDown();
			const later = makeRig(temp.credentials, before);
			await later.publish('init');
			await send(later, missed(call({ from: '+15125550125' }), later));
			await until(async () => (await events(later)).done === 2);
			expect([after.emitted.length, later.emitted.length]).toEqual([1, 1]);
		});

		it('is not run by a call that the editor listens to: that one goes to the canvas', async () => {
			const rig = makeRig();
			await rig.publish();
			const items = (await send(rig, missed(call(), rig, 'test'), 'test')).flatMap((delivered) => delivered.items);
			expect(items).toEqual([expect.objectContaining({ event: 'missed_call', caller: expect.objectContaining({ e164: CALLER }) })]);
			await send(rig, description.comesIn(call(), rig.address('test')), 'test');
			expect(await undecided(rig)).toEqual([]);
			await send(rig, missed(call({ from: '+15125550126' }), rig));
			await until(async () => (await events(rig)).done === 1);
			expect(rig.emitted.map(({ json }) => json)).toEqual([
				expect.objectContaining({ caller: expect.objectContaining({ e164: '+15125550126' }) }),
			]);
		});
	});

	const { addresses } = description;
	if (!addresses) return;
	describe('the lines', () => {
		const lines = [MAIN_LINE, CEDAR_LINE];
		const all = () => lines.map((line) => addresses(line));

		it('lead to the published trigger, and afterwards where they led before', async () => {
			const before = all();
			const rig = makeRig();
			await rig.publish();
			for (const led of all()) expect(JSON.stringify(led)).toContain(rig.address());
			await rig.unpublish();
			expect(all()).toEqual(before);
		});

		it('lead to the editor while it listens over a published trigger, then to that trigger again, then where they led before', async () => {
			const before = all();
			const rig = makeRig();
			await rig.publish();
			const published = all();
			await rig.listen();
			expect(JSON.stringify(all())).toContain(rig.address('test'));
			await rig.stopListening();
			expect(all()).toEqual(published);
			await rig.unpublish();
			expect(all()).toEqual(before);
		});

		it('stay with a trigger that is published while its editor listens, also when the listening ends', async () => {
			const before = all();
			const rig = makeRig();
			await rig.listen();
			await rig.publish();
			const published = all();
			// What a trigger does at its start, sweeping included, asks the vendor; nothing tells when it has found that there is nothing to do.
			await new Promise((resolve) => setTimeout(resolve, 500));
			await rig.stopListening();
			expect(all()).toEqual(published);
			await rig.unpublish();
			expect(all()).toEqual(before);
		});

		it('are as they were after a restart, and given back what a dead editor has left', async () => {
			const before = all();
			const rig = makeRig();
			await rig.publish();
			const published = all();
			await rig.listen();
			await rig.shutDown();
			const again = makeRig(temp.credentials, rig);
			await again.publish('init');
			await until(() => JSON.stringify(all()) === JSON.stringify(published));
			await again.unpublish();
			expect(all()).toEqual(before);
		});

		it('are not taken from another published workflow, which is named', async () => {
			const rig = makeRig();
			await rig.publish();
			const [workflow = ''] = rig.consumer.split(':');
			await expect(makeRig().publish()).rejects.toThrow(workflow);
			await rig.unpublish();
		});
	});
}

/** Somebody else writes into the store, for so long or until the work is done. */
export async function whileLocked<T>({ credentials }: TempStore, milliseconds: number, work: () => Promise<T>): Promise<T> {
	const other = new DatabaseSync(String(credentials.leasingStoreApi?.file));
	other.exec('BEGIN IMMEDIATE');
	const release = setTimeout(() => other.exec('ROLLBACK'), milliseconds);
	try {
		return await work();
	} finally {
		clearTimeout(release);
		other.close();
	}
}
