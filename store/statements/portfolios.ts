import { isDeepStrictEqual } from 'node:util';

import type { PortfolioSettings } from '../../leasing/portfolio/portfolio';
import { StoreError } from '../port/errors';
import type { PortfolioFamily, StoredPortfolio } from '../port/portfolios';
import { fromJson, insert, toJson } from '../sql/columns';
import type { Sql } from '../sql/executor';
import { one } from '../sql/one';
import type { StatementContext } from './context';

interface Row {
	settings: string;
	revision: number;
	updated_at: number;
}

const COLUMNS = 'settings, revision, updated_at';

export function makePortfolios(sql: Sql, { clock }: StatementContext): PortfolioFamily {
	return {
		async save(settings) {
			return await sql.atomically(async (step) => {
				// Several rows, in an order that others do not know: without it two processes could wait for each other's lines for ever.
				if (step.dialect.decisionLock !== '') await step.script(step.dialect.decisionLock);
				const before = await step.get<Row>(`SELECT ${COLUMNS} FROM portfolios WHERE key = $1 ${step.dialect.forUpdate}`, [
					settings.key,
				]);
				if (before !== null && isDeepStrictEqual(fromJson(before.settings), fromJson(toJson(settings)))) return toPortfolio(before);

				const row = await one<Row>(
					step,
					...insert(
						'portfolios',
						{ key: settings.key, settings: toJson(settings), revision: 1, updated_at: clock.now() },
						`ON CONFLICT (key) DO UPDATE SET settings = excluded.settings, revision = portfolios.revision + 1, updated_at = excluded.updated_at RETURNING ${COLUMNS}`,
					),
				);
				await replaceLines(step, settings);
				return toPortfolio(row);
			});
		},

		async get(key) {
			const row = await sql.get<Row>(`SELECT ${COLUMNS} FROM portfolios WHERE key = $1`, [key]);
			return row && toPortfolio(row);
		},

		async list() {
			const rows = await sql.all<Row>(`SELECT ${COLUMNS} FROM portfolios ORDER BY key`);
			return rows.map(toPortfolio);
		},

		async findLine(phone) {
			const row = await sql.get<{ settings: string }>(
				'SELECT p.settings FROM portfolio_lines l JOIN portfolios p ON p.key = l.portfolio WHERE l.phone = $1',
				[phone],
			);
			if (row === null) return null;
			const settings = fromJson<PortfolioSettings>(row.settings);
			const line = settings.lines.find((candidate) => candidate.phone === phone);
			if (line === undefined) return null;
			return { settings, line, property: settings.properties.find(({ key }) => key === line.propertyKey) ?? null };
		},
	};
}

async function replaceLines(sql: Sql, { key, lines }: PortfolioSettings): Promise<void> {
	await sql.run('DELETE FROM portfolio_lines WHERE portfolio = $1', [key]);
	for (const { phone } of lines) {
		const { changes } = await sql.run(...insert('portfolio_lines', { phone, portfolio: key }, 'ON CONFLICT DO NOTHING'));
		if (changes === 1) continue;
		const taken = await sql.get<{ portfolio: string }>('SELECT portfolio FROM portfolio_lines WHERE phone = $1', [phone]);
		// The same line twice in one portfolio's own list is not for the store to judge.
		if (taken === null || taken.portfolio === key) continue;
		throw new StoreError(
			'line_taken',
			`The line ${phone} belongs to the portfolio "${taken.portfolio}" already, and a line can stand for one portfolio only. Remove it there first, or leave it out of "${key}".`,
		);
	}
}

function toPortfolio(row: Row): StoredPortfolio {
	return { settings: fromJson(row.settings), revision: row.revision, updatedAt: row.updated_at };
}
