import { isOptOutVia, OPT_OUT_WAYS } from '../../leasing/text/optOutVia';
import type { OptOutEntry, OptOutFamily } from '../port/optOuts';
import type { Sql } from '../sql/executor';
import { withReferences } from '../sql/references';
import type { StatementContext } from './context';
import { requireWord } from './words';

const COLUMNS = 'portfolio, phone, action, via, evidence, at';
/** The one that counts, first: the last one recorded, and of two with the same number the one that says `out`. */
const LATEST_FIRST = "seq DESC, CASE action WHEN 'out' THEN 0 ELSE 1 END";

export function makeOptOuts(sql: Sql, { ids }: StatementContext): OptOutFamily {
	return {
		async record({ portfolio, phone, action, via, evidence, at }) {
			if (!isOptOutVia(via)) requireWord([...OPT_OUT_WAYS, 'provider_error_<code>'], via, 'The way an opt-out was learnt');
			await withReferences(
				sql,
				{ portfolio },
				async (step) =>
					await step.run(
						`INSERT INTO opt_outs (id, portfolio, phone, seq, action, via, evidence, at)
						VALUES ($1, $2, $3, (SELECT COALESCE(MAX(seq), 0) + 1 FROM opt_outs WHERE portfolio = $2 AND phone = $3), $4, $5, $6, $7)`,
						[ids.next('optout'), portfolio, phone, action, via, evidence, at],
					),
			);
		},

		async current(portfolio, phone) {
			const newest = await sql.get<OptOutEntry>(
				`SELECT ${COLUMNS} FROM opt_outs WHERE portfolio = $1 AND phone = $2 ORDER BY ${LATEST_FIRST} LIMIT 1`,
				[portfolio, phone],
			);
			return newest?.action === 'out' ? toEntry(newest) : null;
		},

		async history(portfolio, phone) {
			const rows = await sql.all<OptOutEntry>(
				`SELECT ${COLUMNS} FROM opt_outs WHERE portfolio = $1 AND phone = $2 ORDER BY seq, id`,
				[portfolio, phone],
			);
			return rows.map(toEntry);
		},
	};
}

/** Columns and fields have the same names here; the copy keeps driver objects out of the rules. */
function toEntry({ portfolio, phone, action, via, evidence, at }: OptOutEntry): OptOutEntry {
	return { portfolio, phone, action, via, evidence, at };
}
