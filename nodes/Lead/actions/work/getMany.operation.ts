import type { INodeProperties } from 'n8n-workflow';

import type { StoredWork } from '../../../../store/port';
import { portfolioProperty } from '../../../shared/description';
import { UserMistake } from '../../../../leasing/userMistake';
import { workItem } from '../../../shared/items/workItem';
import type { Operation } from '../../../shared/operations';
import { countParameter, textParameter } from '../../../shared/parameters';
import { savedPortfolio } from '../../../../office/portfolio/savedPortfolio';
import { limitField } from '../../fields';

const STATES = new Map<string, StoredWork['state'] | undefined>([
	['any', undefined],
	['cancelled', 'cancelled'],
	['done', 'done'],
	['failed', 'failed'],
	['running', 'claimed'],
	['waiting', 'waiting'],
]);

const properties: INodeProperties[] = [
	{
		...portfolioProperty,
		required: false,
		description:
			'Key of the company settings saved by the Portfolio node. Empty: the work of all companies, and work that belongs to none.',
	},
	{
		displayName: 'State',
		name: 'state',
		type: 'options',
		options: [
			{ name: 'Any', value: 'any' },
			{ name: 'Cancelled', value: 'cancelled' },
			{ name: 'Done', value: 'done' },
			{ name: 'Failed', value: 'failed', description: 'Given up after the last attempt; Retry puts it back' },
			{ name: 'Running', value: 'running', description: 'A workflow is doing it right now' },
			{ name: 'Waiting', value: 'waiting', description: 'Not due yet, or waiting for a workflow that takes its kind' },
		],
		default: 'failed',
		description: 'How far the work has come',
	},
	{
		displayName: 'Kind',
		name: 'kind',
		type: 'string',
		default: '',
		placeholder: 'e.g. follow_up',
		description: 'Only work of this kind. Empty: every kind.',
	},
	limitField,
];

export const getMany: Operation = {
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many work items',
	description: 'List work, earliest due first',
	properties,
	async execute({ node, index, store }) {
		const key = textParameter(node, 'portfolio', 'Portfolio', index);
		if (key !== '') await savedPortfolio(store, key);
		const named = textParameter(node, 'state', 'State', index);
		if (!STATES.has(named)) {
			throw new UserMistake(`There is no state "${named}".`, `Enter one of these under State: ${[...STATES.keys()].join(', ')}.`);
		}
		const state = STATES.get(named);
		const kind = textParameter(node, 'kind', 'Kind', index);
		const found = await store.work.list({
			limit: countParameter(node, 'limit', 'Limit', index),
			...(key === '' ? {} : { portfolio: key }),
			...(state ? { state } : {}),
			...(kind === '' ? {} : { kind }),
		});
		return found.map(workItem);
	},
};
