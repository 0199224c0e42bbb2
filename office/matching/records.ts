import type { Inquiry } from '../../leasing/inquiry/inquiry';
import { recordsOfInquiry, widened } from '../../leasing/match/inquiryRecords';
import { keysOf } from '../../leasing/match/keys';
import { contentKey, prepareRecord } from '../../leasing/match/prepare';
import { emptyRecord, type MatchRecord } from '../../leasing/match/record';
import type { StoredLead, StoreFamilies } from '../../store/port';
import { neighbourOf, storedAs, type Neighbour } from './neighbourhood';

/** The people of an inquiry, not stored yet. */
export function newNeighbours(inquiry: Inquiry): Neighbour[] {
	return recordsOfInquiry(inquiry).map((record) => ({
		record,
		prepared: prepareRecord(record),
		leadId: null,
		inquiryId: null,
		stored: false,
	}));
}

/**
 * Stores what a person of an inquiry said. When the lead has a record that says the same, that one is found for both, and its
 * time now covers both.
 * @param near where the lead's records are looked for
 * @returns the record that is found
 */
export async function keepRecord(
	tx: StoreFamilies,
	person: Neighbour,
	about: { portfolio: string; inquiryId: string; leadId: string | null; at: number },
	near: Iterable<Neighbour>,
): Promise<Neighbour> {
	const content = contentKey(person.prepared);
	const same =
		about.leadId === null
			? undefined
			: [...near].find((other) => other.stored && other.leadId === about.leadId && contentKey(other.prepared) === content);
	if (same === undefined)
		return storedAs(await tx.matching.add({ ...about, record: person.record, keys: keysOf(person.prepared) }), person);
	await tx.matching.add({ ...about, record: person.record, keys: [] });
	const wide = widened(same.record, person.record);
	if (wide.firstSeen !== same.record.firstSeen || wide.lastSeen !== same.record.lastSeen)
		await tx.matching.rewrite(same.prepared.id, wide);
	return { ...same, record: wide };
}

/**
 * Makes the records of a lead that was there before there were records (or that a workflow made by other ways), from its
 * inquiries or, without any, from what the lead says. Does nothing when it has some.
 */
export async function ensureRecords(tx: StoreFamilies, lead: StoredLead): Promise<void> {
	if (await tx.matching.hasRecords(lead.id)) return;
	const known: Neighbour[] = [];
	for (const { id, inquiry } of await tx.inquiries.listByLead(lead.id)) {
		for (const person of newNeighbours(inquiry)) {
			if (keysOf(person.prepared).length === 0) continue;
			const about = { portfolio: lead.portfolio, inquiryId: id, leadId: lead.id, at: Date.parse(inquiry.occurredAt) };
			known.push(await keepRecord(tx, person, about, known));
		}
	}
	if (known.length > 0) return;
	const record = await recordOfLead(tx, lead);
	await tx.matching.add({
		portfolio: lead.portfolio,
		inquiryId: null,
		leadId: lead.id,
		record,
		at: lead.createdAt,
		keys: keysOf(prepareRecord(record)),
	});
}

async function recordOfLead(tx: StoreFamilies, lead: StoredLead): Promise<MatchRecord> {
	const identities = await tx.leads.identities(lead.id);
	const values = (kind: 'phone' | 'email') =>
		identities.filter((identity) => identity.kind === kind).map(({ value }) => ({ value, contactClass: 'personal' as const }));
	return {
		...emptyRecord(lead.id),
		firstName: lead.firstName,
		lastName: lead.lastName,
		fullName: lead.fullName,
		phones: values('phone'),
		emails: values('email'),
		property: lead.propertyKey,
		firstSeen: lead.createdAt,
		lastSeen: lead.updatedAt,
	};
}

/**
 * After inquiries were moved between leads: what a lead's people said is found under its keys again, each wording once.
 */
export async function indexLead(tx: StoreFamilies, leadId: string): Promise<void> {
	const byContent = new Map<string, Neighbour[]>();
	const keyed = new Set<string>();
	for (const row of await tx.matching.ofLead(leadId)) {
		const neighbour = neighbourOf(row);
		const content = contentKey(neighbour.prepared);
		if (row.keyed) keyed.add(content);
		byContent.set(content, [...(byContent.get(content) ?? []), neighbour]);
	}
	for (const [content, [first]] of byContent) {
		if (first !== undefined && !keyed.has(content)) await tx.matching.index(first.prepared.id, first.record, keysOf(first.prepared));
	}
}
