import { CLOCKS_DIFFER } from '../../leasing/lease';
import { TRIGGER_MODES } from '../../leasing/call/call';
import { readCallSignal } from '../../leasing/call/signal';
import type { CallFamily } from '../port/calls';
import { fromJson, insert, toJson } from '../sql/columns';
import type { Sql } from '../sql/executor';
import { one } from '../sql/one';
import { unknownRecord, withReferences } from '../sql/references';
import { COLUMNS, toCall, type Row } from './callRow';
import type { StatementContext } from './context';
import { groupOf } from './leadGroup';
import { requireWord } from './words';

export function makeCalls(sql: Sql, { clock, ids }: StatementContext): CallFamily {
	return {
		async open(call) {
			requireWord(TRIGGER_MODES, call.mode, 'The mode of a call');
			const row = {
				id: ids.next('call'),
				portfolio: call.portfolio,
				provider: call.provider,
				provider_call_id: call.providerCallId,
				mode: call.mode,
				consumer: call.consumer,
				caller_raw: call.callerRaw,
				caller_e164: call.callerE164,
				caller_name: call.callerName,
				withheld: call.withheld ? 1 : 0,
				line_e164: call.lineE164,
				line_label: call.lineLabel,
				property_key: call.propertyKey,
				forwarded_from: call.forwardedFrom,
				started_at: call.startedAt,
				screening: call.screening ? 1 : 0,
				raw: toJson(call.raw),
				state: 'open',
				reasons: '[]',
				updated_at: clock.now(),
			};
			return await withReferences(sql, { portfolio: call.portfolio }, async (step) => {
				const created = await step.get<Row>(
					...insert('calls', row, `ON CONFLICT (provider, provider_call_id) DO NOTHING RETURNING ${COLUMNS}`),
				);
				if (created !== null) return { call: toCall(created), created: true };
				const known = await one<Row>(step, `SELECT ${COLUMNS} FROM calls WHERE provider = $1 AND provider_call_id = $2`, [
					call.provider,
					call.providerCallId,
				]);
				return { call: toCall(known), created: false };
			});
		},

		async get(id) {
			const row = await sql.get<Row>(`SELECT ${COLUMNS} FROM calls WHERE id = $1`, [id]);
			return row && toCall(row);
		},

		async byProviderId(provider, providerCallId) {
			const row = await sql.get<Row>(`SELECT ${COLUMNS} FROM calls WHERE provider = $1 AND provider_call_id = $2`, [
				provider,
				providerCallId,
			]);
			return row && toCall(row);
		},

		async addSignal(callId, key, signal, at) {
			return await sql.atomically(async (step) => {
				const touched = await step.run(
					// Never back, as signals may come in any order; unless it lies where only a wrong clock can have put it.
					'UPDATE calls SET updated_at = CASE WHEN updated_at < $2 OR updated_at > $3 THEN $2 ELSE updated_at END WHERE id = $1',
					[callId, at, at + CLOCKS_DIFFER],
				);
				if (touched.changes === 0) throw unknownRecord('call', callId);
				const { changes } = await step.run(
					...insert(
						'call_signals',
						{ call_id: callId, key, id: ids.next('signal'), signal: toJson(signal), at },
						'ON CONFLICT DO NOTHING',
					),
				);
				return changes === 1;
			});
		},

		async signals(callId) {
			const rows = await sql.all<{ signal: string }>('SELECT signal FROM call_signals WHERE call_id = $1 ORDER BY at, id', [callId]);
			return rows.flatMap(({ signal }) => readCallSignal(fromJson(signal)) ?? []);
		},

		async decide(callId, verdict) {
			const { changes } = await sql.run(
				`UPDATE calls SET state = $2, outcome = $3, reasons = $4, ended_at = COALESCE($5, ended_at), updated_at = $6
				WHERE id = $1 AND state IN ('open', 'unclear')`,
				[callId, verdict.state, verdict.outcome, toJson(verdict.reasons), verdict.endedAt, clock.now()],
			);
			if (changes === 1) return true;
			if ((await sql.get('SELECT 1 AS found FROM calls WHERE id = $1', [callId])) === null) throw unknownRecord('call', callId);
			return false;
		},

		async attachVoicemail(callId, { recordingId, url, durationSeconds, transcript }) {
			// Recording and transcript come apart and in any order: what is known stays when a part is missing.
			const row = await sql.get<Row>(
				`UPDATE calls SET
					voicemail_recording_id = COALESCE($2, voicemail_recording_id), voicemail_url = COALESCE($3, voicemail_url),
					voicemail_duration_seconds = COALESCE($4, voicemail_duration_seconds), voicemail_transcript = COALESCE($5, voicemail_transcript),
					updated_at = $6
				WHERE id = $1 RETURNING ${COLUMNS}`,
				[callId, recordingId ?? null, url ?? null, durationSeconds ?? null, transcript ?? null, clock.now()],
			);
			if (row === null) throw unknownRecord('call', callId);
			return toCall(row);
		},

		async setLead(callId, leadId) {
			const { changes } = await withReferences(
				sql,
				{ leadId },
				async (step) =>
					await step.run('UPDATE calls SET lead_id = $2, updated_at = $3 WHERE id = $1', [callId, leadId, clock.now()]),
			);
			if (changes === 0) throw unknownRecord('call', callId);
		},

		async handOver(callId, from, to) {
			const { changes } = await sql.run(
				"UPDATE calls SET consumer = $3 WHERE id = $1 AND consumer = $2 AND state IN ('open', 'unclear')",
				[callId, from, to],
			);
			return changes === 1;
		},

		async listUndecided(consumer, before, limit) {
			const rows = await sql.all<Row>(
				`SELECT ${COLUMNS} FROM calls
				WHERE consumer = $1 AND updated_at < $2 AND state IN ('open', 'unclear')
					AND ((state = 'open' AND updated_at < $3) OR (state = 'unclear' AND updated_at < $4))
				ORDER BY updated_at, id LIMIT $5`,
				[consumer, Math.max(before.open, before.unclear), before.open, before.unclear, limit],
			);
			return rows.map(toCall);
		},

		async listByLead(leadId) {
			const rows = await sql.all<Row>(`SELECT ${COLUMNS} FROM calls WHERE lead_id IN ${groupOf('$1')} ORDER BY started_at, id`, [
				leadId,
			]);
			return rows.map(toCall);
		},

		hasCalled: async (portfolio, phone) =>
			(await sql.get('SELECT 1 AS found FROM calls WHERE portfolio = $1 AND caller_e164 = $2 LIMIT 1', [portfolio, phone])) !== null,
	};
}
