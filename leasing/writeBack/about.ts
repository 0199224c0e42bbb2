import * as z from 'zod/v4';

import { looksLikeMissedCall, parseMissedCallEvent } from '../call/missedCallSchema';
import { parseInquiry } from '../inquiry/inquirySchema';
import { reasonsSchema } from '../itemSchema';
import { callablePhone, writableEmail } from '../task/contactTitle';
import type { PortfolioSettings } from '../portfolio/portfolio';
import { HAPPENINGS, inquiryOccurrence, missedCallOccurrence, type Happening, type Occurrence } from './occurrence';
import { UserMistake } from '../userMistake';

/** What is to be written back, as the item and the fields of the node tell it. */
export interface About {
	occurrence: Occurrence;
	contact: { firstName: string | null; lastName: string | null; phone: string; email: string | null };
	/** Of a property of the settings or the directory; a name will do. */
	propertyKey: string | null;
	leadId: string | null;
	call: { provider: string; callKey: string } | null;
}

export interface AboutContext {
	settings: PortfolioSettings;
	/** ISO 8601, UTC. */
	now: string;
	/** The property-management system, as people call it. */
	pms: string;
}

const itemSchema = z.object({
	lead: z.object({ id: z.string() }).passthrough().nullish().catch(null),
	text: z.object({ state: z.string(), body: z.string(), reasons: reasonsSchema }).nullish().catch(null),
});

const field = z
	.union([z.string(), z.number()])
	.nullish()
	.transform((value) => String(value ?? '').trim());

/** Fields of the node that say what the item does not; empty ones do not count. */
const givenSchema = z.object({
	what: z.enum(['auto', ...HAPPENINGS]).default('auto'),
	summary: field,
	details: field,
	eventKey: field,
	eventTime: field,
	phone: field,
	firstName: field,
	lastName: field,
	email: field,
	leadId: field,
	property: field,
});

/**
 * Reads an item of a node, and the fields that say what it does not.
 * @throws UserMistake when nothing tells what happened, or to whom
 */
export function aboutOf(json: unknown, given: Record<string, unknown>, { settings, now, pms }: AboutContext): About {
	const fields = givenSchema.safeParse(given);
	if (!fields.success)
		throw new UserMistake('A field of Queue Write-Back cannot be read.', 'Check the expressions: each field must give one text.');
	const { what, summary, details, eventKey, eventTime, phone, firstName, lastName, email, leadId, property } = fields.data;
	const known = fromItem(json, settings);
	const happening: Happening = what === 'auto' ? (known?.occurrence.what ?? 'other') : what;
	const sameEvent = known !== null && (what === 'auto' || what === known.occurrence.what);
	const key = eventKey !== '' ? eventKey : sameEvent ? known.occurrence.key : known ? `${known.occurrence.key}:${happening}` : '';
	if (key === '') {
		throw new UserMistake(
			'This item does not say what happened, so a repeated run could write it twice.',
			'Connect this node behind a Missed Call Trigger, Look Up Caller, Deduplicate Lead or Leasing Text, or set Event Key to something that is unique for the event.',
		);
	}
	const words = summary !== '' ? summary : sameEvent ? known.occurrence.summary : '';
	if (words === '')
		throw new UserMistake(
			'Summary is empty, and the item does not tell what happened.',
			`Enter one line for the people who read it in ${pms}, such as "Did not come to the tour at 3 PM".`,
		);
	const lines = details === '' ? [] : details.split('\n');
	return {
		occurrence: {
			key,
			what: happening,
			at: timeOf(eventTime) ?? (sameEvent ? known.occurrence.at : now),
			summary: words,
			details: sameEvent ? [...known.occurrence.details, ...lines] : lines,
		},
		contact: {
			firstName: firstName || known?.contact.firstName || null,
			lastName: lastName || known?.contact.lastName || null,
			phone: phone || known?.contact.phone || '',
			email: email || known?.contact.email || null,
		},
		propertyKey: property || known?.propertyKey || null,
		leadId: leadId || known?.leadId || null,
		call: known?.call ?? null,
	};
}

function fromItem(json: unknown, settings: PortfolioSettings): About | null {
	const item = itemSchema.safeParse(json).data ?? {};
	const leadId = item.lead?.id ?? null;
	const text = item.text ?? null;
	if (looksLikeMissedCall(json)) {
		const parsed = parseMissedCallEvent(json);
		if (!parsed.ok) return null;
		const { event } = parsed;
		return {
			occurrence: missedCallOccurrence(event, text, settings),
			contact: { firstName: null, lastName: null, phone: event.caller.e164 ?? event.caller.raw, email: null },
			propertyKey: event.property?.key ?? null,
			leadId,
			call: { provider: event.provider, callKey: event.callKey },
		};
	}
	const parsed = parseInquiry((json as { inquiry?: unknown } | null)?.inquiry);
	if (!parsed.ok) return null;
	const { inquiry } = parsed;
	const person = inquiry.people.find(({ fullName }) => fullName !== null) ?? inquiry.people[0];
	return {
		occurrence: inquiryOccurrence(inquiry, text, leadId, settings),
		contact: {
			firstName: person?.firstName ?? person?.fullName ?? null,
			lastName: person?.lastName ?? null,
			phone: callablePhone(inquiry.people) ?? person?.phones[0]?.raw ?? '',
			email: writableEmail(inquiry.people),
		},
		propertyKey: inquiry.interest.propertyKey,
		leadId,
		call: inquiry.call === null ? null : { provider: inquiry.provider, callKey: inquiry.call.callKey },
	};
}

function timeOf(text: string): string | null {
	if (text === '') return null;
	const at = Date.parse(text);
	if (!Number.isNaN(at)) return new Date(at).toISOString();
	throw new UserMistake(
		`Event Time is "${text}", which is no date and time.`,
		'Choose a date, or give one such as 2026-03-10T09:00:00Z with an expression.',
	);
}
