import type { INodeProperties } from 'n8n-workflow';
import * as z from 'zod/v4';

import { BUILDIUM_LISTS, type BuildiumList } from '../../../../leasing/buildium/directory/lists';
import { DAY, MINUTE } from '../../../../leasing/time';
import { UserMistake } from '../../../../leasing/userMistake';
import { syncDirectory } from '../../../../office/directory/sync/syncDirectory';
import { savedPortfolio } from '../../../../office/portfolio/savedPortfolio';
import { portfolioProperty } from '../../../shared/description';
import { textParameter } from '../../../shared/parameters';
import { storeFor } from '../../../shared/store/storeFor';
import type { BuildiumOperation } from '../../call';
import { buildiumSource } from '../../directory/source';

const properties: INodeProperties[] = [
	portfolioProperty,
	{
		displayName: 'Lists',
		name: 'lists',
		type: 'multiOptions',
		options: BUILDIUM_LISTS.map(({ label, name }) => ({ name: label, value: name })).sort((a, b) => a.name.localeCompare(b.name)),
		default: [],
		description: 'What to copy into the store. Nothing chosen: all of it.',
	},
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		options: [
			{
				displayName: 'Read Everything Now',
				name: 'whole',
				type: 'boolean',
				default: false,
				description: 'Whether to read the lists from the beginning instead of only what changed',
			},
			{
				displayName: 'Read Everything Every (Days)',
				name: 'wholeEveryDays',
				type: 'number',
				typeOptions: { minValue: 1, maxValue: 300 },
				default: 7,
				description: 'What was deleted in Buildium is noticed only then. 100,000 residents take a minute or two.',
			},
			{
				displayName: 'Stop After (Minutes)',
				name: 'stopAfterMinutes',
				type: 'number',
				typeOptions: { minValue: 1, maxValue: 1440 },
				default: 55,
				description:
					'When to leave the rest to the next run, which goes on at the same page. Keep it below the pause between two runs.',
			},
		],
	},
];

const optionsSchema = z.object({
	whole: z.boolean().default(false),
	wholeEveryDays: z.number().min(1).max(300).default(7),
	stopAfterMinutes: z.number().min(1).max(1440).default(55),
});
const listsSchema = z.array(z.string());

/** Copies whom Buildium knows into the store, so that callers are recognized without asking Buildium. */
export const sync: BuildiumOperation = {
	name: 'Sync',
	value: 'sync',
	action: 'Sync the directory',
	description:
		'Copy residents, owners, vendors, staff, properties, units and listings into the store; after the first time only what changed',
	properties,
	async execute({ node, index, client, clock }) {
		const store = await storeFor(node);
		const { settings } = await savedPortfolio(store, textParameter(node, 'portfolio', 'Portfolio', index));
		const options = optionsSchema.safeParse(node.getNodeParameter('options', index, {}));
		if (!options.success)
			throw new UserMistake(
				'An option of Sync cannot be read.',
				'Days go from 1 to 300, minutes from 1 to 1440. Correct the options, or remove them.',
			);
		const lists = chosen(node.getNodeParameter('lists', index, []));
		const report = await syncDirectory({
			store,
			clock,
			settings,
			provider: 'buildium',
			sources: lists.map((list) => buildiumSource(client, list)),
			whole: options.data.whole,
			wholeEvery: options.data.wholeEveryDays * DAY,
			stopAfter: options.data.stopAfterMinutes * MINUTE,
		});
		return { ...report };
	},
};

/** In the order in which they are to be read, whatever the order of the choice. */
function chosen(lists: unknown): readonly BuildiumList[] {
	const parsed = listsSchema.safeParse(lists);
	const unknown = parsed.success ? parsed.data.filter((name) => !BUILDIUM_LISTS.some((list) => list.name === name)) : ['it is no list'];
	if (!parsed.success || unknown.length > 0) {
		throw new UserMistake(
			`Lists names something unknown: ${unknown.join(', ')}.`,
			`Choose among: ${BUILDIUM_LISTS.map(({ name }) => name).join(', ')}.`,
		);
	}
	return parsed.data.length === 0 ? BUILDIUM_LISTS : BUILDIUM_LISTS.filter(({ name }) => parsed.data.includes(name));
}
