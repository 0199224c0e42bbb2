import { furthest } from '../../leasing/lease';
import type { StoredWriteBack, WriteBackFamily, WriteBackKey } from '../port/writeBacks';
import { fromJson, insert, toJson } from '../sql/columns';
import type { Sql } from '../sql/executor';
import { one } from '../sql/one';
import { withReferences } from '../sql/references';
import type { StatementContext } from './context';
import { groupOf } from './leadGroup';

interface Row {
	portfolio: string;
	provider: string;
	key: string;
	state: StoredWriteBack['state'];
	lead_id: string | null;
	attempted_at: number | null;
	held_until: number | null;
	record_type: string | null;
	record_id: string | null;
	reasons: string;
	created_at: number;
	updated_at: number;
}

const COLUMNS =
	'portfolio, provider, key, state, lead_id, attempted_at, held_until, record_type, record_id, reasons, created_at, updated_at';
const THIS_ONE = 'portfolio = $1 AND provider = $2 AND key = $3';
/** The words of the partial index `write_backs_under_way`. */
const UNDER_WAY = "state = 'queued' AND attempted_at IS NOT NULL";

export function makeWriteBacks(sql: Sql, { clock }: StatementContext): WriteBackFamily {
	const read = async (step: Sql, key: WriteBackKey) =>
		await one<Row>(step, `SELECT ${COLUMNS} FROM write_backs WHERE ${THIS_ONE}`, idOf(key));

	return {
		async plan(key, leadId, reasons) {
			const now = clock.now();
			const row = {
				portfolio: key.portfolio,
				provider: key.provider,
				key: key.key,
				state: 'queued',
				lead_id: leadId,
				reasons: toJson(reasons),
				created_at: now,
				updated_at: now,
			};
			return await withReferences(sql, { portfolio: key.portfolio, leadId }, async (step) => {
				const { changes } = await step.run(...insert('write_backs', row, 'ON CONFLICT (portfolio, provider, key) DO NOTHING'));
				return { writeBack: toWriteBack(await read(step, key)), created: changes === 1 };
			});
		},

		async get(key) {
			const row = await sql.get<Row>(`SELECT ${COLUMNS} FROM write_backs WHERE ${THIS_ONE}`, idOf(key));
			return row && toWriteBack(row);
		},

		async beginAttempt(key, at, until) {
			const { changes } = await sql.run(
				`UPDATE write_backs SET attempted_at = $4, held_until = $5, updated_at = $4
				WHERE ${THIS_ONE} AND state = 'queued' AND (held_until IS NULL OR held_until <= $4 OR held_until > $6)`,
				// Held no longer than this one would be, but for clocks that differ by seconds.
				[...idOf(key), at, until, furthest(at, until - at)],
			);
			return changes === 1;
		},

		async endAttempt(key, outcome) {
			const known = outcome === 'nothing' ? 'attempted_at = NULL, ' : '';
			await sql.run(`UPDATE write_backs SET ${known}held_until = NULL, updated_at = $4 WHERE ${THIS_ONE} AND state = 'queued'`, [
				...idOf(key),
				clock.now(),
			]);
		},

		async markWritten(key, record, reasons) {
			const { changes } = await sql.run(
				`UPDATE write_backs SET state = 'written', record_type = $4, record_id = $5, reasons = $6, held_until = NULL, updated_at = $7 WHERE ${THIS_ONE} AND state <> 'written'`,
				[...idOf(key), record.type, record.id, toJson(reasons), clock.now()],
			);
			return changes === 1;
		},

		async markRefused(key, reasons) {
			const { changes } = await sql.run(
				`UPDATE write_backs SET state = 'refused', reasons = $4, held_until = NULL, updated_at = $5 WHERE ${THIS_ONE} AND state <> 'written'`,
				[...idOf(key), toJson(reasons), clock.now()],
			);
			return changes === 1;
		},

		async latestOfLead(portfolio, provider, leadId, recordType) {
			const row = await sql.get<Row>(
				`SELECT ${COLUMNS} FROM write_backs
				WHERE portfolio = $1 AND lead_id IN ${groupOf('$2')} AND provider = $3 AND record_type = $4 AND state = 'written'
				ORDER BY updated_at DESC, key DESC LIMIT 1`,
				[portfolio, leadId, provider, recordType],
			);
			return row && toWriteBack(row);
		},

		async ofRecord(provider, recordType, recordId, limit) {
			const rows = await sql.all<Row>(
				`SELECT ${COLUMNS} FROM write_backs WHERE provider = $1 AND record_type = $2 AND record_id = $3 ORDER BY updated_at DESC LIMIT $4`,
				[provider, recordType, recordId, limit],
			);
			return rows.map(toWriteBack);
		},

		isUnderWay: async (provider, since) =>
			(await sql.get(`SELECT 1 AS found FROM write_backs WHERE provider = $1 AND attempted_at >= $2 AND ${UNDER_WAY} LIMIT 1`, [
				provider,
				since,
			])) !== null,
	};
}

function idOf({ portfolio, provider, key }: WriteBackKey): string[] {
	return [portfolio, provider, key];
}

function toWriteBack(row: Row): StoredWriteBack {
	return {
		portfolio: row.portfolio,
		provider: row.provider,
		key: row.key,
		state: row.state,
		leadId: row.lead_id,
		attemptedAt: row.attempted_at,
		heldUntil: row.held_until,
		recordType: row.record_type,
		recordId: row.record_id,
		reasons: fromJson(row.reasons),
		createdAt: row.created_at,
		updatedAt: row.updated_at,
	};
}
