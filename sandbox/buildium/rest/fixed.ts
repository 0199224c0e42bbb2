import { notFound } from '../refusal';
import { readOrder, readPage, sorted } from './paging';
import type { Fields, Scope } from '../contract';
import type { Operation } from './exchange';

type Item = Fields & { Id: number };

/** A short list that never changes, such as categories, and its single records. @param name of the id in the path */
export function fixed(path: string, name: string, scope: Scope, items: Item[]): Operation[] {
	return [
		{
			method: 'GET',
			path,
			scope,
			handle: ({ query, account }) => {
				const { offset, limit } = readPage(query, account.habits);
				const keys = readOrder(query);
				const all = keys.length === 0 ? items : sorted(items, keys, (item) => item);
				return { status: 200, headers: { 'X-Total-Count': String(all.length) }, body: all.slice(offset, offset + limit) };
			},
		},
		{
			method: 'GET',
			path: `${path}/{${name}}`,
			scope,
			handle: ({ ids: [id] }) => {
				const item = items.find((candidate) => candidate.Id === id);
				if (item === undefined) throw notFound();
				return { status: 200, body: item };
			},
		},
	];
}
