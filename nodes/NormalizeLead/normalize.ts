import { looksLikeMissedCall, parseMissedCallEvent } from '../../leasing/call/missedCallSchema';
import { inquiryFromForm, type FormContext } from '../../leasing/inquiry/fromForm';
import type { FieldMap } from '../../leasing/inquiry/form/fieldMap';
import { inquiryFromMissedCall } from '../../leasing/inquiry/fromMissedCall';
import type { Inquiry } from '../../leasing/inquiry/inquiry';
import type { PortfolioSettings } from '../../leasing/portfolio/portfolio';
import { reason, type Reason } from '../../leasing/reason';

export type InputKind = 'auto' | 'missedCall' | 'form';

/** What later nodes need to know about the event behind an inquiry. */
export interface EventRef {
	kind: 'missed_call';
	eventId: string;
	/** Our own id of the call in the store. */
	callId: string;
	outcome: string;
}

export type Normalized = { inquiry: Inquiry; event: EventRef | null } | { unreadable: Reason[] };

export interface NormalizeHelp {
	settingsOf(portfolio: string): Promise<PortfolioSettings>;
	/** Read only for forms, since a missed call needs none of it. */
	form(): { portfolio: string; map: FieldMap; context: Omit<FormContext, 'settings'> };
}

/** Makes the canonical inquiry out of one raw item, or says why nobody could be found in it. */
export async function normalize(item: unknown, kind: InputKind, help: NormalizeHelp): Promise<Normalized> {
	if (kind === 'missedCall' || (kind === 'auto' && looksLikeMissedCall(item))) return await fromMissedCall(item, help);
	const { portfolio, map, context } = help.form();
	const result = inquiryFromForm(item, map, { ...context, settings: await help.settingsOf(portfolio) });
	return result.ok ? { inquiry: result.inquiry, event: null } : { unreadable: result.reasons };
}

async function fromMissedCall(item: unknown, help: NormalizeHelp): Promise<Normalized> {
	const parsed = parseMissedCallEvent(item);
	if (!parsed.ok) return { unreadable: parsed.problems.map(({ sentence }) => reason('not_a_missed_call', sentence)) };
	const { event } = parsed;
	const inquiry = inquiryFromMissedCall(event, await help.settingsOf(event.portfolio));
	return { inquiry, event: { kind: 'missed_call', eventId: event.eventId, callId: event.callId, outcome: event.outcome } };
}
