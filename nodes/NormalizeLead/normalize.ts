import { looksLikeMissedCall, parseMissedCallEvent } from '../../leasing/call/missedCallSchema';
import { inquiryFromMissedCall } from '../../leasing/inquiry/fromMissedCall';
import type { Inquiry } from '../../leasing/inquiry/inquiry';
import { readLeads, type ReadRequest } from '../../leasing/inquiry/readLeads';
import type { PortfolioSettings } from '../../leasing/portfolio/portfolio';
import { reason, type Reason } from '../../leasing/reason';

/** `auto`, `missedCall`, or the id of a format. */
export type InputKind = string;

/** What later nodes need to know about the event behind an inquiry. */
export interface EventRef {
	kind: 'missed_call';
	eventId: string;
	/** Our own id of the call in the store. */
	callId: string;
	outcome: string;
}

export type Normalized = { inquiry: Inquiry; event: EventRef | null } | { unreadable: Reason[]; raw: unknown };

export interface NormalizeHelp {
	settingsOf(portfolio: string): Promise<PortfolioSettings>;
	/** Read only for forms and the like, since a missed call needs none of it. */
	form(): { portfolio: string; request: Omit<ReadRequest, 'settings' | 'format'> };
}

/** Makes the canonical inquiries out of one raw item (nearly always one), or says why nobody could be found in it. */
export async function normalize(item: unknown, kind: InputKind, help: NormalizeHelp): Promise<Normalized[]> {
	if (kind === 'missedCall' || (kind === 'auto' && looksLikeMissedCall(item))) return [await fromMissedCall(item, help)];
	const { portfolio, request } = help.form();
	const results = await readLeads(item, { ...request, format: kind, settings: await help.settingsOf(portfolio) });
	return results.map((result) => (result.ok ? { inquiry: result.inquiry, event: null } : { unreadable: result.reasons, raw: result.raw }));
}

async function fromMissedCall(item: unknown, help: NormalizeHelp): Promise<Normalized> {
	const parsed = parseMissedCallEvent(item);
	if (!parsed.ok) return { unreadable: parsed.problems.map(({ sentence }) => reason('not_a_missed_call', sentence)), raw: item };
	const { event } = parsed;
	const inquiry = inquiryFromMissedCall(event, await help.settingsOf(event.portfolio));
	return { inquiry, event: { kind: 'missed_call', eventId: event.eventId, callId: event.callId, outcome: event.outcome } };
}
