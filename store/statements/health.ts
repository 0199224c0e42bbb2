import type { Backlog, HealthFamily } from '../port/health';
import type { Sql } from '../sql/executor';
import { hookupColumns, toHookup, type HookupRow } from './hookups';

/** More rows are not looked at for what no index answers: some 50 ms on a slow disk. */
const NEWEST = 20_000;
/** A quick check reads all of the file on n8n's only thread: about 100 ms for so much. */
const LARGEST_CHECKED = 32_000_000;

interface BacklogRow {
	count: number;
	oldest: number | null;
}

const backlogOf = ({ count, oldest }: BacklogRow): Backlog => ({ count: Number(count), oldest: oldest === null ? null : Number(oldest) });
const NONE: BacklogRow = { count: 0, oldest: null };

export function makeHealth(sql: Sql): HealthFamily {
	return {
		async unfinishedEvents() {
			const rows = await sql.all<BacklogRow & { consumer: string }>(
				`SELECT consumer, COUNT(*) AS count, MIN(received_at) AS oldest FROM events WHERE state IN ('waiting', 'running') GROUP BY consumer ORDER BY consumer`,
			);
			return rows.map((row) => ({ consumer: row.consumer, ...backlogOf(row) }));
		},

		async overdueWork(before) {
			const rows = await sql.all<BacklogRow & { kind: string }>(
				`SELECT kind, COUNT(*) AS count, MIN(due_at) AS oldest FROM work WHERE state IN ('waiting', 'claimed') AND due_at < $1 GROUP BY kind ORDER BY kind`,
				[before],
			);
			return rows.map((row) => ({ kind: row.kind, ...backlogOf(row) }));
		},

		async overdueTexts(portfolio, before) {
			const row = await sql.get<BacklogRow>(
				`SELECT COUNT(*) AS count, MIN(due_at) AS oldest FROM texts WHERE state IN ('planned', 'held', 'claimed') AND due_at < $2 AND portfolio = $1`,
				[portfolio, before],
			);
			return backlogOf(row ?? NONE);
		},

		async unclearTexts(portfolio) {
			const row = await sql.get<BacklogRow>(
				`SELECT COUNT(*) AS count, MIN(created_at) AS oldest
				FROM (SELECT portfolio, state, created_at FROM texts ORDER BY id DESC LIMIT ${NEWEST}) AS newest WHERE state = 'unknown' AND portfolio = $1`,
				[portfolio],
			);
			return backlogOf(row ?? NONE);
		},

		async failedTexts(portfolio, since) {
			const rows = await sql.all<{ code: string | null; count: number }>(
				`SELECT error_code AS code, COUNT(*) AS count
				FROM (SELECT portfolio, state, error_code, created_at FROM texts ORDER BY id DESC LIMIT ${NEWEST}) AS newest
				WHERE state = 'failed' AND portfolio = $1 AND created_at >= $2 GROUP BY error_code ORDER BY COUNT(*) DESC, error_code LIMIT 5`,
				[portfolio, since],
			);
			return rows.map(({ code, count }) => ({ code: code ?? '', count: Number(count) }));
		},

		async overdueTasks(portfolio, before) {
			const row = await sql.get<BacklogRow>(
				`SELECT COUNT(*) AS count, MIN(due_at) AS oldest FROM tasks WHERE portfolio = $1 AND state = 'open' AND due_at < $2`,
				[portfolio, before],
			);
			return backlogOf(row ?? NONE);
		},

		async lastCalls(portfolio) {
			const rows = await sql.all<{ line: string; last: number }>(
				`SELECT line_e164 AS line, MAX(started_at) AS last
				FROM (SELECT portfolio, line_e164, started_at FROM calls ORDER BY id DESC LIMIT ${NEWEST}) AS newest WHERE portfolio = $1 GROUP BY line_e164`,
				[portfolio],
			);
			return new Map(rows.map(({ line, last }) => [line, Number(last)]));
		},

		async callsBecauseOf(portfolio, code, since) {
			const row = await sql.get<{ count: number }>(
				`SELECT COUNT(*) AS count FROM (SELECT portfolio, reasons, started_at FROM calls ORDER BY id DESC LIMIT ${NEWEST}) AS newest
				WHERE portfolio = $1 AND started_at >= $2 AND reasons LIKE $3`,
				[portfolio, since, `%"${code}"%`],
			);
			return Number(row?.count ?? 0);
		},

		async connected() {
			const rows = await sql.all<HookupRow>(
				`SELECT ${hookupColumns} FROM hookups WHERE purpose = 'live' ORDER BY provider, phone, channel`,
			);
			return rows.map(toHookup);
		},

		async databaseTime() {
			if (sql.dialect.name !== 'postgres') return null;
			const row = await sql.get<{ now: number | string }>(
				'SELECT CAST(extract(epoch FROM clock_timestamp()) * 1000 AS BIGINT) AS now',
			);
			return row === null ? null : Number(row.now);
		},

		async file() {
			if (sql.dialect.name !== 'sqlite') return null;
			const pages = await sql.get<{ page_count: number }>('PRAGMA page_count');
			const size = await sql.get<{ page_size: number }>('PRAGMA page_size');
			const bytes = (pages?.page_count ?? 0) * (size?.page_size ?? 0);
			if (bytes > LARGEST_CHECKED) return { bytes, intact: null, problem: null };
			const found = await sql.get<{ quick_check: string }>('PRAGMA quick_check(1)');
			const intact = found?.quick_check === 'ok';
			return { bytes, intact, problem: intact ? null : (found?.quick_check ?? 'no answer') };
		},
	};
}
