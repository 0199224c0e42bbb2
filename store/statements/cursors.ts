import type { CursorFamily } from '../port/cursors';
import { fromJson, insert, toJson } from '../sql/columns';
import type { Sql } from '../sql/executor';
import { withReferences } from '../sql/references';
import type { StatementContext } from './context';

const THIS_ONE = 'portfolio = $1 AND scope = $2 AND name = $3';

export function makeCursors(sql: Sql, { clock }: StatementContext): CursorFamily {
	return {
		async get({ portfolio, scope, name }) {
			const row = await sql.get<{ position: string; revision: number; updated_at: number }>(
				`SELECT position, revision, updated_at FROM cursors WHERE ${THIS_ONE}`,
				[portfolio, scope, name],
			);
			return row && { position: fromJson<unknown>(row.position), revision: row.revision, updatedAt: row.updated_at };
		},

		async move({ portfolio, scope, name }, position, revision) {
			const row = { portfolio, scope, name, position: toJson(position), revision: 1, updated_at: clock.now() };
			const { changes } = await withReferences(sql, { portfolio }, async (step) =>
				revision === 0
					? await step.run(...insert('cursors', row, 'ON CONFLICT (portfolio, scope, name) DO NOTHING'))
					: await step.run(
							`UPDATE cursors SET position = $4, updated_at = $5, revision = revision + 1 WHERE ${THIS_ONE} AND revision = $6`,
							[portfolio, scope, name, row.position, row.updated_at, revision],
						),
			);
			return changes === 1;
		},
	};
}
