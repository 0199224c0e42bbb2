import type { NewReceivedText, NewText, ReceivedText, StoredText } from '../port/texts';
import { fromJson, toJson } from '../sql/columns';

/** A row of `texts` as the database returns it. */
export interface Row {
	id: string;
	portfolio: string;
	key: string;
	purpose: string;
	lead_id: string | null;
	call_id: string | null;
	inquiry_id: string | null;
	line: string;
	phone: string;
	body: string;
	media: string;
	segments: number;
	direction: 'out' | 'in';
	state: StoredText['state'] | ReceivedText['state'];
	at: number;
	due_at: number;
	expires_at: number | null;
	event_at: number;
	to_stranger: number;
	guard: string;
	reasons: string;
	claimed_by: string | null;
	claimed_until: number | null;
	taken_over: number;
	attempted_at: number | null;
	attempts: number;
	provider: string | null;
	provider_id: string | null;
	provider_status: string | null;
	error_code: string | null;
	error_message: string | null;
	created_at: number;
	sent_at: number | null;
	delivered_at: number | null;
	updated_at: number;
}

export const COLUMNS = `id, portfolio, key, purpose, lead_id, call_id, inquiry_id, line, phone, body, media, segments, direction, state, at,
	due_at, expires_at, event_at, to_stranger, guard, reasons, claimed_by, claimed_until, taken_over, attempted_at, attempts, provider, provider_id,
	provider_status, error_code, error_message, created_at, sent_at, delivered_at, updated_at`;

/** A new text by column. */
export function toColumns(text: NewText) {
	return {
		portfolio: text.portfolio,
		key: text.key,
		purpose: text.purpose,
		lead_id: text.leadId,
		call_id: text.callId,
		line: text.line,
		phone: text.phone,
		body: text.body,
		media: '[]',
		segments: text.segments,
		direction: 'out',
		state: text.state,
		at: text.dueAt,
		due_at: text.dueAt,
		expires_at: text.expiresAt,
		event_at: text.eventAt,
		to_stranger: text.toStranger === true ? 1 : 0,
		guard: toJson(text.guard),
		reasons: toJson(text.reasons),
		taken_over: 0,
		attempts: 0,
		provider: text.provider ?? null,
	};
}

/** A text that came in, by column. */
export function receivedColumns(text: NewReceivedText) {
	return {
		portfolio: text.portfolio,
		key: `received:${text.provider}:${text.providerId}`,
		purpose: 'received',
		lead_id: text.leadId,
		inquiry_id: text.inquiryId,
		line: text.line,
		phone: text.phone,
		body: text.body,
		media: toJson(text.media),
		segments: text.segments ?? 1,
		direction: 'in',
		state: 'received',
		at: text.receivedAt,
		due_at: text.receivedAt,
		event_at: text.receivedAt,
		to_stranger: 0,
		guard: toJson(null),
		reasons: toJson([]),
		taken_over: 0,
		attempts: 0,
		provider: text.provider,
		provider_id: text.providerId,
	};
}

export function toReceived(row: Row): ReceivedText {
	return {
		direction: 'in',
		id: row.id,
		portfolio: row.portfolio,
		// Constraints of the table: a text that came in has both.
		provider: row.provider ?? '',
		providerId: row.provider_id ?? '',
		line: row.line,
		phone: row.phone,
		body: row.body,
		media: fromJson(row.media),
		segments: row.segments,
		state: 'received',
		leadId: row.lead_id,
		inquiryId: row.inquiry_id,
		receivedAt: row.event_at,
		at: row.at,
	};
}

/** @param row of a text that we sent or meant to send */
export function toText(row: Row): StoredText {
	return {
		direction: 'out',
		id: row.id,
		portfolio: row.portfolio,
		key: row.key,
		purpose: row.purpose,
		leadId: row.lead_id,
		callId: row.call_id,
		line: row.line,
		phone: row.phone,
		body: row.body,
		segments: row.segments,
		// A cast, not a check: `received` is the state of what came in.
		state: row.state as StoredText['state'],
		at: row.at,
		toStranger: row.to_stranger === 1,
		dueAt: row.due_at,
		expiresAt: row.expires_at,
		eventAt: row.event_at,
		guard: fromJson(row.guard),
		reasons: fromJson(row.reasons),
		claimedBy: row.claimed_by,
		claimedUntil: row.claimed_until,
		attemptedAt: row.attempted_at,
		attempts: row.attempts,
		provider: row.provider,
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
