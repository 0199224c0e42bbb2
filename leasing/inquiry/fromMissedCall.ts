import type { MissedCallEvent } from '../call/call';
import { parsePhone } from '../phone/parsePhone';
import type { ContactPhone } from '../phone/phone';
import { knownNumbers } from '../portfolio/knownNumbers';
import type { PortfolioSettings } from '../portfolio/portfolio';
import { findLine } from '../portfolio/properties';
import { carriedState, type KnownProperty } from '../property/knownProperty';
import { reason, type Reason } from '../reason';
import { NO_FINGERPRINT } from './fingerprint';
import type { Inquiry, InquiryInterest, InquirySource } from './inquiry';
import { canonicalSource, sourceNamed } from './source';

/**
 * The inquiry that a missed call is. The caller's number is judged anew with the portfolio's current numbers, whatever
 * the event says. The caller ID name is left out: it is the carrier's text about a connection ("WIRELESS CALLER", a city,
 * whoever pays the bill) and not what somebody calls themselves.
 */
export function inquiryFromMissedCall(event: MissedCallEvent, settings: PortfolioSettings): Inquiry {
	const phone = callerPhone(event, settings);
	const changes: Reason[] = [];
	if (phone.e164 !== null && phone.e164 !== phone.raw) {
		changes.push(reason('phone_normalised', `The caller's number "${phone.raw}" was written as ${phone.e164}.`));
	}
	if (event.caller.name !== null) {
		changes.push(
			reason(
				'caller_id_name_unused',
				`The caller ID shows "${event.caller.name}"; it comes from the phone company and is not used as the renter's name.`,
			),
		);
	}
	return {
		portfolio: event.portfolio,
		provider: event.provider,
		providerId: event.callKey,
		fingerprint: NO_FINGERPRINT,
		channel: 'call',
		occurredAt: event.startedAt,
		receivedAt: event.receivedAt,
		people: [{ firstName: null, lastName: null, fullName: null, phones: [phone], emails: [] }],
		interest: interestOf(event, settings),
		source: sourceOf(event, settings),
		call: {
			callKey: event.callKey,
			outcome: event.outcome,
			withheld: phone.contactClass === 'withheld',
			line: event.line.e164,
			lineLabel: event.line.label,
			voicemail: event.voicemail,
		},
		changes,
		raw: event.raw,
	};
}

function callerPhone(event: MissedCallEvent, settings: PortfolioSettings): ContactPhone {
	const context = { country: settings.country, known: knownNumbers(settings) };
	const phone = parsePhone(event.caller.raw, context);
	// A provider may send a name or an address as the caller and the number apart from it.
	const readElsewhere = phone.contactClass === 'invalid' && event.caller.e164 !== null && !event.caller.withheld;
	return readElsewhere ? parsePhone(event.caller.e164, context) : phone;
}

function interestOf(event: MissedCallEvent, settings: PortfolioSettings): InquiryInterest {
	const propertyKey = event.property?.key ?? findLine(settings, event.line.e164)?.propertyKey ?? null;
	const property: KnownProperty | undefined = settings.properties.find((candidate) => candidate.key === propertyKey);
	return {
		propertyKey: property?.key ?? null,
		propertyName: property?.name ?? event.property?.name ?? null,
		propertyState: carriedState(property),
		unit: null,
		bedrooms: null,
		moveIn: null,
		budget: null,
		message: event.voicemail?.transcript ?? null,
	};
}

/** A line may be labelled with what it was printed or posted for (`Zillow`, `Yard sign`); otherwise all we know is: by phone. */
function sourceOf(event: MissedCallEvent, settings: PortfolioSettings): InquirySource {
	const label = event.line.label ?? findLine(settings, event.line.e164)?.label ?? null;
	const named = label === null ? null : sourceNamed(label);
	const found =
		named === null ? canonicalSource(null, 'call') : { source: named, evidence: `label "${label}" of the line that was called` };
	return { ...found, campaign: null, line: event.line.e164 };
}
