import type { INodeProperties } from 'n8n-workflow';
import * as z from 'zod/v4';

import { UserMistake } from '../../../../leasing/userMistake';
import { leadItem } from '../../../shared/items/leadItem';
import { resolvePair } from '../../../../office/reviews/resolvePair';
import { resolveWaiting } from '../../../../office/reviews/resolveWaiting';
import type { Operation } from '../../../shared/operations';
import { requiredText, textParameter } from '../../../shared/parameters';
import { systemClock } from '../../../shared/runtime';
import { reviewItem } from '../../reviewItem';
import { byField, noteField, reviewIdField } from './fields';

const properties: INodeProperties[] = [
	reviewIdField,
	{
		displayName: 'Decision',
		name: 'decision',
		type: 'options',
		options: [
			{ name: 'Household', value: 'household', description: 'Two people who rent together: two leads, linked' },
			{ name: 'Keep Apart', value: 'apart', description: 'Two renters: two leads, and nobody is asked again' },
			{ name: 'Same Renter', value: 'merged', description: 'One lead; can be undone with Undo Merge' },
		],
		default: 'merged',
		description: 'Who the two are',
	},
	byField,
	noteField,
	{
		displayName: 'Lead ID',
		name: 'leadId',
		type: 'string',
		default: '',
		placeholder: 'e.g. lead_01KAJ8Z0T3',
		description: 'Only for an inquiry without a candidate and Same Renter: whose inquiry it is',
	},
];

const decisionSchema = z.enum(['merged', 'household', 'apart']);

export const resolve: Operation = {
	name: 'Resolve',
	value: 'resolve',
	action: 'Resolve a review',
	description: 'Decide that two are one renter, one household, or two renters',
	properties,
	async execute({ node, index, store }) {
		const id = requiredText(node, 'reviewId', 'Review ID', index, 'Enter the ID of a review, for example from Get Many.');
		const by = requiredText(node, 'by', 'Decided By', index, 'Enter who decided it, for example a name from your team.');
		const note = textParameter(node, 'note', 'Note', index) || null;
		const decision = decisionSchema.safeParse(node.getNodeParameter('decision', index));
		if (!decision.success)
			throw new UserMistake(
				'Decision cannot be read.',
				`Choose one of the list; an expression must give one of: ${decisionSchema.options.join(', ')}.`,
			);
		const decided = { answer: decision.data, by, note };
		const office = { store, clock: systemClock };
		if (id.startsWith('inquiry_')) {
			const leadId = textParameter(node, 'leadId', 'Lead ID', index) || null;
			const { lead, settings, alreadyResolved } = await resolveWaiting(office, id, { ...decided, leadId });
			return { inquiryId: id, alreadyResolved, leads: [leadItem(lead, settings)], mergeId: null };
		}
		const { review, settings, alreadyResolved, leads, mergeId } = await resolvePair(office, id, decided);
		return { ...reviewItem(review), alreadyResolved, leads: leads.map((lead) => leadItem(lead, settings)), mergeId };
	},
};
