/** What happens when somebody moves, deletes or replaces the file of a store that is in use. */
import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';

import { DAY } from '../../../leasing/time';
import { openStore } from '../../../store/openStore';
import type { Store } from '../../../store/port';
import { heldClock } from '../../helpers/clock';
import { countingIds } from '../../helpers/ids';
import { tempFolder } from '../../helpers/tempFolder';
import { company } from '../../nodes/shared/company';

describe('the file of a store in use', () => {
	let folder: ReturnType<typeof tempFolder>;
	let file: string;
	let store: Store;
	const clock = heldClock();
	const open = async (where: string) => await openStore({ backend: 'sqlite', file: where }, { clock, ids: countingIds() });

	beforeEach(async () => {
		folder = tempFolder();
		file = folder.file('leasing.sqlite');
		store = await open(file);
		await store.portfolios.save(company);
	});
	afterEach(async () => {
		await store.close();
		folder.remove();
	});

	const optOut = async (phone: string) =>
		await store.optOuts.record({
			portfolio: company.key,
			phone,
			action: 'out',
			via: 'staff',
			evidence: '',
			at: clock.now(),
		});
	const isOut = async (phone: string) => (await store.optOuts.current(company.key, phone)) !== null;
	/** As docs/store.md tells to make one. */
	const backUp = (to: string) => {
		const database = new DatabaseSync(file);
		database.exec(`VACUUM INTO '${to}'`);
		database.close();
	};
	const problems = () => {
		const database = new DatabaseSync(file, { readOnly: true });
		const found = database.prepare('PRAGMA integrity_check').all();
		database.close();
		return found;
	};

	test('a backup of it that is moved over it is gone on with, and the log of the old file does not damage it', async () => {
		await optOut('+15125550101');
		backUp(folder.file('backup'));
		for (let row = 0; row < 60; row++) await optOut(`+151255502${String(row).padStart(2, '0')}`);
		renameSync(folder.file('backup'), file);

		await optOut('+15125550301');
		expect([await isOut('+15125550101'), await isOut('+15125550230'), await isOut('+15125550301')]).toEqual([true, false, true]);
		expect(problems()).toEqual([{ integrity_check: 'ok' }]);
		// Nothing is thrown away: whoever needs what came after the backup finds it.
		expect(readdirSync(folder.path).filter((name) => /-wal-of-replaced-/.test(name))).toHaveLength(1);
	});

	test('once it is deleted nothing is stored, no empty file is made, and it goes on when the file is back', async () => {
		renameSync(file, folder.file('elsewhere'));
		await expect(optOut('+15125550102')).rejects.toMatchObject({ code: 'store_gone', message: expect.stringContaining('backup') });
		await expect(isOut('+15125550102')).rejects.toMatchObject({ code: 'store_gone' });
		expect(existsSync(file)).toBe(false);

		renameSync(folder.file('elsewhere'), file);
		await optOut('+15125550102');
		expect(await isOut('+15125550102')).toBe(true);
	});

	test('a transaction whose file is deleted meanwhile is not reported as kept', async () => {
		const working = store.transaction(async (tx) => {
			await tx.optOuts.record({
				portfolio: company.key,
				phone: '+15125550103',
				action: 'out',
				via: 'staff',
				evidence: '',
				at: clock.now(),
			});
			rmSync(file);
		});
		await expect(working).rejects.toMatchObject({ code: 'store_gone' });
	});

	test('the file of another store in its place gets nothing, and the right file heals it', async () => {
		const ids = countingIds();
		// So that it gets another id than ours.
		ids.next('skipped');
		const other = await openStore({ backend: 'sqlite', file: folder.file('other.sqlite') }, { clock, ids });
		await other.portfolios.save(company);
		await other.close();
		const before = statSync(folder.file('other.sqlite')).size;
		renameSync(file, folder.file('kept'));
		renameSync(folder.file('other.sqlite'), file);

		await expect(optOut('+15125550104')).rejects.toMatchObject({ code: 'store_replaced' });
		await expect(optOut('+15125550104')).rejects.toMatchObject({ code: 'store_replaced' });
		expect(statSync(file).size).toBe(before);

		renameSync(folder.file('kept'), file);
		await optOut('+15125550104');
		expect(await isOut('+15125550104')).toBe(true);
	});

	test('after a restart, too, no empty store takes the place of one that is gone', async () => {
		await store.close();
		rmSync(file);
		await expect(open(file)).rejects.toMatchObject({ code: 'store_gone', message: expect.stringContaining('-made') });
		writeFileSync(file, '');
		await expect(open(file)).rejects.toMatchObject({ code: 'store_gone', message: expect.stringContaining('is empty') });
		rmSync(file);
		expect(readdirSync(folder.path)).toEqual(['leasing.sqlite-made']);

		// Whoever means it says so.
		rmSync(`${file}-made`);
		clock.advance(DAY);
		store = await open(file);
		expect(await store.portfolios.list()).toEqual([]);
		expect(statSync(`${file}-made`).mode & 0o777).toBe(0o600);
	});

	test('a restored copy opens after a restart, whether or not the mark came along', async () => {
		await optOut('+15125550105');
		await store.close();
		copyFileSync(file, folder.file('copy.sqlite'));
		store = await open(folder.file('copy.sqlite'));
		expect(await isOut('+15125550105')).toBe(true);
	});

	test('a folder that cannot be made is refused at once', async () => {
		await expect(open('/proc/nope/deeper/leasing.sqlite')).rejects.toMatchObject({
			code: 'cannot_open',
			message: expect.stringContaining('write access'),
		});
	});

	test('a named pipe or a folder in its place is refused at once', async () => {
		execFileSync('mkfifo', [folder.file('pipe')]);
		mkdirSync(folder.file('folder'));
		await expect(open(folder.file('pipe'))).rejects.toMatchObject({
			code: 'cannot_open',
			message: expect.stringContaining(`such as ${folder.file('leasing.sqlite')}`),
		});
		await expect(open(folder.file('folder'))).rejects.toMatchObject({
			code: 'cannot_open',
			message: expect.stringContaining('is a folder'),
		});
	});
});
