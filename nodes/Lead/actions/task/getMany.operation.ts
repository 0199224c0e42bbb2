import type { INodeProperties } from 'n8n-workflow';
import * as z from 'zod/v4';

import { TASK_KIND_NAMES, TASK_KINDS } from '../../../../leasing/task/kinds';
import { portfolioProperty } from '../../../shared/description';
import { UserMistake } from '../../../../leasing/userMistake';
import { taskItem } from '../../../shared/items/taskItem';
import type { Operation } from '../../../shared/operations';
import { countParameter, textParameter } from '../../../shared/parameters';
import { savedPortfolio } from '../../../../office/portfolio/savedPortfolio';
import { limitField } from '../../fields';

const properties: INodeProperties[] = [
	portfolioProperty,
	{
		displayName: 'State',
		name: 'state',
		type: 'options',
		options: [
			{ name: 'Done', value: 'done', description: 'Newest first' },
			{ name: 'Open', value: 'open', description: 'Most urgent first' },
		],
		default: 'open',
		description: 'Whether to read what is still to do or what was done',
	},
	limitField,
	{
		displayName: 'Filters',
		name: 'filters',
		type: 'collection',
		placeholder: 'Add Filter',
		default: {},
		options: [
			{
				displayName: 'Kind',
				name: 'kind',
				type: 'options',
				options: TASK_KINDS.map((value) => ({ name: TASK_KIND_NAMES[value], value })).sort((a, b) => a.name.localeCompare(b.name)),
				default: 'call_back',
				description: 'What has to be done',
			},
			{ displayName: 'Lead ID', name: 'leadId', type: 'string', default: '', description: 'Only tasks about this lead' },
			{
				displayName: 'Owner',
				name: 'owner',
				type: 'string',
				default: '',
				description: 'Name of the person or team, exactly as on the task',
			},
		],
	},
];

const filtersSchema = z.object({
	kind: z.enum(TASK_KINDS).optional(),
	leadId: z.string().trim().default(''),
	owner: z.string().trim().default(''),
});

export const getMany: Operation = {
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many tasks',
	description: 'List what people have to do, most urgent first',
	properties,
	async execute({ node, index, store }) {
		const { settings } = await savedPortfolio(store, textParameter(node, 'portfolio', 'Portfolio', index));
		const filters = filtersSchema.safeParse(node.getNodeParameter('filters', index, {}));
		if (!filters.success) {
			throw new UserMistake(
				'A filter cannot be read.',
				`Check the Filters: Kind must be one of ${TASK_KINDS.join(', ')}; Lead ID and Owner must be text.`,
			);
		}
		const { kind, leadId, owner } = filters.data;
		const tasks = await store.tasks.list({
			portfolio: settings.key,
			state: node.getNodeParameter('state', index) === 'done' ? 'done' : 'open',
			limit: countParameter(node, 'limit', 'Limit', index),
			...(kind ? { kind } : {}),
			...(leadId === '' ? {} : { leadId }),
			...(owner === '' ? {} : { owner }),
		});
		return tasks.map(taskItem);
	},
};
