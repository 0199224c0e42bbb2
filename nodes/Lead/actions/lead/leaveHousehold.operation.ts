import { leadItem } from '../../../shared/items/leadItem';
import type { Operation } from '../../../shared/operations';
import { requiredText, textParameter } from '../../../shared/parameters';
import { reason } from '../../../../leasing/reason';
import { systemClock } from '../../../shared/runtime';
import { leadIdField } from '../../fields';
import { existingLead, settingsOf } from '../../find';
import { byField, noteField } from '../review/fields';

export const leaveHousehold: Operation = {
	name: 'Leave Household',
	value: 'leaveHousehold',
	action: 'Take a lead out of its household',
	description: 'Say that a lead does not rent together with the leads it is linked to',
	properties: [leadIdField, byField, noteField],
	async execute({ node, index, store }) {
		const id = requiredText(node, 'leadId', 'Lead ID', index, 'Enter the ID of a lead, for example lead.id from Deduplicate Lead.');
		const by = requiredText(node, 'by', 'Decided By', index, 'Enter who decided it, for example a name from your team.');
		const note = textParameter(node, 'note', 'Note', index);
		const lead = await existingLead(store, id);
		const left = await store.transaction(async (tx) => {
			const others = await tx.households.others(lead.id);
			if (!(await tx.households.leave(lead.id))) return [];
			const reasons = note === '' ? [] : [reason('note', note)];
			const sentence = `${by} took this lead out of its household.`;
			await tx.timeline.add({
				portfolio: lead.portfolio,
				leadId: lead.id,
				callId: null,
				at: systemClock.now(),
				kind: 'household',
				sentence,
				reasons,
			});
			return others;
		});
		return { ...leadItem(lead, await settingsOf(store, lead.portfolio)), leftLeadIds: left };
	},
};
