import { looksLikeMissedCall, parseMissedCallEvent } from '../../leasing/call/missedCallSchema';
import { toldByDelivery } from '../../leasing/inbox/toldByDelivery';
import { inquiryFromMissedCall } from '../../leasing/inquiry/fromMissedCall';
import type { Inquiry } from '../../leasing/inquiry/inquiry';
import { readLeads, type LeadResult, type ReadRequest } from '../../leasing/inquiry/readLeads';
import { settleProperty } from '../../leasing/inquiry/settleProperty';
import type { KnownSettings } from '../../leasing/property/knownProperty';
import type { FoundPlaces, PropertyEvidence, PropertyMatch } from '../../leasing/property/propertyMatch';
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
	/** With the properties of the directory. */
	settingsOf(portfolio: string): Promise<KnownSettings>;
	/** Asks the directory about the ids and the unit in an inquiry. */
	findPlaces(settings: KnownSettings, said: PropertyEvidence, match: PropertyMatch): Promise<FoundPlaces>;
	/** Read only for forms and the like, since a missed call needs none of it. */
	form(): { portfolio: string; request: Omit<ReadRequest, 'settings' | 'format'> };
}

/** Makes the canonical inquiries out of one raw item (nearly always one), or says why nobody could be found in it. */
export async function normalize(item: unknown, kind: InputKind, help: NormalizeHelp): Promise<Normalized[]> {
	if (kind === 'missedCall' || (kind === 'auto' && looksLikeMissedCall(item))) return [await fromMissedCall(item, help)];
	const { portfolio, request } = help.form();
	const settings = await help.settingsOf(portfolio);
	const told = toldByDelivery(item);
	const asTold = {
		...request,
		receivedAt: told.receivedAt ?? request.receivedAt,
		defaultSource: request.defaultSource ?? told.source ?? undefined,
	};
	const normalized: Normalized[] = [];
	for (const result of await readLeads(told.item, { ...asTold, format: kind, settings })) {
		if (result.ok) normalized.push({ inquiry: await settled(result, settings, help), event: null });
		else normalized.push({ unreadable: result.reasons, raw: result.raw });
	}
	return normalized;
}

/** With what the directory says about the ids and the unit in the inquiry, if it says anything. */
async function settled(
	{ inquiry, property: said }: Extract<LeadResult, { ok: true }>,
	settings: KnownSettings,
	help: NormalizeHelp,
): Promise<Inquiry> {
	const match = inquiry.interest.property;
	if (match === undefined) return inquiry;
	const found = await help.findPlaces(settings, said, match);
	return found.listings.length === 0 && found.units.size === 0 ? inquiry : settleProperty(inquiry, said, settings, found);
}

async function fromMissedCall(item: unknown, help: NormalizeHelp): Promise<Normalized> {
	const parsed = parseMissedCallEvent(item);
	if (!parsed.ok) return { unreadable: parsed.problems.map(({ sentence }) => reason('not_a_missed_call', sentence)), raw: item };
	const { event } = parsed;
	const inquiry = inquiryFromMissedCall(event, await help.settingsOf(event.portfolio));
	return { inquiry, event: { kind: 'missed_call', eventId: event.eventId, callId: event.callId, outcome: event.outcome } };
}
