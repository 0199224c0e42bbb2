import type { INodeProperties } from 'n8n-workflow';
import * as z from 'zod/v4';

import { knownNumbers } from '../../../../leasing/portfolio/knownNumbers';
import { DAY, MINUTE, toIso } from '../../../../leasing/time';
import { portfolioProperty } from '../../../shared/description';
import { UserMistake } from '../../../../leasing/userMistake';
import { textParameter } from '../../../shared/parameters';
import { savedPortfolio } from '../../../../office/portfolio/savedPortfolio';
import { storeFor } from '../../../shared/store/storeFor';
import type { BuildiumOperation } from '../../call';
import { SYNC_RESOURCES } from '../../directory/resources';
import { syncResource, type ResourceReport } from '../../directory/sync';

const properties: INodeProperties[] = [
	portfolioProperty,
	{
		displayName: 'Lists',
		name: 'lists',
		type: 'multiOptions',
		options: SYNC_RESOURCES.map(({ label, name }) => ({ name: label, value: name })).sort((a, b) => a.name.localeCompare(b.name)),
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
		const began = clock.now();
		const resources: ResourceReport[] = [];
		for (const resource of chosen(node.getNodeParameter('lists', index, []))) {
			resources.push(
				await syncResource(resource, {
					client,
					store,
					clock,
					of: { portfolio: settings.key, provider: 'buildium' },
					read: { country: settings.country, known: knownNumbers(settings) },
					whole: options.data.whole,
					wholeEvery: options.data.wholeEveryDays * DAY,
					stopAt: began + options.data.stopAfterMinutes * MINUTE,
				}),
			);
		}
		return {
			portfolio: settings.key,
			complete: resources.every(({ state }) => state === 'done'),
			startedAt: toIso(began),
			seconds: Math.round((clock.now() - began) / 100) / 10,
			resources,
			directory: await store.directory.counts({ portfolio: settings.key, provider: 'buildium' }),
		};
	},
};

/** In the order in which they are to be read, whatever the order of the choice. */
function chosen(lists: unknown) {
	const parsed = listsSchema.safeParse(lists);
	const unknown = parsed.success
		? parsed.data.filter((name) => !SYNC_RESOURCES.some((resource) => resource.name === name))
		: ['it is no list'];
	if (!parsed.success || unknown.length > 0) {
		throw new UserMistake(
			`Lists names something unknown: ${unknown.join(', ')}.`,
			`Choose among: ${SYNC_RESOURCES.map(({ name }) => name).join(', ')}.`,
		);
	}
	return parsed.data.length === 0 ? SYNC_RESOURCES : SYNC_RESOURCES.filter(({ name }) => parsed.data.includes(name));
}
