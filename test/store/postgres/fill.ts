import type { Sql } from '../../../store/sql/executor';

const ROWS = 5_000;

/** Statements that fill a table, by table; `n` counts up. Most of it is history: done, sent, decided. */
const TABLES: Readonly<Record<string, string>> = {
	portfolios: `'p' || n, '{}', 1, 0`,
	portfolio_lines: `'+1' || n, 'p' || n`,
	hookups: `'+1' || n, 'text', 'live', 'twilio', 'PN' || n, 'w' || n, '{}', '{}', NULL, 0`,
	cursors: `'main', 'buildium', 'r' || n, '{}', 1, n`,
	leads: `'l' || n, 'main', NULL, NULL, NULL, '+1' || n, NULL, 'phone', 'new', n, NULL, 'Desk', 'Call', n, NULL, '{}', NULL, NULL, NULL, NULL, n, n`,
	identities: `'main', 'phone', '+1' || n, 'l' || n, n`,
	inquiries: `'i' || n, 'main', 'twilio', 'CA' || n, '', '{}', 'l' || n, n`,
	touches: `'i' || n, 'main', 'l' || n, 'call', 'phone', NULL, n`,
	calls: `'c' || n, 'main', 'twilio', 'CA' || n, 'watch', 'w1:n1', '', '+1' || n, NULL, 0, '+1', NULL, NULL, NULL, n, 0, '{}',
		CASE WHEN n % 100 = 0 THEN 'open' ELSE 'missed' END, NULL, '[]', NULL, 'l' || n, NULL, NULL, NULL, NULL, n`,
	call_signals: `'c' || n, 'k', 's' || n, '{}', n`,
	events: `'e' || n, 'w' || (n % 20 + 1) || ':n1', 'k' || n, 'missed_call', '{}', n, CASE WHEN n % 100 = 0 THEN 'waiting' ELSE 'done' END, 1, NULL, NULL, n, NULL, n`,
	texts: `'t' || n, 'main', 'out', 'k' || n, 'text_back', '+2', '+1' || n, 'l' || n, 'c' || n, NULL, '', '[]', 1,
		CASE WHEN n % 100 = 0 THEN 'held' ELSE 'sent' END, n, n, NULL, n, CASE WHEN n % 50 = 0 THEN 1 ELSE 0 END, '{}', '[]', NULL, NULL, 0, n, 1,
		'twilio', 'SM' || n, 'sent', NULL, NULL, n, n, NULL, n`,
	tasks: `'a' || n, 'main', 'k' || n, 'call_back', 'Call', 'l' || n, 'c' || n, 'Desk', n, 2, '[]',
		CASE WHEN n % 100 = 0 THEN 'open' ELSE 'done' END, n, n, CASE WHEN n % 100 = 0 THEN NULL ELSE n END, CASE WHEN n % 100 = 0 THEN NULL ELSE 'me' END, NULL`,
	opt_outs: `'o' || n, 'main', '+1' || n, 1, 'out', 'reply', 'STOP', n`,
	text_holds: `'main', '+1' || n, 1, 'reply_unclear', 'no thanks', n, NULL, NULL`,
	phone_facts: `'+1' || n, 'mobile', 1, 'lookup', n`,
	work: `'w' || n, 'main', 'sweep', 'k' || n, '{}', n, NULL, NULL, CASE WHEN n % 100 = 0 THEN 'waiting' ELSE 'done' END, 1, NULL, NULL, NULL, n, n`,
	directory_people: `'dp' || n, 'main', 'buildium', 'resident', 'p' || n, NULL, NULL, 'N', 1, '{}', 'f', n, n`,
	directory_phones: `'main', '+1' || n, 'dp' || n`,
	directory_emails: `'main', n || '@example.com', 'dp' || n`,
	directory_places: `'main', 'buildium', 'unit', 'u' || n, 'q' || n, 'N' || n, 'n' || n, 1, '{}', 'f', n, n`,
	write_backs: `'main', 'buildium', 'k' || n, CASE WHEN n % 100 = 0 THEN 'queued' ELSE 'written' END, 'l' || n, n, NULL, 'phone_log', 'r' || n, '[]', n, n`,
	heard_changes: `'w1:n1', 'Task:' || n, n`,
	match_records: `'record' || n, 'main', 'i' || n, 'l' || n, '{}', n, 1`,
	match_keys: `'main', 'phone:+1' || n, 'record' || n`,
	match_reviews: `'review' || n, 'main', 'record' || n, 'record' || GREATEST(n - 1, 11), 100, '[]', CASE WHEN n % 100 = 0 THEN 'open' ELSE 'apart' END, n,
		CASE WHEN n % 100 = 0 THEN NULL ELSE n END, CASE WHEN n % 100 = 0 THEN NULL ELSE 'me' END, NULL`,
	lead_merges: `'merge' || n, 'main', 'l' || n, CASE WHEN n = 11 THEN 'l12' ELSE 'l' || (n - 1) END, 'me', '[]', n, '{}', n, 'me'`,
	household_leads: `'main', 'l' || n, 'household' || (n / 2), 'me', n`,
	timeline: `'y' || n, 'main', 'l' || n, 'c' || n, 'i' || n, n, 'call', 'x', '[]', NULL`,
};

/** Fills every table with some thousand rows and lets Postgres look at them, so that its plans are those of a store in use. */
export async function fill(sql: Sql): Promise<void> {
	for (const [table, values] of Object.entries(TABLES)) {
		await sql.script(`INSERT INTO ${table} SELECT ${values} FROM generate_series(11, ${ROWS}) AS n`);
	}
	await sql.script('ANALYZE');
}
