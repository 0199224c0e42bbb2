import type { PortfolioSettings } from '../portfolio/portfolio';
import { reason, type Reason } from '../reason';
import { toIso, type Millis } from '../time';
import type { FieldMap } from './form/fieldMap';
import { findFields, type FormContent } from './form/findFields';
import { readInterest } from './form/interest';
import { readPerson } from './form/person';
import { contentId } from './form/submissionId';
import { readSubmittedAt } from './form/values';
import type { Channel, Inquiry, InquiryPerson } from './inquiry';
import { canonicalSource } from './source';

export interface FormContext {
	settings: PortfolioSettings;
	/** Who sent the form; with the submission id it tells repeats apart. Default `form`. */
	provider?: string;
	/** Default `form`. */
	channel?: Channel;
	/** Where these forms come from when they do not say it themselves, in any spelling. */
	defaultSource?: string;
	receivedAt: Millis;
}

export type FormResult = { ok: true; inquiry: Inquiry } | { ok: false; reasons: Reason[] };

/**
 * Reads a web form, or any JSON object, as an inquiry. Nested groups and lists are fine.
 * @param map where our fields stand; fields that it leaves out are looked for by their usual names
 * @returns reasons when nothing in it could be a renter: no phone, e-mail, name or message
 */
export function inquiryFromForm(input: unknown, map: FieldMap, context: FormContext): FormResult {
	if (typeof input !== 'object' || input === null || Array.isArray(input)) {
		return { ok: false, reasons: [reason('not_an_object', 'The item is not a group of fields. Connect a step that gives one item for each form.')] };
	}
	const content = findFields(input, map);
	const changes: Reason[] = content.mappedToNothing.map(({ field, path }) =>
		reason('mapped_field_missing', `The field map looks for ${field} at "${path}", but nothing stands there.`),
	);
	const person = readPerson(content.found, context.settings, changes);
	const interest = readInterest(content.found, context.settings, changes);
	if (!tellsSomething(person) && interest.message === null) return { ok: false, reasons: [unreadable(content), ...changes] };

	const channel = context.channel ?? 'form';
	const occurredAt = occurred(content, context.receivedAt, changes);
	return {
		ok: true,
		inquiry: {
			portfolio: context.settings.key,
			provider: context.provider ?? 'form',
			providerId: providerId(content, occurredAt, changes),
			channel,
			occurredAt,
			receivedAt: toIso(context.receivedAt),
			people: [person],
			interest,
			source: { ...canonicalSource(content.found.source[0] ?? context.defaultSource ?? null, channel), campaign: content.found.campaign[0] ?? null, line: null },
			call: null,
			changes,
			raw: input,
		},
	};
}

/** A name, or a phone or address that a person could make something of even if we cannot. */
function tellsSomething({ fullName, phones, emails }: InquiryPerson): boolean {
	return (
		fullName !== null ||
		phones.some((phone) => phone.e164 !== null || (phone.contactClass === 'invalid' && phone.raw.replace(/\D/g, '').length >= 7)) ||
		emails.some((email) => email.address !== null && email.contactClass !== 'placeholder' && email.contactClass !== 'invalid')
	);
}

function unreadable(content: FormContent): Reason {
	const shown = content.present.slice(0, 20).join(', ');
	const present = shown === '' ? 'The item is empty.' : `The item has these fields: ${shown}.`;
	return reason('no_contact', `No phone, e-mail, name or message was found. ${present} If one of them holds it, name it in the field map.`);
}

function occurred(content: FormContent, receivedAt: Millis, changes: Reason[]): string {
	const text = content.found.submittedAt[0];
	const read = text === undefined ? null : readSubmittedAt(text, receivedAt);
	if (text !== undefined && read === null) {
		changes.push(reason('submitted_at_unreadable', `The time "${text}" lacks a time zone or cannot be right; the time of arrival was used.`));
	}
	return read ?? toIso(receivedAt);
}

function providerId(content: FormContent, occurredAt: string, changes: Reason[]): string {
	const given = content.found.submissionId[0];
	if (given !== undefined) return given;
	changes.push(
		reason('no_submission_id', 'The form carries no submission id, so equal content on the same day counts as one inquiry. Map a submission id if the form has one.'),
	);
	return contentId(content.found, occurredAt);
}
