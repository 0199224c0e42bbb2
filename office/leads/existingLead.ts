import { parsePhone } from '../../leasing/phone/parsePhone';
import type { Store, StoredLead, StoreFamilies } from '../../store/port';
import { withDirectory } from '../../office/directory/knownSettings';
import { UserMistake } from '../../leasing/userMistake';
import { NO_SETTINGS, type ItemSettings } from '../shared/items/leadItem';

/** @throws UserMistake that says where a lead ID comes from */
export async function existingLead(store: StoreFamilies, id: string): Promise<StoredLead> {
	const lead = await store.leads.get(id);
	if (lead) return lead;
	throw new UserMistake(
		`There is no lead with the ID "${id}".`,
		'Check the Lead ID: it starts with lead_ and comes from lead.id of Deduplicate Lead or from a search with this node. Also check that this node uses the same Leasing Store credential as the node that made the lead.',
	);
}

/** Settings of a record's portfolio, for showing it. */
export async function settingsOf(store: Store, portfolio: string): Promise<ItemSettings> {
	const saved = await store.portfolios.get(portfolio);
	return saved === null ? NO_SETTINGS : await withDirectory(store, saved.settings);
}

/** A phone number typed by a person. @throws UserMistake when it is none */
export function readPhoneNumber(text: string, country: string): string {
	const nobody = { own: new Set<string>(), staff: new Set<string>() };
	const { e164 } = parsePhone(text, { country, known: nobody });
	if (e164 !== null) return e164;
	throw new UserMistake(
		text === '' ? 'Phone Number is empty.' : 'Phone Number holds no phone number.',
		"Enter the renter's number with its area code, such as (512) 555-0123, or an expression that gives one.",
	);
}
