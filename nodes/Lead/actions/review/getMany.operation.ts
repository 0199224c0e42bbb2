import type { INodeProperties } from 'n8n-workflow';

import { REVIEW_STATES, type ReviewState } from '../../../../store/port';
import { portfolioProperty } from '../../../shared/description';
import { UserMistake } from '../../../../leasing/userMistake';
import type { Operation } from '../../../shared/operations';
import { countParameter, textParameter } from '../../../shared/parameters';
import { savedPortfolio } from '../../../../office/portfolio/savedPortfolio';
import { reviewSides } from '../../../../office/reviews/sides';
import { limitField } from '../../fields';
import { reviewItem, sideItem } from '../../reviewItem';

const properties: INodeProperties[] = [
	portfolioProperty,
	{
		displayName: 'State',
		name: 'reviewState',
		type: 'options',
		options: [
			{ name: 'Household', value: 'household', description: 'Two people who rent together' },
			{ name: 'Kept Apart', value: 'apart', description: 'Two renters; never asked again' },
			{ name: 'Open', value: 'open', description: 'Nobody has decided yet, oldest first' },
			{ name: 'Same Renter', value: 'merged' },
		],
		default: 'open',
		description: 'Which reviews to read',
	},
	limitField,
];

export const getMany: Operation = {
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many reviews',
	description: 'List pairs of which a person must decide whether they are one renter, with the reasons and both timelines',
	properties,
	async execute({ node, index, store }) {
		const { settings } = await savedPortfolio(store, textParameter(node, 'portfolio', 'Portfolio', index));
		const reviews = await store.reviews.list({
			portfolio: settings.key,
			state: readState(node.getNodeParameter('reviewState', index)),
			limit: countParameter(node, 'limit', 'Limit', index),
		});
		const items: object[] = [];
		for (const review of reviews) {
			const sides = await reviewSides(store, review);
			if (sides === null) continue;
			items.push({
				...reviewItem(review),
				one: sideItem(sides.one, settings, settings.timeZone),
				other: sideItem(sides.other, settings, settings.timeZone),
			});
		}
		return items;
	},
};

function readState(value: unknown): ReviewState {
	const state = REVIEW_STATES.find((known) => known === value);
	if (state !== undefined) return state;
	throw new UserMistake('State cannot be read.', `Choose one of the list; an expression must give one of: ${REVIEW_STATES.join(', ')}.`);
}
