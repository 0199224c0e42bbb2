import type { Fields, Scope } from '../contract';
import type { Account } from '../account';
import type { Row, Table } from '../data/table';

/** One kind of record: where it is kept, how the API shows it, and which webhooks it has. */
export interface Resource<T extends object> {
	scope: Scope;
	table(account: Account): Table<T>;
	/** @param single true when the record was asked for by itself: some lists show less */
	view(row: Row<T>, account: Account, single: boolean): Fields;
	/** Start of the event names and the ids that they carry; kinds without webhooks have none. */
	events?: { name: string; ids(row: Row<T>): Fields };
	/** Only these records of the table belong to the resource. */
	only?(fields: T): boolean;
}

/** The row, when it exists and belongs to the resource. */
export function findRow<T extends object>(resource: Resource<T>, account: Account, id: number): Row<T> | null {
	const row = resource.table(account).row(id);
	return row !== null && (resource.only?.(row.fields) ?? true) ? row : null;
}

export function rowsOf<T extends object>(resource: Resource<T>, account: Account): Iterable<Row<T>> {
	const { only } = resource;
	const rows = resource.table(account).rows();
	return only === undefined ? rows : [...rows].filter(({ fields }) => only(fields));
}
