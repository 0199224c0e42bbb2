import type { Database, Sql } from '../../store/sql/executor';

/** What every driver must do, below the families. @param database the one of the running test; two tables in it are made anew */
export function driverContract(database: () => Database): void {
	beforeEach(async () => {
		await database().sql.script(
			'DROP TABLE IF EXISTS child; DROP TABLE IF EXISTS parent; CREATE TABLE parent (id TEXT NOT NULL PRIMARY KEY, note TEXT);',
		);
	});

	const put = async (on: Sql, id: string) => await on.run('INSERT INTO parent (id) VALUES ($1)', [id]);
	const ids = async () => (await database().sql.all<{ id: string }>('SELECT id FROM parent ORDER BY id')).map(({ id }) => id);

	it('takes a placeholder twice', async () => {
		await database().sql.run('INSERT INTO parent (id, note) VALUES ($2, $2), ($1, $2)', ['one', 'two']);
		expect(await database().sql.all('SELECT id, note FROM parent ORDER BY id')).toEqual([
			expect.objectContaining({ id: 'one', note: 'two' }),
			expect.objectContaining({ id: 'two', note: 'two' }),
		]);
	});

	it('tells how many rows were changed, and gives back what RETURNING says', async () => {
		await put(database().sql, 'a');
		await put(database().sql, 'b');
		expect(await database().sql.run("UPDATE parent SET note = 'x'")).toEqual({ changes: 2 });
		expect(await database().sql.run("DELETE FROM parent WHERE id = 'none'")).toEqual({ changes: 0 });
		expect(await database().sql.get("UPDATE parent SET note = 'y' WHERE id = 'a' RETURNING id, note")).toMatchObject({
			id: 'a',
			note: 'y',
		});
		expect(await database().sql.get("SELECT id FROM parent WHERE id = 'none'")).toBeNull();
		expect(await database().sql.get('SELECT COUNT(*) AS count FROM parent')).toMatchObject({ count: 2 });
	});

	it('refuses a call inside a transaction that goes past it, instead of waiting for ever', async () => {
		await expect(database().transaction(async () => await put(database().sql, 'past'))).rejects.toThrow('Use the `tx`');
		await expect(database().transaction(async () => await database().transaction(async () => undefined))).rejects.toThrow(
			'do not nest',
		);
		await expect(database().transaction(async (tx) => await tx.atomically(async () => await put(tx, 'past')))).rejects.toThrow(
			'Use the `tx`',
		);
		expect(await ids()).toEqual([]);
	});

	it('refuses what comes after the end of a transaction', async () => {
		let kept: Sql | undefined;
		await database().transaction(async (tx) => {
			kept = tx;
		});
		await expect(put(kept ?? database().sql, 'late')).rejects.toThrow('transaction is over');
		expect(await ids()).toEqual([]);
	});

	it('survives a function that throws at once', async () => {
		await expect(
			database().transaction(() => {
				throw new Error('at once');
			}),
		).rejects.toThrow('at once');
		await put(database().sql, 'next');
		expect(await ids()).toEqual(['next']);
	});

	it('undoes a step inside a transaction by itself', async () => {
		await database().transaction(async (tx) => {
			await put(tx, 'a');
			await tx
				.atomically(async (step) => {
					await put(step, 'b');
					await step.atomically(async (deeper) => await put(deeper, 'c'));
					throw new Error('undo');
				})
				.catch(() => undefined);
			await Promise.all([tx.atomically(async (step) => await put(step, 'd')), tx.atomically(async (step) => await put(step, 'e'))]);
		});
		expect(await ids()).toEqual(['a', 'd', 'e']);
	});

	it('takes a single write that fails back by itself, and what it read before is one step with it', async () => {
		await database().transaction(async (tx) => {
			await tx.oneWrite(async (step) => await put(step, 'a'));
			await expect(tx.oneWrite(async (step) => await put(step, 'a'))).rejects.toMatchObject({
				name: 'StoreError',
				code: 'constraint',
			});
			await tx.oneWrite(async (step) => await put(step, 'b'));
		});
		await expect(database().sql.oneWrite(async (step) => await put(step, 'a'))).rejects.toMatchObject({ code: 'constraint' });
		const undone = database().sql.oneWrite(async (step) => {
			await put(step, 'c');
			throw new Error('undo');
		});
		await expect(undone).rejects.toThrow('undo');
		expect(await ids()).toEqual(['a', 'b']);
	});

	it('rolls back when COMMIT itself fails, and works on', async () => {
		await database().sql.script('CREATE TABLE child (parent TEXT REFERENCES parent (id) DEFERRABLE INITIALLY DEFERRED)');
		const failing = database().transaction(async (tx) => {
			await put(tx, 'a');
			await tx.run('INSERT INTO child (parent) VALUES ($1)', ['nobody']);
		});
		await expect(failing).rejects.toMatchObject({ name: 'StoreError', code: 'constraint' });
		expect(await ids()).toEqual([]);
		await database().transaction(async (tx) => await put(tx, 'b'));
		expect(await ids()).toEqual(['b']);
	});
}
