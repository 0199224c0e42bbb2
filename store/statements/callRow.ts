import type { StoredCall, Voicemail } from '../port/calls';
import { fromJson } from '../sql/columns';

/** A row of `calls` as the database returns it. */
export interface Row {
	id: string;
	portfolio: string;
	provider: string;
	provider_call_id: string;
	mode: StoredCall['mode'];
	consumer: string;
	caller_raw: string;
	caller_e164: string | null;
	caller_name: string | null;
	withheld: number;
	line_e164: string;
	line_label: string | null;
	property_key: string | null;
	forwarded_from: string | null;
	started_at: number;
	screening: number;
	raw: string;
	state: StoredCall['state'];
	outcome: string | null;
	reasons: string;
	ended_at: number | null;
	lead_id: string | null;
	voicemail_recording_id: string | null;
	voicemail_url: string | null;
	voicemail_duration_seconds: number | null;
	voicemail_transcript: string | null;
	updated_at: number;
}

export const COLUMNS = `id, portfolio, provider, provider_call_id, mode, consumer, caller_raw, caller_e164, caller_name, withheld,
	line_e164, line_label, property_key, forwarded_from, started_at, screening, raw, state, outcome, reasons, ended_at, lead_id,
	voicemail_recording_id, voicemail_url, voicemail_duration_seconds, voicemail_transcript, updated_at`;

export function toCall(row: Row): StoredCall {
	return {
		id: row.id,
		portfolio: row.portfolio,
		provider: row.provider,
		providerCallId: row.provider_call_id,
		mode: row.mode,
		consumer: row.consumer,
		callerRaw: row.caller_raw,
		callerE164: row.caller_e164,
		callerName: row.caller_name,
		withheld: row.withheld === 1,
		lineE164: row.line_e164,
		lineLabel: row.line_label,
		propertyKey: row.property_key,
		forwardedFrom: row.forwarded_from,
		startedAt: row.started_at,
		screening: row.screening === 1,
		raw: fromJson(row.raw),
		state: row.state,
		outcome: row.outcome,
		reasons: fromJson(row.reasons),
		endedAt: row.ended_at,
		leadId: row.lead_id,
		voicemail: toVoicemail(row),
		updatedAt: row.updated_at,
	};
}

/** Null as long as nothing of a voicemail has come. */
function toVoicemail(row: Row): Voicemail | null {
	const voicemail: Voicemail = {
		recordingId: row.voicemail_recording_id,
		url: row.voicemail_url,
		durationSeconds: row.voicemail_duration_seconds,
		transcript: row.voicemail_transcript,
	};
	return Object.values(voicemail).every((part) => part === null) ? null : voicemail;
}
