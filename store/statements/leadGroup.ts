/**
 * Everything under a lead, merged leads included: `lead_id IN ${groupOf('$1')}`. Two look-ups put together, because for one with
 * OR Postgres would read the whole table.
 * @param lead placeholder with the id of a lead that is not itself merged
 */
export function groupOf(lead: string): string {
	return `(SELECT id FROM leads WHERE id = ${lead} UNION ALL SELECT id FROM leads WHERE merged_into = ${lead})`;
}

/**
 * The lead that stands for the one asked for: itself, or the one it was merged into. Whoever kept an id from before a merge
 * (an item on its way through a workflow, a link in an e-mail) still reaches the record.
 */
export function standsFor(lead: string): string {
	return `(SELECT COALESCE(merged_into, id) FROM leads WHERE id = ${lead})`;
}
