import type { INodeProperties } from 'n8n-workflow';

import { mergeTwo } from '../../../../office/leads/mergeTwo';
import { leadItem } from '../../../shared/items/leadItem';
import type { Operation } from '../../../shared/operations';
import { requiredText, textParameter } from '../../../shared/parameters';
import { systemClock } from '../../../shared/runtime';
import { leadIdField } from '../../fields';
import { settingsOf } from '../../itemSettings';
import { byField, noteField } from '../review/fields';

const otherLeadField: INodeProperties = {
	displayName: 'Other Lead ID',
	name: 'otherLeadId',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. lead_01KAJ8Z0T9',
	description: 'The lead that becomes a part of the first one',
};

export const merge: Operation = {
	name: 'Merge',
	value: 'merge',
	action: 'Merge two leads',
	description: 'Make two leads one: the first one stays, with everything of both; can be undone',
	properties: [{ ...leadIdField, description: 'The lead that stays' }, otherLeadField, byField, noteField],
	async execute({ node, index, store }) {
		const keptId = requiredText(node, 'leadId', 'Lead ID', index, 'Enter the ID of the lead that stays.');
		const mergedId = requiredText(node, 'otherLeadId', 'Other Lead ID', index, 'Enter the ID of the lead that becomes a part of it.');
		const by = requiredText(node, 'by', 'Decided By', index, 'Enter who decided it, for example a name from your team.');
		const note = textParameter(node, 'note', 'Note', index) || null;
		const { merge: done, lead } = await mergeTwo({ store, clock: systemClock }, { keptId, mergedId }, { by, note });
		return {
			mergeId: done.id,
			mergedLeadId: done.mergedId,
			lead: leadItem(lead, await settingsOf(store, lead.portfolio)),
		};
	},
};
