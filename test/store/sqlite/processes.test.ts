import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

import { openStore } from '../../../store/openStore';
import type { Store } from '../../../store/port';
import { heldClock } from '../../helpers/clock';
import { countingIds } from '../../helpers/ids';
import { tempFolder } from '../../helpers/tempFolder';
import { newEvent, settings } from '../contract/builders';

const ROOT = join(__dirname, '..', '..', '..');

/** Starts child.ts and waits until it has opened the store. */
async function startChild(file: string, job: string, name: string) {
	const child = spawn(process.execPath, ['--import', 'tsx', join(__dirname, 'child.ts'), file, job, name], {
		cwd: ROOT,
		stdio: ['pipe', 'pipe', 'inherit'],
	});
	const ended = once(child, 'close');
	const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
	const nextLine = async () => ((await lines.next()).value as string | undefined) ?? '';
	expect(await nextLine()).toBe('ready');
	return {
		go: () => child.stdin.write('go\n'),
		nextLine,
		kill: () => child.kill('SIGKILL'),
		ended: async () => {
			await ended;
			return child.signalCode ?? child.exitCode;
		},
	};
}

describe('SQLite store in several processes', () => {
	const folders: ReturnType<typeof tempFolder>[] = [];
	const newFile = async () => {
		const folder = tempFolder();
		folders.push(folder);
		const file = folder.file('leasing.sqlite');
		await use(file, async (store) => await store.portfolios.save(settings()));
		return file;
	};
	const use = async <T>(file: string, work: (store: Store) => Promise<T>): Promise<T> => {
		const store = await openStore({ backend: 'sqlite', file }, { clock: heldClock(), ids: countingIds() });
		try {
			return await work(store);
		} finally {
			await store.close();
		}
	};
	afterAll(() => folders.forEach((folder) => folder.remove()));

	it('the same calls and renters in three processes: each event once, one lead, one task and one text per renter', async () => {
		const file = await newFile();
		await use(file, async (store) => {
			for (let call = 0; call < 40; call += 1) await store.events.record(newEvent({ key: `missed:${call}`, payload: call }));
		});
		const children = await Promise.all(['p1', 'p2', 'p3'].map(async (name) => await startChild(file, 'compete', name)));
		for (const child of children) child.go();
		const results = await Promise.all(
			children.map(async (child) => JSON.parse(await child.nextLine()) as { claimed: string[]; sent: string[] }),
		);
		expect(await Promise.all(children.map(async (child) => await child.ended()))).toEqual([0, 0, 0]);

		const claimed = results.flatMap((result) => result.claimed);
		expect(claimed).toHaveLength(40);
		expect(new Set(claimed).size).toBe(40);
		const sent = results.flatMap((result) => result.sent);
		expect(sent).toHaveLength(20);
		expect(new Set(sent).size).toBe(20);
		// It was a competition, not one process doing all.
		expect(results.filter((result) => result.claimed.length > 0).length).toBeGreaterThan(1);
		await use(file, async (store) => {
			expect(await store.leads.count('main')).toBe(20);
			expect(await store.tasks.list({ portfolio: 'main', limit: 99 })).toHaveLength(20);
			expect(await store.events.countByState('w1:n1')).toEqual({ waiting: 0, running: 0, done: 40, failed: 0 });
		});
	}, 60_000);

	it('kill -9 between two writes of a transaction leaves nothing of it', async () => {
		const file = await newFile();
		const child = await startChild(file, 'dieInside', 'p1');
		child.go();
		expect(await child.ended()).toBe('SIGKILL');
		await use(file, async (store) => {
			expect(await store.leads.count('main')).toBe(0);
			expect(await store.tasks.list({ portfolio: 'main', limit: 9 })).toEqual([]);
			await store.transaction(async (tx) => await tx.portfolios.save(settings({ brand: 'Still writable' })));
		});
	}, 60_000);

	it('kill -9 at some moment loses nothing that was answered, and leaves no half lead', async () => {
		const file = await newFile();
		const child = await startChild(file, 'writeOn', 'p1');
		child.go();
		const answered: string[] = [];
		while (answered.length < 25) answered.push(await child.nextLine());
		child.kill();
		for (let line = await child.nextLine(); /^lead_\w+$/.test(line); line = await child.nextLine()) answered.push(line);
		expect(await child.ended()).toBe('SIGKILL');

		await use(file, async (store) => {
			const leads = await store.leads.search({ portfolio: 'main', limit: 10_000 });
			expect(leads.map(({ id }) => id)).toEqual(expect.arrayContaining(answered));
			expect(leads.length - answered.length).toBeLessThanOrEqual(1);
			for (const { id } of leads) {
				expect(await store.leads.identities(id)).toHaveLength(1);
				expect(await store.tasks.list({ portfolio: 'main', leadId: id, limit: 9 })).toHaveLength(1);
			}
		});
	}, 60_000);
});
