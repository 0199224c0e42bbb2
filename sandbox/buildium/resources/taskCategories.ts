import * as z from 'zod/v4';
import { unusable } from '../refusal';
import * as body from '../rest/bodies';
import { create, list, one, readBody, rowInPath } from '../rest/operations';
import type { Account } from '../account';
import type { Fields } from '../contract';
import type { TaskCategoryRecord } from '../data/records';
import type { Operation } from '../rest/exchange';
import type { Resource } from '../rest/resource';

export const taskCategories: Resource<TaskCategoryRecord> = {
	scope: 'tasks',
	table: ({ tables }) => tables.taskCategories,
	events: { name: 'TaskCategory', ids: ({ id }) => ({ TaskCategoryId: id }) },
	view: ({ id, fields }) => ({ Id: id, ...fields }),
};

/** A category as a task names it. */
export function taskCategoryView({ tables, url }: Account, id: number, subId: number | null): Fields {
	const category = tables.taskCategories.row(id)?.fields;
	const sub = category?.SubCategories.find((candidate) => candidate.Id === subId);
	return { Id: id, Name: category?.Name ?? null, Href: `${url}/v1/tasks/categories/${id}`, SubCategory: sub ?? null };
}

/** @throws Refusal 422 unless both exist and belong together */
export function checkCategory({ tables }: Account, id: number | null, subId: number | null): void {
	const category = id === null ? null : tables.taskCategories.row(id);
	if (id !== null && category === null) throw unusable('CategoryId', `The CategoryId '${id}' does not exist.`);
	if (subId === null) return;
	if (category?.fields.SubCategories.some((sub) => sub.Id === subId) !== true) {
		throw unusable('SubCategoryId', `The SubCategoryId '${subId}' does not belong to the category.`);
	}
}

const Category = z.object({ Name: body.requiredText(100) });

export const taskCategoryOperations: Operation[] = [
	list('/v1/tasks/categories', taskCategories),
	one('/v1/tasks/categories/{taskCategoryId}', taskCategories),
	create('/v1/tasks/categories', taskCategories, Category, ({ Name }) => ({ Name, IsSystemCategory: false, SubCategories: [] })),
	{
		method: 'PUT',
		path: '/v1/tasks/categories/{taskCategoryId}',
		scope: 'tasks',
		handle: (exchange) => {
			const { account } = exchange;
			const before = rowInPath(exchange, taskCategories);
			if (before.fields.IsSystemCategory) throw unusable('Name', 'System categories cannot be changed.');
			const { Name } = readBody(Category, exchange);
			const row = account.tables.taskCategories.change(before.id, { Name }, account.now());
			account.fireForOwnWrite('TaskCategory.Updated', { TaskCategoryId: row.id });
			return { status: 200, body: taskCategories.view(row, account, true) };
		},
	},
];
