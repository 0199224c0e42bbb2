import { forMany, insertMany } from '../sql/bulk';
import type { Sql } from '../sql/executor';
import { one } from '../sql/one';
import { documentsOf, type Document } from './documents';

/** Leads worked off in one step: some 3 ms, and 15 when the index tidies itself up, in which n8n does nothing else on SQLite. */
export const A_SLICE = 32;

/**
 * Brings the index up to date with some leads that were noted, oldest first, as one step.
 * @returns how many there were; fewer than `A_SLICE`: none is left
 */
export async function workOff(sql: Sql): Promise<number> {
	return await sql.atomically(async (step) => {
		if (step.dialect.decisionLock !== '') await step.script(step.dialect.decisionLock);
		// Taken out before anything is read: who changes one of them from now on notes it again.
		const taken = await step.all<{ lead_id: string }>(
			`DELETE FROM search_pending WHERE lead_id IN (SELECT lead_id FROM search_pending ORDER BY lead_id LIMIT $1) RETURNING lead_id`,
			[A_SLICE],
		);
		if (taken.length > 0) await renew(step, taken.map(({ lead_id }) => lead_id).sort());
		return taken.length;
	});
}

interface Known {
	doc: number;
	lead_id: string;
	words: string;
}

async function renew(step: Sql, noted: readonly string[]): Promise<void> {
	const standing = await forMany<{ id: string }>(
		step,
		[],
		noted,
		(list) => `SELECT DISTINCT COALESCE(merged_into, id) AS id FROM leads WHERE id IN (${list})`,
	);
	const leadIds = [...new Set(standing.map(({ id }) => id))].sort();
	const documents = new Map((await documentsOf(step, leadIds)).map((document) => [document.leadId, document]));
	const concerned = [...new Set([...noted, ...leadIds])].sort();
	const known = await forMany<Known>(
		step,
		[],
		concerned,
		(list) => `SELECT doc, lead_id, words FROM search_docs WHERE lead_id IN (${list})`,
	);
	for (const { doc, lead_id, words } of known) {
		// A lead that was merged keeps its place, without words: the merge may be undone.
		const now = documents.get(lead_id)?.words ?? '';
		documents.delete(lead_id);
		if (now !== words) await step.run('UPDATE search_docs SET words = $2 WHERE doc = $1', [doc, now]);
	}
	await add(step, [...documents.values()]);
}

async function add(step: Sql, documents: readonly Document[]): Promise<void> {
	if (documents.length === 0) return;
	const { last } = await one<{ last: number | null }>(step, 'SELECT MAX(doc) AS last FROM search_docs', []);
	const inOrder = [...documents].sort((a, b) => (a.leadId < b.leadId ? -1 : 1));
	await insertMany(
		step,
		'search_docs',
		inOrder.map(({ leadId, portfolio, words }, index) => ({ doc: (last ?? 0) + index + 1, lead_id: leadId, portfolio, words })),
	);
}
