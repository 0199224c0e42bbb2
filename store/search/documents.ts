import * as z from 'zod/v4';

import { forMany } from '../sql/bulk';
import type { Sql } from '../sql/executor';
import { documentOf } from './words';

/** What a lead is found by, and in which portfolio. */
export interface Document {
	leadId: string;
	portfolio: string;
	words: string;
}

/** Of each lead the newest; nobody looks for a word that was said fifty contacts ago. */
const NEWEST = 50;
/** Of one message. */
const LONGEST = 4_000;

/** The parts of an inquiry that hold words; whatever else is in it, or is not. */
const inquirySchema = z.object({
	people: z
		.array(
			z.object({
				fullName: z.string().nullish(),
				phones: z.array(z.object({ e164: z.string().nullish() })).catch([]),
				emails: z.array(z.object({ address: z.string().nullish() })).catch([]),
			}),
		)
		.catch([]),
	interest: z
		.object({
			propertyName: z.string().nullish(),
			unit: z.string().nullish(),
			message: z.string().nullish(),
			pets: z.string().nullish(),
		})
		.catch({}),
	call: z
		.object({ voicemail: z.object({ transcript: z.string().nullish() }).nullish() })
		.nullish()
		.catch(null),
});
const interestSchema = z.object({ unit: z.string().nullish(), propertyName: z.string().nullish() }).catch({});

/** What was found of each lead. */
class Found {
	readonly texts: string[] = [];
	readonly phones: string[] = [];
	constructor(readonly portfolio: string) {}

	say(...texts: Array<string | null | undefined>): void {
		for (const text of texts) if (text != null && text !== '') this.texts.push(text.slice(0, LONGEST));
	}
	call(...phones: Array<string | null | undefined>): void {
		for (const phone of phones) if (phone != null) this.phones.push(phone);
	}
}

interface LeadRow {
	id: string;
	stands: string;
	portfolio: string;
	first_name: string | null;
	last_name: string | null;
	full_name: string | null;
	phone: string | null;
	email: string | null;
	property_key: string | null;
	interest: string;
}

/**
 * What leads are found by: names, phones, e-mails, property and unit, what they wrote, and what people noted about them; of a lead with all that was
 * merged into it.
 * @param leadIds of leads that stand for themselves; erased ones are left out
 */
export async function documentsOf(sql: Sql, leadIds: readonly string[]): Promise<Document[]> {
	const leads = await forMany<LeadRow>(
		sql,
		[],
		leadIds,
		(list) =>
			`SELECT id, id AS stands, portfolio, first_name, last_name, full_name, phone, email, property_key, interest FROM leads
				WHERE id IN (${list}) AND merged_into IS NULL AND erased_at IS NULL`,
	);
	leads.push(
		...(await forMany<LeadRow>(
			sql,
			[],
			leads.map(({ id }) => id),
			(list) =>
				`SELECT id, merged_into AS stands, portfolio, first_name, last_name, full_name, phone, email, property_key, interest FROM leads
				WHERE merged_into IN (${list})`,
		)),
	);
	const found = new Map<string, Found>();
	for (const { id, stands, portfolio } of leads) {
		const own = found.get(stands) ?? new Found(portfolio);
		found.set(stands, own);
		found.set(id, own);
	}
	for (const row of leads) {
		const own = found.get(row.id);
		const interest = interestSchema.parse(readJson(row.interest));
		own?.say(row.full_name, row.first_name, row.last_name, row.email, row.property_key, interest.propertyName, interest.unit);
		own?.call(row.phone);
	}
	const ids = leads.map(({ id }) => id);
	await addRows(sql, found, ids);
	return leads.flatMap(({ id, stands, portfolio }) => {
		const own = found.get(id);
		return id !== stands || own === undefined ? [] : [{ leadId: id, portfolio, words: documentOf(own.texts, own.phones) }];
	});
}

interface Said {
	lead_id: string;
	said: string | null;
}

async function addRows(sql: Sql, found: ReadonlyMap<string, Found>, ids: readonly string[]): Promise<void> {
	const newest = (list: string, { from, said, order, where = '' }: { from: string; said: string; order: string; where?: string }) =>
		`SELECT lead_id, said FROM (
			SELECT lead_id, ${said} AS said, ROW_NUMBER() OVER (PARTITION BY lead_id ORDER BY ${order} DESC) AS place FROM ${from} WHERE lead_id IN (${list})${where}
		) numbered WHERE place <= ${NEWEST} ORDER BY lead_id, place`;
	const each = async (query: (list: string) => string, take: (own: Found, said: string) => void): Promise<void> => {
		for (const { lead_id, said } of await forMany<Said>(sql, [], ids, query)) {
			const own = found.get(lead_id);
			if (own !== undefined && said !== null) take(own, said);
		}
	};
	await each(
		(list) =>
			`SELECT i.lead_id, i.kind || ' ' || i.value AS said FROM identities i JOIN leads l ON l.portfolio = i.portfolio AND l.id = i.lead_id
				WHERE l.id IN (${list}) AND i.kind IN ('phone', 'email') ORDER BY i.lead_id, i.kind, i.value`,
		(own, said) => (said.startsWith('phone ') ? own.call(said) : own.say(said.slice('email '.length))),
	);
	await each(
		(list) => newest(list, { from: 'inquiries', said: 'inquiry', order: 'recorded_at' }),
		(own, said) => {
			const { people, interest, call } = inquirySchema.parse(readJson(said));
			for (const { fullName, phones, emails } of people) {
				own.say(fullName, ...emails.map(({ address }) => address));
				own.call(...phones.map(({ e164 }) => e164));
			}
			own.say(interest.propertyName, interest.unit, interest.message, interest.pets, call?.voicemail?.transcript);
		},
	);
	const say = (own: Found, said: string): void => own.say(said);
	await each((list) => newest(list, { from: 'texts', said: 'body', order: 'created_at', where: " AND direction = 'in'" }), say);
	await each((list) => newest(list, { from: 'tasks', said: 'done_note', order: 'updated_at', where: ' AND done_note IS NOT NULL' }), say);
	await each((list) => newest(list, { from: 'timeline', said: 'sentence', order: 'at', where: " AND kind = 'note'" }), say);
}

/** A column that the store wrote; what a restored or half-moved one holds instead says nothing. */
function readJson(text: string): unknown {
	try {
		const read: unknown = JSON.parse(text);
		return read ?? {};
	} catch {
		return {};
	}
}
