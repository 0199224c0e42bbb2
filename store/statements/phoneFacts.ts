import type { PhoneFactFamily } from '../port/phoneFacts';
import { insert } from '../sql/columns';
import type { Sql } from '../sql/executor';

interface Row {
	phone: string;
	line_type: string | null;
	textable: number | null;
	via: string;
	learned_at: number;
}

export function makePhoneFacts(sql: Sql): PhoneFactFamily {
	return {
		async save({ phone, lineType, textable, via, learnedAt }) {
			const row = { phone, line_type: lineType, textable: textable === null ? null : textable ? 1 : 0, via, learned_at: learnedAt };
			// Line type and textable come from different sources: what the new fact does not know stays as it was.
			await sql.run(
				...insert(
					'phone_facts',
					row,
					`ON CONFLICT (phone) DO UPDATE SET line_type = COALESCE(excluded.line_type, phone_facts.line_type),
						textable = COALESCE(excluded.textable, phone_facts.textable), via = excluded.via, learned_at = excluded.learned_at`,
				),
			);
		},

		async get(phone) {
			const row = await sql.get<Row>('SELECT phone, line_type, textable, via, learned_at FROM phone_facts WHERE phone = $1', [phone]);
			if (row === null) return null;
			return {
				phone: row.phone,
				lineType: row.line_type,
				textable: row.textable === null ? null : row.textable === 1,
				via: row.via,
				learnedAt: row.learned_at,
			};
		},
	};
}
