import type { LeadSearch, StoredLead } from '../port/leads';
import { A_SLICE, workOff } from '../search/pending';
import { gramsOf, patternsOf } from '../search/words';
import { andEquals, anywhere, toJson } from '../sql/columns';
import type { Param, Sql } from '../sql/executor';
import { COLUMNS, toLead, type Row } from './leadRow';

/** Lets the rest of n8n have its turn between two steps; in a transaction there is none. */
export type Breathe = () => Promise<void>;

/** Leads that a step looks at, at most: some 5 ms on SQLite, where nobody else is served meanwhile. */
const A_LOOK = 2_000;
/** Documents whose places in the index a step goes through, at most: some 10 ms for two words that are in nearly all of them. */
const A_STRETCH = 100_000;

/**
 * The leads that a search finds, newest first. However many leads there are, no step takes long: on SQLite all of n8n would stand. The words
 * that changed since the last search are put into the index first, so that what was stored a moment ago is found.
 */
export async function searchLeads(sql: Sql, query: LeadSearch, breathe: Breathe): Promise<StoredLead[]> {
	if (query.limit <= 0) return [];
	const text = query.text?.trim() ?? '';
	if (text === '') return await newest(sql, query, breathe);
	const patterns = patternsOf(text);
	if (patterns.length === 0) return [];
	await catchUp(sql, breathe);
	const found = sql.dialect.name === 'sqlite' ? await inIndex(sql, query, patterns, breathe) : await byGrams(sql, query, patterns);
	// The index goes by the ids of leads, which begin with the time; by the clock of a process that was set back, the order is another.
	return found.sort((a, b) => b.createdAt - a.createdAt || (a.id < b.id ? 1 : -1));
}

/** To the end, also of what others note meanwhile: nobody notes as fast as it is worked off. Counting a million first would take too long. */
async function catchUp(sql: Sql, breathe: Breathe): Promise<void> {
	while ((await workOff(sql)) === A_SLICE) await breathe();
}

interface Filters {
	text: string;
	params: Param[];
}

/** @param params that come before those of the filters */
function filtersOf({ portfolio, status, owner, propertyKey }: LeadSearch, params: Param[]): Filters {
	params.push(portfolio);
	const text = `l.portfolio = $${params.length} AND l.merged_into IS NULL AND l.erased_at IS NULL`;
	return { text: text + andEquals({ 'l.status': status, 'l.owner': owner, 'l.property_key': propertyKey }, params), params };
}

const LEAD = COLUMNS.split(',')
	.map((column) => `l.${column.trim()}`)
	.join(', ');

/** Without words: along the index of the newest leads, or of the newest of one owner, a stretch at a time. */
async function newest(sql: Sql, query: LeadSearch, breathe: Breathe): Promise<StoredLead[]> {
	const index = query.owner === undefined ? 'leads_newest' : 'leads_newest_of_owner';
	const rest = query.status !== undefined || query.propertyKey !== undefined || query.owner === undefined;
	const found: StoredLead[] = [];
	let before: [createdAt: number, id: string] | null = null;
	for (;;) {
		const end: { created_at: number; id: string } | null =
			rest && sql.dialect.name === 'sqlite' ? await stretchEnd(sql, query, before) : null;
		const { text, params } = filtersOf(query, []);
		let bounds = '';
		if (before !== null) bounds += ` AND (l.created_at, l.id) < ($${params.push(before[0])}, $${params.push(before[1])})`;
		if (end !== null) bounds += ` AND (l.created_at, l.id) >= ($${params.push(end.created_at)}, $${params.push(end.id)})`;
		const rows = await sql.all<Row>(
			`SELECT ${LEAD} FROM leads l ${sql.dialect.through(index)} WHERE ${text}${bounds} ORDER BY l.created_at DESC, l.id DESC LIMIT $${params.push(query.limit - found.length)}`,
			params,
		);
		found.push(...rows.map(toLead));
		if (end === null || found.length >= query.limit) return found;
		before = [end.created_at, end.id];
		await breathe();
	}
}

/** The last lead of the next stretch; null when the rest is no longer than one. */
async function stretchEnd(
	sql: Sql,
	{ portfolio, owner }: LeadSearch,
	before: readonly [number, string] | null,
): Promise<{ created_at: number; id: string } | null> {
	const params: Param[] = [portfolio];
	let text = 'portfolio = $1';
	if (owner !== undefined) text += ` AND owner = $${params.push(owner)} AND merged_into IS NULL AND erased_at IS NULL`;
	if (before !== null) text += ` AND (created_at, id) < ($${params.push(before[0])}, $${params.push(before[1])})`;
	return await sql.get<{ created_at: number; id: string }>(
		`SELECT created_at, id FROM leads ${sql.dialect.through(owner === undefined ? 'leads_newest' : 'leads_newest_of_owner')} WHERE ${text} ORDER BY created_at DESC, id DESC LIMIT 1 OFFSET ${A_LOOK - 1}`,
		params,
	);
}

/**
 * SQLite: through the index of letters, newest first. What it finds in a step is looked at at once, a few at first and then more, because filters may
 * leave little of it; and of what it goes through to find something there is an end, too, because two frequent words may never meet.
 */
async function inIndex(sql: Sql, query: LeadSearch, patterns: readonly string[], breathe: Breathe): Promise<StoredLead[]> {
	const found: StoredLead[] = [];
	const last = await sql.get<{ doc: number | null }>('SELECT MAX(doc) AS doc FROM search_docs');
	let before = (last?.doc ?? 0) + 1;
	let most = Math.min(query.limit, A_LOOK);
	while (before > 1) {
		const from = Math.max(1, before - A_STRETCH);
		const params: Param[] = [from, before, most];
		const holds = patterns.map((pattern) => `words GLOB $${params.push(`*${pattern}*`)}`);
		const hits = await sql.all<{ doc: number }>(
			`SELECT rowid AS doc FROM search_index WHERE ${holds.join(' AND ')} AND rowid >= $1 AND rowid < $2 ORDER BY rowid DESC LIMIT $3`,
			params,
		);
		const docs = hits.map(({ doc }) => doc);
		found.push(...(await leadsOf(sql, { ...query, limit: query.limit - found.length }, docs)));
		if (found.length >= query.limit) break;
		before = docs.length < most ? from : (docs.at(-1) ?? from);
		most = Math.min(most * 4, A_LOOK);
		await breathe();
	}
	return found;
}

async function leadsOf(sql: Sql, query: LeadSearch, docs: readonly number[]): Promise<StoredLead[]> {
	if (docs.length === 0) return [];
	const { text, params } = filtersOf(query, [toJson(docs), query.limit]);
	const rows = await sql.all<Row>(
		`SELECT ${LEAD} FROM json_each($1) hit CROSS JOIN search_docs d ON d.doc = hit.value CROSS JOIN leads l ON l.id = d.lead_id
		WHERE ${text} ORDER BY d.doc DESC LIMIT $2`,
		params,
	);
	return rows.map(toLead);
}

/** Postgres, which keeps nobody waiting: pieces of three letters through their index, the words themselves looked at after that. */
async function byGrams(sql: Sql, query: LeadSearch, patterns: readonly string[]): Promise<StoredLead[]> {
	const grams = [...new Set(patterns.flatMap(gramsOf))];
	const { text, params } = filtersOf(query, [query.limit, `{${grams.map((gram) => `"${gram}"`).join(',')}}`]);
	const holds = patterns.map((pattern) => `d.words LIKE $${params.push(anywhere(pattern))}`);
	const rows = await sql.all<Row>(
		`SELECT ${LEAD} FROM search_docs d JOIN leads l ON l.id = d.lead_id
		WHERE search_grams(d.words) @> $2::text[] AND ${holds.join(' AND ')} AND d.portfolio = $${params.push(query.portfolio)} AND ${text} ORDER BY d.doc DESC LIMIT $1`,
		params,
	);
	return rows.map(toLead);
}
