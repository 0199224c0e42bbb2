/** What people call the records of a table. */
const RECORDS: Readonly<Record<string, string>> = {
	portfolios: 'portfolio',
	portfolio_lines: 'line',
	hookups: 'number hook-up',
	cursors: 'cursor',
	leads: 'lead',
	identities: 'identity',
	inquiries: 'inquiry',
	touches: 'touch',
	calls: 'call',
	call_signals: 'call signal',
	events: 'event',
	texts: 'text',
	tasks: 'task',
	opt_outs: 'opt-out',
	text_holds: 'hold on texts',
	phone_facts: 'phone fact',
	work: 'work',
	timeline: 'timeline entry',
	match_records: 'match record',
	match_keys: 'match key',
	match_reviews: 'review',
	lead_merges: 'merge',
	household_leads: 'household',
};

/** A column that must not be empty, whether NULL or blank. */
export function requiredSentence(table: string, column: string): string {
	return `The ${recordName(table)} has no ${column.replaceAll('_', ' ')}. Fill in that field; nothing was stored.`;
}

/** @param name of a CHECK constraint, as written in store/migrations */
export function checkSentence(name: string): string {
	const table = Object.keys(RECORDS).find((candidate) => name.startsWith(`${candidate}_`)) ?? '';
	const rule = name.slice(table.length + 1);
	if (rule.endsWith('_required')) return requiredSentence(table, rule.slice(0, -'_required'.length));
	if (rule.endsWith('_known')) {
		return `The ${recordName(table)} has a ${rule.slice(0, -'_known'.length).replaceAll('_', ' ')} that the store does not know. Correct that field; nothing was stored.`;
	}
	return `The ${recordName(table)} breaks the store's rule ${name}. Nothing was stored.`;
}

/** @param columns such as `texts.provider_id` or `leads.portfolio, leads.id` */
export function uniqueSentence(columns: string): string {
	const [table = ''] = columns.split('.');
	const names = columns.split(', ').map((column) => column.slice(column.indexOf('.') + 1).replaceAll('_', ' '));
	return `There is another ${recordName(table)} with the same ${names.join(' and ')}. Use that one; nothing was stored.`;
}

function recordName(table: string): string {
	return RECORDS[table] ?? (table === '' ? 'record' : table);
}
