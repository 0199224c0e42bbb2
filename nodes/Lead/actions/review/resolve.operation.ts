import type { INodeProperties } from 'n8n-workflow';
import * as z from 'zod/v4';

import { isOfficeOpen } from '../../../../leasing/hours/officeHours';
import type { Store } from '../../../../store/port';
import { UserMistake } from '../../../../leasing/userMistake';
import { leadItem } from '../../../shared/items/leadItem';
import { resolveInquiry, resolveReview, type Resolution } from '../../../../office/matching/resolve';
import type { Operation } from '../../../shared/operations';
import { requiredText, textParameter } from '../../../shared/parameters';
import { systemClock } from '../../../shared/runtime';
import { savedPortfolio } from '../../../../office/portfolio/savedPortfolio';
import { existingLead } from '../../find';
import { reviewItem } from '../../reviewSides';
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
		if (id.startsWith('inquiry_'))
			return await inquiry(store, id, { answer: decision.data, by, note, leadId: textParameter(node, 'leadId', 'Lead ID', index) });
		return await pair(store, id, { answer: decision.data, by, note });
	},
};

async function pair(store: Store, id: string, { answer, by, note }: Pick<Resolution, 'answer' | 'by' | 'note'>): Promise<object> {
	const known = await store.reviews.get(id);
	if (!known) throw unknown('review', id, 'It starts with review_ and comes from Get Many of this node.');
	const { settings } = await savedPortfolio(store, known.portfolio);
	const at = systemClock.now();
	const { opensAt } = isOfficeOpen(at, settings);
	const resolved = await store.transaction(
		async (tx) => await resolveReview(tx, id, { answer, by, note, settings, at, officeOpensAt: opensAt }),
	);
	if (resolved === null)
		return { ...reviewItem((await store.reviews.get(id)) ?? known), alreadyResolved: true, leads: [], mergeId: null };
	return {
		...reviewItem(resolved.review),
		alreadyResolved: false,
		leads: resolved.leads.map((lead) => leadItem(lead, settings)),
		mergeId: resolved.mergeId,
	};
}

async function inquiry(
	store: Store,
	id: string,
	{ answer, by, note, leadId }: Pick<Resolution, 'answer' | 'by' | 'note'> & { leadId: string },
): Promise<object> {
	const stored = await store.inquiries.get(id);
	if (!stored)
		throw unknown(
			'inquiry',
			id,
			'It starts with inquiry_ and comes from one.inquiryId or other.inquiryId of Get Many, or from a task.',
		);
	if (answer === 'household')
		throw new UserMistake(
			'An inquiry alone cannot be a household.',
			'Choose Same Renter with a Lead ID, or Keep Apart, which makes a new lead.',
		);
	if (answer === 'merged' && leadId === '')
		throw new UserMistake('Lead ID is empty.', 'Enter whose inquiry it is, or choose Keep Apart, which makes a new lead.');
	const { settings } = await savedPortfolio(store, stored.inquiry.portfolio);
	const lead = answer === 'merged' ? await existingLead(store, leadId) : null;
	if (stored.leadId !== null) {
		const owner = await existingLead(store, stored.leadId);
		return { inquiryId: id, alreadyResolved: true, leads: [leadItem(owner, settings)], mergeId: null };
	}
	const at = systemClock.now();
	const { opensAt } = isOfficeOpen(at, settings);
	const adopted = await store.transaction(
		async (tx) => await resolveInquiry(tx, stored, { settings, leadId: lead?.id ?? null, by, note, at, officeOpensAt: opensAt }),
	);
	return { inquiryId: id, alreadyResolved: false, leads: [leadItem(adopted, settings)], mergeId: null };
}

function unknown(what: string, id: string, where: string): UserMistake {
	return new UserMistake(
		`There is no ${what} with the ID "${id}".`,
		`Check the Review ID: ${where} Also check that this node uses the same Leasing Store credential as Deduplicate Lead.`,
	);
}
