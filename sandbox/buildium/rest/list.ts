import { testsOf, type Filters, type Test } from './filters';
import { idOrder, readOrder, readPage, sorted, type Page } from './paging';
import type { Exchange, Operation, Reply } from './exchange';
import type { Resource } from './resource';
import { rowsOf } from './resource';
import type { Row } from '../data/table';

/** Id lists of the last few questions, so that the pages of one question do not search all records again. */
interface Remembered {
	version: number;
	ids: number[];
}
const REMEMBERED_QUESTIONS = 8;
const remembered = new WeakMap<object, Map<string, Remembered>>();

interface ListOptions<T extends object> {
	filters?: Filters<T>;
	/** For lists below another record: only its own rows. @throws Refusal 404 when there is no such record */
	within?(exchange: Exchange): Test<T>;
	/** Where Buildium declares no total. */
	noTotal?: true;
}

/** A list with filters, order and paging: a bare array, with the total in a header. */
export function list<T extends object>(path: string, resource: Resource<T>, options: ListOptions<T> = {}): Operation {
	return {
		method: 'GET',
		path,
		scope: resource.scope,
		handle: (exchange) => answerList(exchange, resource, options),
	};
}

function answerList<T extends object>(exchange: Exchange, resource: Resource<T>, { filters, within, noTotal }: ListOptions<T>): Reply {
	const { account, query } = exchange;
	const page = readPage(query, account.habits);
	const tests = filters === undefined ? [] : testsOf(query, filters, account);
	if (within !== undefined) tests.unshift(within(exchange));
	const { rows, total } = find(exchange, resource, tests, page);
	return {
		status: 200,
		...(noTotal === true ? {} : { headers: { 'X-Total-Count': String(total) } }),
		body: rows.map((row) => resource.view(row, account, false)),
	};
}

function find<T extends object>(
	exchange: Exchange,
	resource: Resource<T>,
	tests: Array<Test<T>>,
	page: Page,
): { rows: Array<Row<T>>; total: number } {
	const { account, query } = exchange;
	const table = resource.table(account);
	const keys = readOrder(query);
	const byId = idOrder(keys);
	if (tests.length === 0 && resource.only === undefined && byId !== null) {
		const total = table.count;
		if (byId === 'up') return { rows: table.slice(page.offset, page.limit), total };
		const end = Math.max(0, total - page.offset);
		const start = Math.max(0, end - page.limit);
		return { rows: table.slice(start, end - start).reverse(), total };
	}
	const ids = remember(exchange, () => {
		const found: Array<Row<T>> = [];
		const foundIds: number[] = [];
		for (const row of rowsOf(resource, account)) {
			if (!tests.every((test) => test(row))) continue;
			if (byId === null) found.push(row);
			else foundIds.push(row.id);
		}
		if (byId === 'down') foundIds.reverse();
		return byId === null ? sorted(found, keys, (row) => resource.view(row, account, false)).map(({ id }) => id) : foundIds;
	});
	return { rows: table.pick(ids.slice(page.offset, page.offset + page.limit)), total: ids.length };
}

function remember({ account, path, query }: Exchange, search: () => number[]): number[] {
	const question = new URLSearchParams(query);
	question.delete('limit');
	question.delete('offset');
	const key = `${path}?${question.toString()}&${JSON.stringify(account.habits)}`;
	const known = remembered.get(account) ?? new Map<string, Remembered>();
	remembered.set(account, known);
	const before = known.get(key);
	if (before?.version === account.version) return before.ids;
	const ids = search();
	known.delete(key);
	known.set(key, { version: account.version, ids });
	const [oldest] = known.keys();
	if (known.size > REMEMBERED_QUESTIONS && oldest !== undefined) known.delete(oldest);
	return ids;
}
