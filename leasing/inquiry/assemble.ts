import { parsePhone } from '../phone/parsePhone';
import { wasRounded } from '../phone/rounded';
import type { PortfolioSettings } from '../portfolio/portfolio';
import type { PropertyEvidence } from '../property/propertyMatch';
import { reason, type Reason } from '../reason';
import { toIso, type Millis } from '../time';
import { capped } from './form/capped';
import { allFields, type FoundFields } from './form/findFields';
import { readInterest } from './form/interest';
import { readPeople } from './form/person';
import { propertyEvidence } from './form/propertyEvidence';
import { contentId } from './form/submissionId';
import { readSubmittedAt } from './form/values';
import { callerFingerprint, fingerprintOf } from './fingerprint';
import type { RawLead } from './formats/rawLead';
import { contactsInMessage } from './formats/contactsInMessage';
import type { Channel, Inquiry, InquiryCall, InquiryFormat, InquiryPerson } from './inquiry';
import { readLanguage } from './language';
import { sourceOf, type SourceEvidence } from './sourceEvidence';
import type { SourceNames } from './source';

export interface AssembleContext {
	settings: PortfolioSettings;
	receivedAt: Millis;
	/** What the user set for all items of this node; wins over what the format says. */
	channel?: Channel | undefined;
	provider?: string | undefined;
	/** Where these leads come from when they do not say it themselves, in any spelling. */
	defaultSource?: string | undefined;
	sourceNames?: SourceNames | undefined;
}

/** With what told the property, so that it can be looked for again when more is known. */
export type AssembleResult = { ok: true; inquiry: Inquiry; property: PropertyEvidence } | { ok: false; reasons: Reason[] };

/**
 * Makes the canonical inquiry of what a format's reader found.
 * @param evidence links, tags and click ids of the whole item
 * @returns reasons when nothing in it could be a renter: no phone, e-mail, name or message
 */
export function assemble(
	{ fields, people: groups, ...lead }: RawLead,
	raw: unknown,
	evidence: SourceEvidence,
	format: InquiryFormat | undefined,
	context: AssembleContext,
): AssembleResult {
	const { settings, receivedAt } = context;
	const changes: Reason[] = [...(lead.notes ?? [])];
	const readable = capped({ fields, people: groups }, changes);
	const found = allFields(readable.fields);
	const channel = context.channel ?? lead.channel;
	const occurredAt = occurred(found, receivedAt, lead.zone ?? null, changes);

	const people = readPeople(readable.people ?? [readable.fields], { settings, notTheRenters: lead.notTheRenters }, changes);
	const property = propertyEvidence(
		found,
		{ calledNumbers: lead.calledNumbers ?? [], mailboxes: lead.mailboxes ?? [], texts: lead.texts ?? [] },
		changes,
	);
	const interest = readInterest(found, { settings, occurredAt, property, renterWrote: lead.renterWrote }, changes);
	if (lead.renterWrote === true) contactsInMessage(people, interest.message, settings, changes);
	const attention = [...(lead.attention ?? [])];
	if (!people.some((person) => tellsSomething(person, lead.call)) && interest.message === null && attention.length === 0)
		return { ok: false, reasons: [unreadable(lead.present ?? []), ...changes] };

	const call = callOf(lead, settings);
	// What the reader found counts here, not what the user set for the node.
	const isCallOrText = call !== null || lead.channel === 'text';
	const language = readLanguage(found.language[0], interest.message);
	return {
		ok: true,
		property,
		inquiry: {
			portfolio: settings.key,
			provider: context.provider ?? lead.provider,
			providerId: providerId(found, occurredAt, changes),
			fingerprint: isCallOrText ? callerFingerprint({ people }) : fingerprintOf({ people, interest }),
			channel,
			occurredAt,
			receivedAt: toIso(receivedAt),
			people,
			interest,
			source: sourceOf(found, evidence, {
				channel,
				source: lead.source ?? null,
				network: lead.network ?? null,
				defaultSource: context.defaultSource,
				names: context.sourceNames,
				line: call?.line ?? null,
			}),
			call,
			changes,
			raw,
			...(format === undefined ? {} : { format }),
			...(language === null ? {} : { language }),
			...(attention.length === 0 ? {} : { attention }),
		},
	};
}

/** The line as E.164, as our own triggers give it; what cannot be read stays as it came. */
function callOf({ call }: Pick<RawLead, 'call'>, settings: PortfolioSettings): InquiryCall | null {
	if (call === null || call === undefined) return null;
	const line =
		call.line === null
			? null
			: (parsePhone(call.line, { country: settings.country, known: { own: new Set(), staff: new Set() } }).e164 ?? call.line);
	return { ...call, line };
}

/** A name, or a phone or address that a person could make something of even if we cannot. A call tells something even when the number is hidden. */
function tellsSomething({ fullName, phones, emails }: InquiryPerson, call: RawLead['call']): boolean {
	return (
		fullName !== null ||
		phones.some(
			(phone) =>
				phone.e164 !== null ||
				(phone.contactClass === 'withheld' && call !== null && call !== undefined) ||
				(phone.contactClass === 'invalid' && !wasRounded(phone) && phone.raw.replace(/\D/g, '').length >= 7),
		) ||
		emails.some((email) => email.address !== null && email.contactClass !== 'placeholder' && email.contactClass !== 'invalid')
	);
}

function unreadable(names: readonly string[]): Reason {
	const shown = names
		.slice(0, 20)
		.map((name) => name.slice(0, 60))
		.join(', ');
	const present = shown === '' ? 'The item is empty.' : `The item has these fields: ${shown}.`;
	return reason(
		'no_contact',
		`No phone, e-mail, name or message was found. ${present} If one of them holds it, name it in the field map.`,
	);
}

function occurred(found: FoundFields, receivedAt: Millis, zone: string | null, changes: Reason[]): string {
	const text = found.submittedAt[0];
	const read = text === undefined ? null : readSubmittedAt(text, receivedAt, zone);
	if (text !== undefined && read === null) {
		changes.push(
			reason(
				'submitted_at_unreadable',
				`The time "${text.slice(0, 60)}" lacks a time zone or cannot be right; the time of arrival was used.`,
			),
		);
	}
	return read ?? toIso(receivedAt);
}

/** Longer ids are somebody's text in the wrong field, and no index takes them. */
const LONGEST_ID = 300;

function providerId(found: FoundFields, occurredAt: string, changes: Reason[]): string {
	const given = found.submissionId[0]?.trim();
	if (given !== undefined && given !== '' && given.length <= LONGEST_ID) return given;
	changes.push(
		reason(
			'no_submission_id',
			'The form carries no submission id, so equal content on the same day counts as one inquiry. Map a submission id if the form has one.',
		),
	);
	return contentId(found, occurredAt);
}
