import { LINES } from '../sandbox/start/company';
import { nextCaller } from '../sandbox/start/nextCaller';
import { newSid } from '../sandbox/twilio/ids';
import { placeFields } from '../sandbox/twilio/calls/fields';

/** One pretend call; each comes from another renter, so that each leads to a text. */
export interface Call {
	sid: string;
	from: string;
	to: string;
	/** URL of the request that ends the ringing, as our answer to the first request gave it. */
	endUrl: string | null;
}

/** @param index counts through the whole run */
export function newCall(index: number): Call {
	return { sid: newSid('CA'), from: nextCaller(index), to: LINES[0].phone, endUrl: null };
}

/** Fields of the request that Twilio sends when the line is called. */
export function voiceFields(call: Call, accountSid: string): Record<string, string> {
	return {
		AccountSid: accountSid,
		ApiVersion: '2010-04-01',
		CallSid: call.sid,
		CallStatus: 'ringing',
		Called: call.to,
		Caller: call.from,
		Direction: 'inbound',
		From: call.from,
		To: call.to,
		...placeFields('From', call.from),
		...placeFields('Caller', call.from),
		...placeFields('To', call.to),
		...placeFields('Called', call.to),
		CallToken: `{"parentCallInfoToken":"${call.sid}"}`,
		StirVerstat: 'TN-Validation-Passed-A',
	};
}

/** Fields of the request that Twilio sends when the staff phones have rung in vain: here the call ends for us. */
export function endFields(call: Call, accountSid: string): Record<string, string> {
	return { ...voiceFields(call, accountSid), DialCallStatus: 'no-answer', DialBridged: 'false', DialCallSid: newSid('CA') };
}
