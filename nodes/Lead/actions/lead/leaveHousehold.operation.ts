import { leaveHousehold } from '../../../../office/leads/leaveHousehold';
import { leadItem } from '../../../shared/items/leadItem';
import type { Operation } from '../../../shared/operations';
import { requiredText, textParameter } from '../../../shared/parameters';
import { systemClock } from '../../../shared/runtime';
import { leadIdField } from '../../fields';
import { settingsOf } from '../../itemSettings';
import { byField, noteField } from '../review/fields';

export const leave: Operation = {
	name: 'Leave Household',
	value: 'leaveHousehold',
	action: 'Take a lead out of its household',
	description: 'Say that a lead does not rent together with the leads it is linked to',
	properties: [leadIdField, byField, noteField],
	async execute({ node, index, store }) {
		const id = requiredText(node, 'leadId', 'Lead ID', index, 'Enter the ID of a lead, for example lead.id from Deduplicate Lead.');
		const by = requiredText(node, 'by', 'Decided By', index, 'Enter who decided it, for example a name from your team.');
		const note = textParameter(node, 'note', 'Note', index) || null;
		const { lead, leftLeadIds } = await leaveHousehold({ store, clock: systemClock }, id, { by, note });
		return { ...leadItem(lead, await settingsOf(store, lead.portfolio)), leftLeadIds };
	},
};
