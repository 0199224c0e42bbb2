import type { MissedCallEvent } from '../call/call';
import { localTime } from '../hours/localTime';
import type { Inquiry } from '../inquiry/inquiry';
import { sentKey } from '../inquiry/sentKey';
import { formatPhone } from '../phone/formatPhone';
import type { PortfolioSettings } from '../portfolio/portfolio';
import type { Reason } from '../reason';

export const HAPPENINGS = [
	'missed_call',
	'inquiry',
	'text_sent',
	'text_received',
	'tour_booked',
	'no_show',
	'status_changed',
	'other',
] as const;
/** What is written back. */
export type Happening = (typeof HAPPENINGS)[number];

/** What happened, in words for the people who read it in the property-management system. */
export interface Occurrence {
	/** Unique for ever: made from the event. One occurrence is one record. */
	key: string;
	what: Happening;
	/** ISO 8601, UTC. */
	at: string;
	/** One line, for a title. */
	summary: string;
	/** Further lines. */
	details: string[];
}

type Where = Pick<PortfolioSettings, 'country' | 'timeZone'>;

/** A text that was sent, held or left out because of the event. */
export interface TextOutcome {
	state: string;
	body: string;
	reasons: Reason[];
}

/** A missed call as it is written down, with the text that answered it. */
export function missedCallOccurrence(event: MissedCallEvent, text: TextOutcome | null, where: Where): Occurrence {
	const caller = event.caller.e164 === null ? 'a hidden number' : formatPhone(event.caller.e164, where.country);
	const line = [event.line.label, formatPhone(event.line.e164, where.country)].filter(Boolean).join(', ');
	return {
		key: event.eventId,
		what: 'missed_call',
		at: event.startedAt,
		summary: `Missed call from ${caller}${event.property === null ? '' : ` about ${event.property.name}`}`,
		details: [
			`When: ${writtenTime(event.startedAt, where)}`,
			`Line: ${line}`,
			`How it was missed: ${event.outcome.replaceAll('_', ' ')}`,
			...voicemailLines(event.voicemail),
			...textLines(text),
		],
	};
}

/** An inquiry of any kind as it is written down. */
export function inquiryOccurrence(inquiry: Inquiry, text: TextOutcome | null, leadId: string | null, where: Where): Occurrence {
	const { call, interest, source, people } = inquiry;
	const name = people.find((person) => person.fullName !== null)?.fullName ?? null;
	const phone = people.flatMap((person) => person.phones).find(({ e164 }) => e164 !== null)?.e164 ?? null;
	const who = name ?? (phone === null ? 'somebody' : formatPhone(phone, where.country));
	const about = interest.propertyName === null ? '' : ` about ${interest.propertyName}`;
	const line =
		call === null
			? null
			: [call.lineLabel, call.line === null ? null : formatPhone(call.line, where.country)].filter(Boolean).join(', ');
	return {
		// As the event of the call is called, so that one call is written once whichever item tells of it.
		key: `${call === null ? 'inquiry' : 'missed_call'}:${sentKey(inquiry)}`,
		what: call === null ? 'inquiry' : 'missed_call',
		at: inquiry.occurredAt,
		summary: `${call === null ? `Inquiry (${inquiry.channel.replaceAll('_', ' ')})` : 'Missed call'} from ${who}${about}`,
		details: [
			`When: ${writtenTime(inquiry.occurredAt, where)}`,
			...(line ? [`Line: ${line}`] : []),
			...(call === null ? [] : [`How it was missed: ${call.outcome.replaceAll('_', ' ')}`, ...voicemailLines(call.voicemail)]),
			`Source: ${source.source}`,
			...(interest.unit === null ? [] : [`Unit: ${interest.unit}`]),
			...(interest.bedrooms === null ? [] : [`Bedrooms: ${interest.bedrooms}`]),
			...(interest.moveIn === null ? [] : [`Move-in: ${interest.moveIn}`]),
			...(interest.budget === null ? [] : [`Budget: ${interest.budget}`]),
			...(interest.message === null || call !== null ? [] : [`Message: ${interest.message}`]),
			...textLines(text),
			...(leadId === null ? [] : [`Lead: ${leadId}`]),
		],
	};
}

function voicemailLines(voicemail: MissedCallEvent['voicemail']): string[] {
	if (voicemail === null) return [];
	const length = voicemail.durationSeconds === null ? '' : ` (${voicemail.durationSeconds} seconds)`;
	return [
		`Voicemail${length}: ${voicemail.url ?? 'recorded'}`,
		...(voicemail.transcript === null ? [] : [`The caller said: ${voicemail.transcript}`]),
	];
}

function textLines(text: TextOutcome | null): string[] {
	if (text === null) return [];
	const words: Readonly<Record<string, string>> = {
		sent: 'Text sent',
		delivered: 'Text delivered',
		held: 'Text waiting to be sent',
		planned: 'Text waiting to be sent',
		claimed: 'Text waiting to be sent',
	};
	const word = words[text.state];
	return word === undefined ? [`No text was sent: ${text.reasons[0]?.sentence ?? text.state}`] : [`${word}: ${text.body}`];
}

/** As people at the property read a clock. */
export function writtenTime(iso: string, { timeZone }: Pick<Where, 'timeZone'>): string {
	const { date, minute } = localTime(timeZone, Date.parse(iso));
	return `${date} ${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')} (${timeZone})`;
}
