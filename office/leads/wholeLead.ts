import type { Identity } from '../../leasing/match/match';
import type { StoredLead, StoredMerge, StoredTask, StoreFamilies } from '../../store/port';
import { neighbourOf } from '../matching/neighbourhood';
import { existingLead } from './existingLead';

const MOST_TASKS = 100;

/** One lead with all that is kept about it, but for its timeline (see story.ts). */
export interface WholeLead {
	lead: StoredLead;
	identities: Identity[];
	/** Everybody who was named on the lead, as spelt: a couple that asked together is one lead. */
	people: string[];
	/** Leads that rent together with this one. */
	householdLeadIds: string[];
	merges: StoredMerge[];
	/** The most urgent first. */
	openTasks: StoredTask[];
}

/** @param id of the lead, or of one that was merged into it @throws UserMistake when there is none */
export async function wholeLead(store: StoreFamilies, id: string): Promise<WholeLead> {
	const lead = await existingLead(store, id);
	return {
		lead,
		identities: await store.leads.identities(lead.id),
		people: await peopleOf(store, lead.id),
		householdLeadIds: await store.households.others(lead.id),
		merges: await store.merges.ofLead(lead.id),
		openTasks: await store.tasks.list({ portfolio: lead.portfolio, leadId: lead.id, state: 'open', limit: MOST_TASKS }),
	};
}

async function peopleOf(store: StoreFamilies, leadId: string): Promise<string[]> {
	const records = await store.matching.ofLead(leadId);
	const names = records.map((row) => {
		const { firstName, lastName, fullName } = neighbourOf(row).record;
		return fullName ?? [firstName, lastName].filter((part) => part !== null).join(' ');
	});
	return [...new Set(names)].filter((name) => name !== '');
}
