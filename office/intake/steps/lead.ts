import { leadFromInquiry } from '../../../leasing/match/leadFromInquiry';
import type { StoredLead, StoreFamilies } from '../../../store/port';
import { filledFrom } from '../../matching/adopt';
import { BY_MATCHING, mergeLeads } from '../../matching/mergeLeads';
import type { Case } from '../case';
import type { Decided } from './decide';

/** The lead of the inquiry: a new one, the known one, or, where several turned out to be one renter, these made one. */
export async function leadOf(one: Case, { match, joined }: Decided): Promise<StoredLead | null> {
	const draft = leadFromInquiry(one.inquiry, one.settings, one.now, one.officeOpensAt);
	if (match.decision === 'new') return await one.tx.leads.create(draft);
	if (match.leadId === null) return null;
	const before = joined.length > 1 ? await join(one, joined, match.reasons) : await existing(one.tx, match.leadId);
	return await one.tx.leads.update(before.id, filledFrom(before, draft));
}

/** The oldest lead stands for all, whichever was found first. */
async function join({ tx, now: at }: Case, leadIds: readonly string[], reasons: Decided['match']['reasons']): Promise<StoredLead> {
	const leads: StoredLead[] = [];
	for (const id of leadIds) leads.push(await existing(tx, id));
	leads.sort((a, b) => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1));
	const [oldest, ...others] = leads;
	if (oldest === undefined) throw new Error('There are no leads to make one of.');
	let kept = oldest;
	for (const { id } of others) kept = (await mergeLeads(tx, { keptId: kept.id, mergedId: id, by: BY_MATCHING, reasons, at })).lead;
	return kept;
}

async function existing(tx: StoreFamilies, id: string): Promise<StoredLead> {
	const lead = await tx.leads.get(id);
	if (lead) return lead;
	throw new Error(`The lead ${id} is gone although a record points to it. Run this item again.`);
}
