import type { TextHold, TextHoldFamily } from '../port/textHolds';
import { insert } from '../sql/columns';
import type { Sql } from '../sql/executor';
import { one } from '../sql/one';
import { withReferences } from '../sql/references';

interface Row {
	portfolio: string;
	phone: string;
	revision: number;
	via: string;
	evidence: string;
	held_at: number;
}

const COLUMNS = 'portfolio, phone, revision, via, evidence, held_at';

export function makeTextHolds(sql: Sql): TextHoldFamily {
	return {
		async place({ portfolio, phone, via, evidence, heldAt }) {
			const row = { portfolio, phone, revision: 1, via, evidence, held_at: heldAt };
			return await withReferences(sql, { portfolio }, async (step) =>
				toHold(
					await one<Row>(
						step,
						...insert(
							'text_holds',
							row,
							`ON CONFLICT (portfolio, phone) DO UPDATE SET revision = text_holds.revision + 1, via = excluded.via,
								evidence = excluded.evidence, held_at = excluded.held_at, lifted_at = NULL, lifted_by = NULL RETURNING ${COLUMNS}`,
						),
					),
				),
			);
		},

		async current(portfolio, phone) {
			const row = await sql.get<Row>(`SELECT ${COLUMNS} FROM text_holds WHERE portfolio = $1 AND phone = $2 AND lifted_at IS NULL`, [
				portfolio,
				phone,
			]);
			return row && toHold(row);
		},

		async lift({ portfolio, phone, revision }, by, at) {
			const { changes } = await sql.run(
				`UPDATE text_holds SET lifted_at = $5, lifted_by = $4 WHERE portfolio = $1 AND phone = $2 AND revision = $3 AND lifted_at IS NULL`,
				[portfolio, phone, revision, by, at],
			);
			return changes === 1;
		},
	};
}

function toHold({ portfolio, phone, revision, via, evidence, held_at }: Row): TextHold {
	return { portfolio, phone, revision, via, evidence, heldAt: held_at };
}
