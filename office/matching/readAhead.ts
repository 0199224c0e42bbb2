import type { Inquiry } from '../../leasing/inquiry/inquiry';
import { sentKey } from '../../leasing/inquiry/sentKey';
import { identitiesOf } from '../../leasing/match/identities';
import { keysOf, isIdentityKey, type MatchKey } from '../../leasing/match/keys';
import { lookUpLimit } from '../../leasing/match/neighbourhood';
import type { StoreFamilies } from '../../store/port';
import { neighbourOf, type Neighbour } from './neighbourhood';

/** An inquiry that is about to be decided, and its people. */
export interface Coming {
	inquiry: Inquiry;
	people: readonly Neighbour[];
}

/**
 * Asks at once what deciding these inquiries will ask one after another; a batch of the store remembers the answers. What is not foreseen
 * here is asked for when it is needed.
 */
export async function readAhead(tx: StoreFamilies, coming: readonly Coming[]): Promise<void> {
	for (const [portfolio, some] of byPortfolio(coming)) await ofPortfolio(tx, portfolio, some);
}

async function ofPortfolio(tx: StoreFamilies, portfolio: string, coming: readonly Coming[]): Promise<void> {
	const recorded = new Set(
		(
			await tx.inquiries.find(
				portfolio,
				coming.map(({ inquiry }) => inquiry),
			)
		).map(({ inquiry }) => sentKey(inquiry)),
	);
	const unseen = coming.filter(({ inquiry }) => !recorded.has(sentKey(inquiry)));
	const holders = await tx.leads.findByIdentities(
		portfolio,
		unseen.flatMap(({ inquiry }) => identitiesOf(inquiry).identities),
	);
	const people = unseen.flatMap((one) => one.people);
	const near = await lookUp(tx, portfolio, people);
	await tx.leads.getMany([...holders.map(({ leadId }) => leadId), ...near.flatMap(({ leadId }) => leadId ?? [])]);
	// Who uses the same number or address is probably the same renter, and then that record's keys are looked up too.
	await lookUp(tx, portfolio, near);
}

/** @returns who has a number or an address of these people */
async function lookUp(tx: StoreFamilies, portfolio: string, people: readonly Neighbour[]): Promise<Neighbour[]> {
	const keys = new Set(people.flatMap(({ prepared }) => keysOf(prepared)));
	const hits = await tx.matching.findByKeys(
		portfolio,
		[...keys].map((key) => ({ key, most: lookUpLimit(key) })),
	);
	const ids = [...new Set(hits.flatMap(({ recordIds }) => recordIds))];
	const records = await tx.matching.get(ids);
	await tx.reviews.about(ids);
	const near = new Set(hits.filter(({ key }) => isIdentityKey(key as MatchKey)).flatMap(({ recordIds }) => recordIds));
	return records.filter(({ id }) => near.has(id)).map(neighbourOf);
}

function byPortfolio(coming: readonly Coming[]): Map<string, Coming[]> {
	const groups = new Map<string, Coming[]>();
	for (const one of coming) groups.set(one.inquiry.portfolio, [...(groups.get(one.inquiry.portfolio) ?? []), one]);
	return groups;
}
