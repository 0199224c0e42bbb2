import type { OptOutEntry, OptOutFamily } from '../port/optOuts';
import { insert } from '../sql/columns';
import type { Sql } from '../sql/executor';
import { withReferences } from '../sql/references';
import type { StatementContext } from './context';

const COLUMNS = 'portfolio, phone, action, via, evidence, at';

export function makeOptOuts(sql: Sql, { ids }: StatementContext): OptOutFamily {
	return {
		async record({ portfolio, phone, action, via, evidence, at }) {
			const row = { id: ids.next('optout'), portfolio, phone, action, via, evidence, at };
			await withReferences(sql, { portfolio }, async (step) => await step.run(...insert('opt_outs', row)));
		},

		async current(portfolio, phone) {
			const newest = await sql.get<OptOutEntry>(
				`SELECT ${COLUMNS} FROM opt_outs WHERE portfolio = $1 AND phone = $2 ORDER BY at DESC, id DESC LIMIT 1`,
				[portfolio, phone],
			);
			return newest?.action === 'out' ? toEntry(newest) : null;
		},

		async history(portfolio, phone) {
			const rows = await sql.all<OptOutEntry>(`SELECT ${COLUMNS} FROM opt_outs WHERE portfolio = $1 AND phone = $2 ORDER BY at, id`, [
				portfolio,
				phone,
			]);
			return rows.map(toEntry);
		},
	};
}

/** Columns and fields have the same names here; the copy keeps driver objects out of the rules. */
function toEntry({ portfolio, phone, action, via, evidence, at }: OptOutEntry): OptOutEntry {
	return { portfolio, phone, action, via, evidence, at };
}
