import { toIso } from '../../../../leasing/time';
import { wholeLead } from '../../../../office/leads/wholeLead';
import type { StoredMerge } from '../../../../store/port';
import { leadItem } from '../../../shared/items/leadItem';
import { taskItem } from '../../../shared/items/taskItem';
import type { Operation } from '../../../shared/operations';
import { requiredText } from '../../../shared/parameters';
import { leadIdField } from '../../fields';
import { settingsOf } from '../../itemSettings';

export const get: Operation = {
	name: 'Get',
	value: 'get',
	action: 'Get a lead',
	description: 'Read one lead with its people, identities, household, merges and open tasks',
	properties: [leadIdField],
	async execute({ node, index, store }) {
		const id = requiredText(node, 'leadId', 'Lead ID', index, 'Enter the ID of a lead, for example lead.id from Deduplicate Lead.');
		const { lead, identities, people, householdLeadIds, merges, openTasks } = await wholeLead(store, id);
		return {
			...leadItem(lead, await settingsOf(store, lead.portfolio)),
			identities,
			people,
			householdLeadIds,
			merges: merges.map(mergeItem),
			openTasks: openTasks.map(taskItem),
		};
	},
};

function mergeItem({ id, keptId, mergedId, by, at, undoneAt, undoneBy }: StoredMerge) {
	return {
		id,
		keptLeadId: keptId,
		mergedLeadId: mergedId,
		by,
		at: toIso(at),
		undoneAt: undoneAt === null ? null : toIso(undoneAt),
		undoneBy,
	};
}
