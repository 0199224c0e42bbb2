import type { INodeProperties } from 'n8n-workflow';
import * as z from 'zod/v4';

import { LEAD_STATUSES } from '../../../../leasing/pipeline/status';
import { portfolioProperty } from '../../../shared/description';
import { knownSettings } from '../../../../office/directory/knownSettings';
import { findLeads } from '../../../../office/leads/findLeads';
import { UserMistake } from '../../../../leasing/userMistake';
import { leadItem } from '../../../shared/items/leadItem';
import type { Operation } from '../../../shared/operations';
import { countParameter, textParameter } from '../../../shared/parameters';
import { limitField } from '../../fields';

const properties: INodeProperties[] = [
	portfolioProperty,
	{
		displayName: 'Text',
		name: 'text',
		type: 'string',
		default: '',
		placeholder: 'e.g. Rivera or 512 555 0123',
		description:
			'Words of a name, e-mail address, message or note, or digits of a phone number. Every word must be there. Empty: all leads, newest first.',
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
				displayName: 'Owner',
				name: 'owner',
				type: 'string',
				default: '',
				description: 'Name of the person or team, exactly as on the lead',
			},
			{
				displayName: 'Property',
				name: 'property',
				type: 'string',
				default: '',
				description: 'Name or key of a property, as saved by the Portfolio node or copied from your property-management system',
			},
			{
				displayName: 'Status',
				name: 'status',
				type: 'options',
				options: [
					{ name: 'Applied', value: 'applied' },
					{ name: 'Contacted', value: 'contacted' },
					{ name: 'Leased', value: 'leased' },
					{ name: 'Lost', value: 'lost' },
					{ name: 'New', value: 'new' },
					{ name: 'Tour Booked', value: 'tour_booked' },
					{ name: 'Toured', value: 'toured' },
				],
				default: 'new',
				description: 'How far the lead has come',
			},
		],
	},
];

const filtersSchema = z.object({
	owner: z.string().trim().default(''),
	property: z.string().trim().default(''),
	status: z.enum(LEAD_STATUSES).optional(),
});

export const search: Operation = {
	name: 'Search',
	value: 'search',
	action: 'Search leads',
	description: 'Find leads by name, phone, e-mail or what they wrote, newest first',
	properties,
	async execute({ node, index, store }) {
		const settings = await knownSettings(store, textParameter(node, 'portfolio', 'Portfolio', index));
		const filters = filtersSchema.safeParse(node.getNodeParameter('filters', index, {}));
		if (!filters.success) {
			throw new UserMistake(
				'A filter cannot be read.',
				`Check the Filters: Status must be one of ${LEAD_STATUSES.join(', ')}; Owner and Property must be text.`,
			);
		}
		const { owner, property, status } = filters.data;
		const leads = await findLeads(store, settings, {
			text: textParameter(node, 'text', 'Text', index),
			limit: countParameter(node, 'limit', 'Limit', index),
			owner,
			property,
			status,
		});
		return leads.map((lead) => leadItem(lead, settings));
	},
};
