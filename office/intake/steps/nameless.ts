import { isNameless, ownKeys } from '../../../leasing/match/nameless';
import { reason, type Reason } from '../../../leasing/reason';
import type { StoreFamilies } from '../../../store/port';
import type { Gathered, MatchRules, Neighbour } from '../../matching/neighbourhood';
import { distinct, type Found } from './person';

export interface Attributed {
	/** The lead that the contact goes to; null: a person decides. */
	leadId: string | null;
	candidates: string[];
	reasons: Reason[];
}

/**
 * Where a contact without a name goes when several people use its number: to their household, if they are one, and there to the
 * lead that had the number first. Otherwise a person decides.
 * @param holderOf the leads that the contact's identities point to
 * @returns null when this is no such contact
 */
export async function attributeNameless(
	tx: StoreFamilies,
	gathered: Gathered,
	found: Found,
	holderOf: readonly string[],
	fields: MatchRules['fields'],
): Promise<Attributed | null> {
	const { person, leadIds } = found;
	if (!isNameless(person.prepared) || leadIds.length > 0 || found.waiting.length > 0) return null;
	const keys = ownKeys(person.prepared, fields);
	const users = keys.flatMap((key) => gathered.holders(key) ?? []).filter(({ stored }: Neighbour) => stored);
	const leads = distinct(users.flatMap(({ leadId }) => leadId ?? []));
	if (leads.length === 0) {
		const crowded = keys.some((key) => gathered.holders(key) === null);
		return crowded ? { leadId: null, candidates: distinct(holderOf), reasons: [COMMON] } : null;
	}
	const [first] = holderOf.filter((holder) => leads.includes(holder)).concat(leads);
	if (first === undefined) return null;
	if (leads.length === 1) return { leadId: first, candidates: [], reasons: [ONE_LEAD] };
	const household = [first, ...(await tx.households.others(first))];
	if (leads.every((lead) => household.includes(lead))) return { leadId: first, candidates: [], reasons: [HOUSEHOLD] };
	const several = reason(
		'several_leads',
		`What identifies this contact points to ${leads.length} different leads and it gives no name; decide which one it is.`,
	);
	return { leadId: null, candidates: leads.sort(), reasons: [several] };
}

const ONE_LEAD = reason('one_lead_uses_it', 'The contact gives no name, and only one lead uses its phone number or e-mail address.');
const HOUSEHOLD = reason(
	'household_contact',
	'The contact gives no name, and everybody who uses its phone number or e-mail address is of one household.',
);
const COMMON = reason('common_contact', 'Many people use this phone number or e-mail address, and the contact gives no name.');
