/** One kind of record: some made up when they are asked for, the rest added or changed since. */

export interface Row<T> {
	id: number;
	fields: T;
	/** Real or pretended ms since 1970, by the stand-in's clock. */
	createdAt: number;
	updatedAt: number;
}

/** Records that exist from the start. They are made anew at each look, so that a hundred thousand need no memory. */
export interface Seed<T> {
	count: number;
	idAt(index: number): number;
	/** Null when no seeded record has this id. */
	indexOf(id: number): number | null;
	make(index: number): Row<T>;
}

/** A seed whose ids have no gaps. */
export function seedFrom<T>(firstId: number, count: number, make: (index: number) => Omit<Row<T>, 'id'>): Seed<T> {
	return {
		count,
		idAt: (index) => firstId + index,
		indexOf: (id) => (id >= firstId && id < firstId + count ? id - firstId : null),
		make: (index) => ({ id: firstId + index, ...make(index) }),
	};
}

export function emptySeed<T>(): Seed<T> {
	const none = (): never => {
		throw new Error('There are no records from the start.');
	};
	return { count: 0, idAt: none, indexOf: () => null, make: none };
}

export class Table<T extends object> {
	/** Seeded records that are not as they were; null when removed. */
	private readonly changed = new Map<number, Row<T> | null>();
	private readonly added = new Map<number, Row<T>>();
	private removed = 0;
	private nextId: number;

	/** @param onWrite called after every change */
	constructor(
		private readonly seed: Seed<T>,
		firstFreeId: number,
		private readonly onWrite: () => void,
	) {
		this.nextId = firstFreeId;
	}

	get count(): number {
		return this.seed.count - this.removed + this.added.size;
	}

	row(id: number): Row<T> | null {
		const added = this.added.get(id);
		if (added !== undefined) return added;
		const changed = this.changed.get(id);
		if (changed !== undefined) return changed;
		const index = this.seed.indexOf(id);
		return index === null ? null : this.seed.make(index);
	}

	/** Oldest first. */
	*rows(): Generator<Row<T>> {
		for (const id of this.ids()) {
			const row = this.row(id);
			if (row !== null) yield row;
		}
	}

	*ids(): Generator<number> {
		for (let index = 0; index < this.seed.count; index += 1) {
			const id = this.seed.idAt(index);
			if (this.removed === 0 || this.changed.get(id) !== null) yield id;
		}
		yield* this.added.keys();
	}

	/** Rows by position, without making those before. */
	slice(offset: number, limit: number): Array<Row<T>> {
		if (this.removed > 0) return this.pick([...this.ids()].slice(offset, offset + limit));
		const ids: number[] = [];
		for (let index = offset; index < Math.min(offset + limit, this.seed.count); index += 1) ids.push(this.seed.idAt(index));
		const skipped = Math.max(0, offset - this.seed.count);
		return this.pick([...ids, ...[...this.added.keys()].slice(skipped, skipped + limit - ids.length)]);
	}

	pick(ids: number[]): Array<Row<T>> {
		return ids.map((id) => this.row(id)).filter((row) => row !== null);
	}

	/** Only what was added after the start. */
	addedRows(): Array<Row<T>> {
		return [...this.added.values()];
	}

	insert(fields: T, now: number, id = this.nextId): Row<T> {
		const row = { id, fields, createdAt: now, updatedAt: now };
		this.nextId = Math.max(this.nextId, id + 1);
		this.added.set(id, row);
		this.onWrite();
		return row;
	}

	/** @throws Error when there is no such record */
	change(id: number, fields: Partial<T>, now: number): Row<T> {
		const before = this.row(id);
		if (before === null) throw new Error(`There is no record ${id}.`);
		const row = { ...before, fields: { ...before.fields, ...fields }, updatedAt: now };
		(this.added.has(id) ? this.added : this.changed).set(id, row);
		this.onWrite();
		return row;
	}

	remove(id: number): void {
		if (this.row(id) === null) throw new Error(`There is no record ${id}.`);
		if (!this.added.delete(id)) {
			this.changed.set(id, null);
			this.removed += 1;
		}
		this.onWrite();
	}
}
