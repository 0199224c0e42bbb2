import { UserMistake } from '../../leasing/userMistake';
import type { StoredLead, StoreFamilies } from '../../store/port';

/** A lead by its id, or by that of a lead that was merged into it. @throws UserMistake that says where a lead ID comes from */
export async function existingLead(store: Pick<StoreFamilies, 'leads'>, id: string): Promise<StoredLead> {
	const lead = await store.leads.get(id);
	if (lead) return lead;
	throw new UserMistake(
		`There is no lead with the ID "${id}".`,
		'Check the Lead ID: it starts with lead_ and comes from lead.id of Deduplicate Lead or from a search with this node. Also check that this node uses the same Leasing Store credential as the node that made the lead.',
	);
}
