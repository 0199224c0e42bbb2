import { leadItem } from '../../../shared/items/leadItem';
import { taskItem } from '../../../shared/items/taskItem';
import type { Operation } from '../../../shared/operations';
import { requiredText } from '../../../shared/parameters';
import { leadIdField } from '../../fields';
import { existingLead, settingsOf } from '../../find';

const MOST_TASKS = 100;

export const get: Operation = {
	name: 'Get',
	value: 'get',
	action: 'Get a lead',
	description: 'Read one lead with its identities and open tasks',
	properties: [leadIdField],
	async execute({ node, index, store }) {
		const id = requiredText(node, 'leadId', 'Lead ID', index, 'Enter the ID of a lead, for example lead.id from Deduplicate Lead.');
		const lead = await existingLead(store, id);
		const tasks = await store.tasks.list({ portfolio: lead.portfolio, leadId: lead.id, state: 'open', limit: MOST_TASKS });
		return {
			...leadItem(lead, await settingsOf(store, lead.portfolio)),
			identities: await store.leads.identities(lead.id),
			openTasks: tasks.map(taskItem),
		};
	},
};
