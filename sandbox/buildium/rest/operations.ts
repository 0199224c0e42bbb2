import type * as z from 'zod/v4';
import { notFound, Refusal, unusable } from '../refusal';
import { findRow, type Resource } from './resource';
import type { Account } from '../account';
import type { Row } from '../data/table';
import type { Exchange, Operation } from './exchange';

export { list } from './list';

/** @returns the row of the id at `position` in the path. @throws Refusal 404 */
export function rowInPath<T extends object>(exchange: Exchange, resource: Resource<T>, position = 0): Row<T> {
	const row = findRow(resource, exchange.account, exchange.ids[position] ?? 0);
	if (row === null) throw notFound();
	return row;
}

/** One record. @param belongs for records below another one: whether it is really there */
export function one<T extends object>(
	path: string,
	resource: Resource<T>,
	belongs?: (row: Row<T>, exchange: Exchange) => boolean,
): Operation {
	return {
		method: 'GET',
		path,
		scope: resource.scope,
		handle: (exchange) => {
			const row = rowInPath(exchange, resource, exchange.ids.length - 1);
			if (belongs?.(row, exchange) === false) throw notFound();
			return { status: 200, body: resource.view(row, exchange.account, true) };
		},
	};
}

/** A POST that makes a record. It has no memory: the same request twice makes two. */
export function create<B extends z.ZodObject, T extends object>(
	path: string,
	resource: Resource<T>,
	body: B,
	make: (body: z.infer<B>, exchange: Exchange) => NoInfer<T>,
	after?: (row: Row<T>, body: z.infer<B>, exchange: Exchange) => void,
): Operation {
	return {
		method: 'POST',
		path,
		scope: resource.scope,
		handle: (exchange) => {
			const { account } = exchange;
			const given = readBody(body, exchange);
			const row = resource.table(account).insert(make(given, exchange), account.now());
			after?.(row, given, exchange);
			fire(account, resource, row, 'Created');
			return {
				status: 201,
				headers: { Location: `${account.url}${exchange.path}/${row.id}` },
				body: resource.view(row, account, true),
			};
		},
	};
}

/**
 * A PUT that replaces: what the body leaves out becomes empty.
 * @param make all writable fields, null for those that are not in the body
 */
export function replace<B extends z.ZodObject, T extends object>(
	path: string,
	resource: Resource<T>,
	body: B,
	make: (body: z.infer<B>, row: Row<T>, exchange: Exchange) => Partial<NoInfer<T>>,
	after?: (row: Row<T>, body: z.infer<B>, exchange: Exchange) => void,
): Operation {
	return {
		method: 'PUT',
		path,
		scope: resource.scope,
		handle: (exchange) => {
			const { account } = exchange;
			const before = rowInPath(exchange, resource, exchange.ids.length - 1);
			const given = readBody(body, exchange);
			const row = resource.table(account).change(before.id, make(given, before, exchange), account.now());
			after?.(row, given, exchange);
			fire(account, resource, row, 'Updated');
			return { status: 200, body: resource.view(row, account, true) };
		},
	};
}

export function fire<T extends object>(
	account: Account,
	{ events }: Resource<T>,
	row: Row<T>,
	what: 'Created' | 'Updated' | 'Deleted',
): void {
	if (events !== undefined) account.fireForOwnWrite(`${events.name}.${what}`, events.ids(row));
}

/** @throws Refusal 422 that names each field, or 400 when the body is no object at all */
export function readBody<B extends z.ZodObject>(schema: B, { body, account }: Exchange): z.infer<B> {
	const asked = account.habits.unknownBodyField === 'refuse' ? schema.strict() : schema;
	const result = asked.safeParse(body);
	if (result.success) return result.data as z.infer<B>;
	if (typeof body !== 'object' || body === null || Array.isArray(body)) throw new Refusal(400, 'The request body could not be read.');
	const errors = result.error.issues.map(({ path, message, ...issue }) => {
		const unknown = issue.code === 'unrecognized_keys' ? issue.keys.join(', ') : '';
		return { Key: [...path.map(String), unknown].filter((part) => part !== '').join('.'), Value: message };
	});
	throw new Refusal(422, 'The request data could not be used to fulfill the request.', errors);
}

/** @throws Refusal 422 when the id is given and nothing has it */
export function mustExist<T extends object>(resource: Resource<T>, account: Account, key: string, id: number | null): Row<T> | null {
	if (id === null) return null;
	const row = findRow(resource, account, id);
	if (row === null) throw unusable(key, `The ${key} '${id}' does not exist.`);
	return row;
}
