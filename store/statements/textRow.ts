import type { NewText, StoredText } from '../port/texts';
import { fromJson, toJson } from '../sql/columns';

/** A row of `texts` as the database returns it. */
export interface Row {
	id: string;
	portfolio: string;
	key: string;
	purpose: string;
	lead_id: string | null;
	call_id: string | null;
	to_phone: string;
	from_phone: string;
	body: string;
	segments: number;
	state: StoredText['state'];
	due_at: number;
	expires_at: number | null;
	event_at: number;
	guard: string;
	reasons: string;
	claimed_by: string | null;
	claimed_until: number | null;
	taken_over: number;
	attempted_at: number | null;
	attempts: number;
	provider_id: string | null;
	provider_status: string | null;
	error_code: string | null;
	error_message: string | null;
	created_at: number;
	sent_at: number | null;
	delivered_at: number | null;
	updated_at: number;
}

export const COLUMNS = `id, portfolio, key, purpose, lead_id, call_id, to_phone, from_phone, body, segments, state, due_at, expires_at,
	event_at, guard, reasons, claimed_by, claimed_until, taken_over, attempted_at, attempts, provider_id, provider_status, error_code,
	error_message, created_at, sent_at, delivered_at, updated_at`;

/** A new text by column. */
export function toColumns(text: NewText) {
	return {
		portfolio: text.portfolio,
		key: text.key,
		purpose: text.purpose,
		lead_id: text.leadId,
		call_id: text.callId,
		to_phone: text.to,
		from_phone: text.from,
		body: text.body,
		segments: text.segments,
		state: text.state,
		due_at: text.dueAt,
		expires_at: text.expiresAt,
		event_at: text.eventAt,
		guard: toJson(text.guard),
		reasons: toJson(text.reasons),
		taken_over: 0,
		attempts: 0,
	};
}

export function toText(row: Row): StoredText {
	return {
		id: row.id,
		portfolio: row.portfolio,
		key: row.key,
		purpose: row.purpose,
		leadId: row.lead_id,
		callId: row.call_id,
		to: row.to_phone,
		from: row.from_phone,
		body: row.body,
		segments: row.segments,
		state: row.state,
		dueAt: row.due_at,
		expiresAt: row.expires_at,
		eventAt: row.event_at,
		guard: fromJson(row.guard),
		reasons: fromJson(row.reasons),
		claimedBy: row.claimed_by,
		claimedUntil: row.claimed_until,
		attemptedAt: row.attempted_at,
		attempts: row.attempts,
		providerId: row.provider_id,
		providerStatus: row.provider_status,
		errorCode: row.error_code,
		errorMessage: row.error_message,
		createdAt: row.created_at,
		sentAt: row.sent_at,
		deliveredAt: row.delivered_at,
		updatedAt: row.updated_at,
	};
}
