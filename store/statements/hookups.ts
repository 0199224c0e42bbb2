import type { Hookup, HookupFamily } from '../port/hookups';
import { fromJson, insert, toJson } from '../sql/columns';
import type { Sql } from '../sql/executor';

interface Row {
	provider: string;
	phone: string;
	purpose: Hookup['purpose'];
	provider_number_id: string;
	consumer: string;
	previous: string;
	ours: string;
	text_status_url: string | null;
	installed_at: number;
}

const COLUMNS = 'provider, phone, purpose, provider_number_id, consumer, previous, ours, text_status_url, installed_at';

const REPLACE = `ON CONFLICT (provider, phone, purpose) DO UPDATE SET
	provider_number_id = excluded.provider_number_id, consumer = excluded.consumer, previous = excluded.previous,
	ours = excluded.ours, text_status_url = excluded.text_status_url, installed_at = excluded.installed_at`;

export function makeHookups(sql: Sql): HookupFamily {
	return {
		async save(hookup) {
			await sql.run(
				...insert(
					'hookups',
					{
						provider: hookup.provider,
						phone: hookup.phone,
						purpose: hookup.purpose,
						provider_number_id: hookup.providerNumberId,
						consumer: hookup.consumer,
						previous: toJson(hookup.previous),
						ours: toJson(hookup.ours),
						text_status_url: hookup.textStatusUrl,
						installed_at: hookup.installedAt,
					},
					REPLACE,
				),
			);
		},

		async get(provider, phone, purpose) {
			const row = await sql.get<Row>(`SELECT ${COLUMNS} FROM hookups WHERE provider = $1 AND phone = $2 AND purpose = $3`, [
				provider,
				phone,
				purpose,
			]);
			return row && toHookup(row);
		},

		async listByConsumer(consumer) {
			const rows = await sql.all<Row>(`SELECT ${COLUMNS} FROM hookups WHERE consumer = $1 ORDER BY provider, phone, purpose`, [
				consumer,
			]);
			return rows.map(toHookup);
		},

		async remove(provider, phone, purpose) {
			await sql.run('DELETE FROM hookups WHERE provider = $1 AND phone = $2 AND purpose = $3', [provider, phone, purpose]);
		},
	};
}

function toHookup(row: Row): Hookup {
	return {
		provider: row.provider,
		phone: row.phone,
		purpose: row.purpose,
		providerNumberId: row.provider_number_id,
		consumer: row.consumer,
		previous: fromJson(row.previous),
		ours: fromJson(row.ours),
		textStatusUrl: row.text_status_url,
		installedAt: row.installed_at,
	};
}
