import { blockingKeys } from '../../leasing/match/keys';
import { prepareRecord } from '../../leasing/match/prepare';
import { emptyRecord, type MatchRecord } from '../../leasing/match/record';
import type { Database, Param, Sql } from '../../store/sql/executor';
import { makePerson, type Person, type Random } from './people';

const PEOPLE_AT_A_TIME = 2_000;
const ROWS_AT_A_TIME = 60;

type Rows = Param[][];

/**
 * Puts leads from number `from` up to `to` into the store, as Deduplicate Lead leaves them, but straight into the tables: it would
 * take hours otherwise. Every other row of a lead (touches, tasks, timeline) is left out; no look-up reads them.
 */
export async function fillLeads(database: Database, portfolio: string, from: number, to: number, random: Random): Promise<void> {
	for (let start = from; start < to; start += PEOPLE_AT_A_TIME) {
		const leads: Rows = [];
		const identities: Rows = [];
		const records: Rows = [];
		const keys: Rows = [];
		for (let number = start; number < Math.min(to, start + PEOPLE_AT_A_TIME); number++) {
			const person = makePerson(number, random);
			const id = `lead_${String(number).padStart(26, '0')}`;
			leads.push(leadRow(id, portfolio, person, number));
			if (person.phone !== null) identities.push([portfolio, 'phone', person.phone, id, number]);
			if (person.email !== null) identities.push([portfolio, 'email', person.email, id, number]);
			const record = recordOf(person, number);
			const recordId = `record_${String(number).padStart(26, '0')}`;
			records.push([recordId, portfolio, null, id, JSON.stringify(record), number, 1]);
			for (const key of blockingKeys(prepareRecord(record))) keys.push([portfolio, key, recordId]);
		}
		await database.transaction(async (sql) => {
			await insertAll(
				sql,
				'leads (id, portfolio, first_name, last_name, full_name, phone, email, source, status, status_since, owner, next_action, next_action_at, property_key, interest, created_at, updated_at)',
				leads,
			);
			await insertAll(sql, 'identities (portfolio, kind, value, lead_id, added_at)', identities);
			await insertAll(sql, 'match_records (id, portfolio, inquiry_id, lead_id, record, at, keyed)', records);
			await insertAll(sql, 'match_keys (portfolio, key, record_id)', keys);
		});
	}
}

function leadRow(id: string, portfolio: string, { firstName, lastName, phone, email }: Person, at: number): Param[] {
	const name = `${firstName} ${lastName}`;
	return [
		id,
		portfolio,
		firstName,
		lastName,
		name,
		phone,
		email,
		'website',
		'new',
		at,
		'Dana',
		'Call back',
		at,
		'maple-court',
		'{}',
		at,
		at,
	];
}

function recordOf({ firstName, lastName, phone, email }: Person, number: number): MatchRecord {
	return {
		...emptyRecord(`filled:${number}`),
		firstName,
		lastName,
		phones: phone === null ? [] : [{ value: phone, contactClass: 'personal' }],
		emails: email === null ? [] : [{ value: email, contactClass: 'personal' }],
		property: 'maple-court',
		firstSeen: number,
		lastSeen: number,
	};
}

async function insertAll(sql: Sql, into: string, rows: Rows): Promise<void> {
	for (let start = 0; start < rows.length; start += ROWS_AT_A_TIME) {
		const some = rows.slice(start, start + ROWS_AT_A_TIME);
		let place = 0;
		const values = some.map((row) => `(${row.map(() => `$${++place}`).join(', ')})`).join(', ');
		await sql.run(`INSERT INTO ${into} VALUES ${values}`, some.flat());
	}
}
