import { toIso } from '../../../../leasing/time';
import type { StoredMerge, StoreFamilies } from '../../../../store/port';
import { leadItem } from '../../../shared/items/leadItem';
import { taskItem } from '../../../shared/items/taskItem';
import { neighbourOf } from '../../../../office/matching/neighbourhood';
import type { Operation } from '../../../shared/operations';
import { requiredText } from '../../../shared/parameters';
import { leadIdField } from '../../fields';
import { existingLead, settingsOf } from '../../find';

const MOST_TASKS = 100;

export const get: Operation = {
	name: 'Get',
	value: 'get',
	action: 'Get a lead',
	description: 'Read one lead with its people, identities, household, merges and open tasks',
	properties: [leadIdField],
	async execute({ node, index, store }) {
		const id = requiredText(node, 'leadId', 'Lead ID', index, 'Enter the ID of a lead, for example lead.id from Deduplicate Lead.');
		const lead = await existingLead(store, id);
		const tasks = await store.tasks.list({ portfolio: lead.portfolio, leadId: lead.id, state: 'open', limit: MOST_TASKS });
		return {
			...leadItem(lead, await settingsOf(store, lead.portfolio)),
			identities: await store.leads.identities(lead.id),
			people: await peopleOf(store, lead.id),
			householdLeadIds: await store.households.others(lead.id),
			merges: (await store.merges.ofLead(lead.id)).map(mergeItem),
			openTasks: tasks.map(taskItem),
		};
	},
};

/** Everybody who was named on the lead: a couple that asked together is one lead. Spellings stand as they came. */
async function peopleOf(store: StoreFamilies, leadId: string): Promise<string[]> {
	const records = await store.matching.ofLead(leadId);
	const names = records.map((row) => {
		const { firstName, lastName, fullName } = neighbourOf(row).record;
		return fullName ?? [firstName, lastName].filter((part) => part !== null).join(' ');
	});
	return [...new Set(names)].filter((name) => name !== '');
}

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
