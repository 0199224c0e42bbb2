import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import { portfolioProperty } from '../../../shared/description';
import { UserMistake } from '../../../../leasing/userMistake';
import { workItem } from '../../../shared/items/workItem';
import type { Operation } from '../../../shared/operations';
import { requiredText, textParameter, timeParameter } from '../../../shared/parameters';
import { systemClock } from '../../../shared/runtime';
import { savedPortfolio } from '../../../../office/portfolio/savedPortfolio';
import { addWork } from '../../../../office/work/addWork';

const properties: INodeProperties[] = [
	portfolioProperty,
	{
		displayName: 'Kind',
		name: 'kind',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. follow_up',
		description:
			'What has to be done, in a word of your own. The Leasing Work Trigger of the workflow that does it lists the same word.',
	},
	{
		displayName: 'Key',
		name: 'key',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. lead_01KAJ8Z0T3:day-2',
		description: 'Names this piece of work. The same kind and key is one piece of work for ever: adding it again changes nothing.',
	},
	{
		displayName: 'Due',
		name: 'dueAt',
		type: 'dateTime',
		default: '',
		description: 'When it has to be done; empty: now. A time without an offset is in the time zone of the company.',
	},
	{
		displayName: 'Payload',
		name: 'payload',
		type: 'json',
		default: '{}',
		description: 'What the workflow needs to know to do it, as JSON',
	},
];

export const add: Operation = {
	name: 'Add',
	value: 'add',
	action: 'Add work',
	description: 'Have a workflow of yours do something at a set time, once, and again if it fails',
	properties,
	async execute({ node, index, store }) {
		const { settings } = await savedPortfolio(store, textParameter(node, 'portfolio', 'Portfolio', index));
		const kind = requiredText(node, 'kind', 'Kind', index, 'Enter what has to be done in a word, for example follow_up.');
		const key = requiredText(
			node,
			'key',
			'Key',
			index,
			'Enter what makes this piece of work the only one of its kind, for example the ID of the lead and the step.',
		);
		const dueAt = timeParameter(node, 'dueAt', 'Due', index, settings.timeZone);
		const wish = { portfolio: settings.key, kind, key, payload: readPayload(node, index), dueAt };
		const { work, added } = await addWork({ store, clock: systemClock }, wish);
		return { ...workItem(work), added };
	},
};

function readPayload(node: IExecuteFunctions, index: number): unknown {
	const given = node.getNodeParameter('payload', index, '{}') as unknown;
	if (typeof given !== 'string') return given ?? {};
	if (given.trim() === '') return {};
	const parsed = parseJson(given);
	if ('value' in parsed) return parsed.value;
	throw new UserMistake(
		'Payload is not JSON.',
		`Correct it: ${parsed.problem}. In an expression, {{ $json }} alone gives the whole item.`,
	);
}

function parseJson(text: string): { value: unknown } | { problem: string } {
	try {
		return { value: JSON.parse(text) as unknown };
	} catch (thrown) {
		return { problem: thrown instanceof Error ? thrown.message : String(thrown) };
	}
}
