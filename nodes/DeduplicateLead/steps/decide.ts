import type { Inquiry } from '../../../leasing/inquiry/inquiry';
import { decideMatch } from '../../../leasing/match/decide';
import { identitiesOf } from '../../../leasing/match/identities';
import type { Identity, MatchDecision } from '../../../leasing/match/match';
import type { StoredLead, StoreFamilies } from '../../../store/port';

/** Looks up what identifies the contact and decides; what may not identify anybody is among the reasons. */
export async function decide(tx: StoreFamilies, inquiry: Inquiry): Promise<{ match: MatchDecision; identities: Identity[] }> {
	const { identities, refused } = identitiesOf(inquiry);
	const hits = await tx.leads.findByIdentities(inquiry.portfolio, identities);
	const leads: StoredLead[] = [];
	for (const id of new Set(hits.map(({ leadId }) => leadId))) {
		const lead = await tx.leads.get(id);
		if (lead) leads.push(lead);
	}
	const match = decideMatch(inquiry, identities, hits, leads);
	return { match: { ...match, reasons: [...match.reasons, ...refused] }, identities };
}
