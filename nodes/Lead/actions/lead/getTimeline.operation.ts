import type { INodeProperties } from 'n8n-workflow';

import { toIso } from '../../../../leasing/time';
import { existingLead } from '../../../../office/leads/existingLead';
import { storyOf } from '../../../../office/leads/story';
import type { TimelineEntry } from '../../../../store/port';
import { leadItem } from '../../../shared/items/leadItem';
import type { Operation } from '../../../shared/operations';
import { requiredText } from '../../../shared/parameters';
import { leadIdField } from '../../fields';
import { settingsOf } from '../../itemSettings';

const formatField: INodeProperties = {
	displayName: 'Give',
	name: 'format',
	type: 'options',
	options: [
		{ name: 'One Item per Entry', value: 'entries', description: 'For further steps of a workflow' },
		{ name: 'One Plain Text', value: 'story', description: 'For a person to read from top to bottom, in the time zone of the company' },
	],
	default: 'entries',
	description: 'In which form the timeline comes out',
};

export const getTimeline: Operation = {
	name: 'Get Timeline',
	value: 'getTimeline',
	action: 'Get the timeline of a lead',
	description: 'Read everything that happened and was decided about a lead, with reasons, oldest first',
	properties: [leadIdField, formatField],
	async execute({ node, index, store }) {
		const id = requiredText(node, 'leadId', 'Lead ID', index, 'Enter the ID of a lead, for example lead.id from Deduplicate Lead.');
		const lead = await existingLead(store, id);
		const entries = await store.timeline.ofLead(lead.id);
		if (node.getNodeParameter('format', index) !== 'story') return entries.map(entryItem);
		const timeZone = (await store.portfolios.get(lead.portfolio))?.settings.timeZone ?? 'UTC';
		const shown = leadItem(lead, await settingsOf(store, lead.portfolio));
		return {
			leadId: lead.id,
			name: shown.name,
			phone: shown.phone,
			phoneDisplay: shown.phoneDisplay,
			entries: entries.length,
			story: storyOf(entries, timeZone),
		};
	},
};

function entryItem({ id, at, kind, sentence, reasons, leadId, callId, data }: TimelineEntry) {
	return { id, at: toIso(at), kind, sentence, reasons, leadId, callId, data: data ?? null };
}
