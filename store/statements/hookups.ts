import { LINE_CHANNELS } from '../../leasing/phone/lineChannels';
import type { Hookup, HookupFamily, HookupKey } from '../port/hookups';
import { fromJson, insert, toJson } from '../sql/columns';
import type { Sql } from '../sql/executor';
import { requireWord } from './words';

export interface HookupRow {
	provider: string;
	phone: string;
	channel: Hookup['channel'];
	purpose: Hookup['purpose'];
	provider_number_id: string;
	consumer: string;
	previous: string;
	ours: string;
	text_status_url: string | null;
	installed_at: number;
}

export const hookupColumns =
	'provider, phone, channel, purpose, provider_number_id, consumer, previous, ours, text_status_url, installed_at';
const THIS_ONE = 'phone = $1 AND channel = $2 AND purpose = $3 AND provider = $4';

const REPLACE = `ON CONFLICT (phone, channel, purpose, provider) DO UPDATE SET
	provider_number_id = excluded.provider_number_id, consumer = excluded.consumer, previous = excluded.previous,
	ours = excluded.ours, text_status_url = excluded.text_status_url, installed_at = excluded.installed_at`;

export function makeHookups(sql: Sql): HookupFamily {
	return {
		async save(hookup) {
			requireWord(LINE_CHANNELS, hookup.channel, 'The channel of a number');
			const row = {
				provider: hookup.provider,
				phone: hookup.phone,
				channel: hookup.channel,
				purpose: hookup.purpose,
				provider_number_id: hookup.providerNumberId,
				consumer: hookup.consumer,
				previous: toJson(hookup.previous),
				ours: toJson(hookup.ours),
				text_status_url: hookup.textStatusUrl,
				installed_at: hookup.installedAt,
			};
			await sql.run(...insert('hookups', row, REPLACE));
		},

		async get(key) {
			const row = await sql.get<HookupRow>(`SELECT ${hookupColumns} FROM hookups WHERE ${THIS_ONE}`, idOf(key));
			return row && toHookup(row);
		},

		async serving(phone, channel, purpose) {
			const row = await sql.get<HookupRow>(
				`SELECT ${hookupColumns} FROM hookups WHERE phone = $1 AND channel = $2 AND purpose = $3 ORDER BY installed_at DESC, provider LIMIT 1`,
				[phone, channel, purpose],
			);
			return row && toHookup(row);
		},

		async listByConsumer(consumer) {
			const rows = await sql.all<HookupRow>(
				`SELECT ${hookupColumns} FROM hookups WHERE consumer = $1 ORDER BY provider, phone, purpose, channel`,
				[consumer],
			);
			return rows.map(toHookup);
		},

		async remove(key) {
			await sql.run(`DELETE FROM hookups WHERE ${THIS_ONE}`, idOf(key));
		},
	};
}

function idOf({ phone, channel, purpose, provider }: HookupKey): string[] {
	return [phone, channel, purpose, provider];
}

export function toHookup(row: HookupRow): Hookup {
	return {
		provider: row.provider,
		phone: row.phone,
		channel: row.channel,
		purpose: row.purpose,
		providerNumberId: row.provider_number_id,
		consumer: row.consumer,
		previous: fromJson(row.previous),
		ours: fromJson(row.ours),
		textStatusUrl: row.text_status_url,
		installedAt: row.installed_at,
	};
}
