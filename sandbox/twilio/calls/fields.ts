import { numberPlace } from '../phones';
import type { Account } from '../account';
import type { Call } from './call';
import type { Leg } from './leg';

/** The form fields of any voice webhook about a leg. */
export function voiceFields(account: Account, call: Call, leg: Leg): Record<string, string> {
	const fields: Record<string, string> = {
		AccountSid: account.sid,
		ApiVersion: '2010-04-01',
		CallSid: leg.sid,
		CallStatus: leg.status,
		Called: leg.to,
		Caller: leg.from,
		Direction: leg.direction,
		From: leg.from,
		To: leg.to,
		...placeFields('From', leg.from),
		...placeFields('Caller', leg.from),
		...placeFields('To', leg.to),
		...placeFields('Called', leg.to),
	};
	if (leg.parentSid !== null) return { ...fields, ParentCallSid: leg.parentSid };
	return { ...fields, ...firstLegFields(call) };
}

/** Fields that only the caller's own leg has. Some are there for some calls only; none may be relied on. */
function firstLegFields(call: Call): Record<string, string> {
	const fields: Record<string, string> = {
		CallToken: `{"parentCallInfoToken":"${call.sid}"}`,
		StirVerstat: call.from.startsWith('+1') ? 'TN-Validation-Passed-A' : 'No-TN-Validation',
	};
	if (call.line.voiceCallerIdLookup && call.place.callerName !== undefined) fields['CallerName'] = call.place.callerName;
	if (call.place.forwardedFrom !== undefined) {
		fields['ForwardedFrom'] = call.place.forwardedFrom;
		fields['CalledVia'] = call.place.forwardedFrom;
	}
	return fields;
}

/** `FromCity`, `FromState`, … for a prefix such as `From`; empty where the numbering plan says nothing. */
export function placeFields(prefix: string, phone: string): Record<string, string> {
	const place = numberPlace(phone);
	return {
		[`${prefix}City`]: place.city,
		[`${prefix}State`]: place.state,
		[`${prefix}Zip`]: place.zip,
		[`${prefix}Country`]: place.country,
	};
}

/** Added to status callbacks: times, order and, once the leg ended, its length. */
export function progressFields(leg: Leg, sequenceNumber: number): Record<string, string> {
	const fields: Record<string, string> = {
		Timestamp: new Date().toUTCString(),
		SequenceNumber: String(sequenceNumber),
		CallbackSource: 'call-progress-events',
	};
	if (leg.endedAt === null) return fields;
	const seconds = leg.seconds ?? 0;
	return { ...fields, CallDuration: String(seconds), Duration: String(Math.ceil(seconds / 60)), SipResponseCode: sipCode(leg) };
}

function sipCode(leg: Leg): string {
	switch (leg.status) {
		case 'busy':
			return '486';
		case 'no-answer':
		case 'canceled':
			return '487';
		case 'failed':
			return '404';
		default:
			return '200';
	}
}
