import { TwilioMissedCallTrigger } from '../../../../nodes/Twilio/TwilioMissedCallTrigger.node';
import type { TwilioSandbox } from '../../../../sandbox/twilio/contract';
import { signature } from '../../../../sandbox/twilio/webhooks/sign';
import type { PhoneTriggerDescription, PretendCall } from '../../contract/phoneTrigger';
import { CEDAR_LINE, MAIN_LINE, STAFF_PHONE } from '../../support/samples';
import type { VendorRequest } from '../../support/triggerRig';

const ADDRESSES = ['voice_url', 'voice_method', 'status_callback', 'status_callback_method', 'sms_url', 'sms_method'];

/** How Twilio speaks to the Missed Call Trigger that rings staff, with real signatures. */
export function missedCallDescription(sandbox: () => TwilioSandbox): PhoneTriggerDescription {
	const sidOf = (call: PretendCall, leg = 0) => `CA${String(call.index * 10 + leg).padStart(32, '0')}`;
	const fieldsOf = (call: PretendCall) => ({
		AccountSid: sandbox().accountSid,
		ApiVersion: '2010-04-01',
		CallSid: sidOf(call),
		Direction: 'inbound',
		From: call.from ?? '+266696687',
		To: call.to,
	});
	type Fields = Record<string, string>;

	/** @param changes are made after signing */
	function request(url: string, fields: Fields, changes: Partial<{ token: string; fields: Fields; url: string; account: string }> = {}) {
		return {
			url: changes.url ?? url,
			headers: {
				'content-type': 'application/x-www-form-urlencoded',
				'x-twilio-signature': signature(changes.token ?? sandbox().authToken, url, fields),
			},
			body: new URLSearchParams(changes.fields ?? fields).toString(),
		};
	}
	const voice = (call: PretendCall, address: string) => request(`${address}?step=voice`, { ...fieldsOf(call), CallStatus: 'ringing' });
	const dialed = (call: PretendCall, address: string, dial: Fields) =>
		request(`${address}?step=dial&call=${sidOf(call)}`, {
			...fieldsOf(call),
			CallStatus: 'in-progress',
			DialCallSid: sidOf(call, 1),
			...dial,
		});
	const accepted = (call: PretendCall, address: string) =>
		request(`${address}?step=accept&call=${sidOf(call)}`, {
			...fieldsOf(call),
			CallSid: sidOf(call, 1),
			ParentCallSid: sidOf(call),
			CallStatus: 'in-progress',
			Digits: '1',
		});
	const ended = (call: PretendCall, address: string) =>
		request(`${address}?step=ended`, { ...fieldsOf(call), CallStatus: 'completed', CallDuration: '21' });

	return {
		nodeType: TwilioMissedCallTrigger,
		parameters: { mode: 'ring_staff', lines: [MAIN_LINE, CEDAR_LINE], staffNumbers: STAFF_PHONE },
		credentials: () => ({
			leasingTwilioApi: { accountSid: sandbox().accountSid, authToken: sandbox().authToken, baseUrl: sandbox().url },
		}),
		comesIn: (call, address) => [voice(call, address)],
		nobodyAnswered: (call, address) => [
			dialed(call, address, { DialCallStatus: 'no-answer', DialBridged: 'false' }),
			ended(call, address),
		],
		answered: (call, address) => [
			accepted(call, address),
			dialed(call, address, { DialCallStatus: 'completed', DialBridged: 'true' }),
			ended(call, address),
		],
		forged: (call, address) => {
			const url = `${address}?step=ended`;
			const fields = { ...fieldsOf(call), CallStatus: 'no-answer' };
			const genuine = request(url, fields);
			const { 'x-twilio-signature': _none, ...unsigned } = genuine.headers;
			return {
				'without a signature': { ...genuine, headers: unsigned } as VendorRequest,
				'signed by a stranger': request(url, fields, { token: 'another-token' }),
				'changed on its way': request(url, fields, { fields: { ...fields, From: '+15125550199' } }),
				'with a field more': request(url, fields, { fields: { ...fields, CallDuration: '0' } }),
				'meant for another step': request(url, fields, { url: `${address}?step=voice` }),
				'meant for another trigger': request('http://127.0.0.1:5678/webhook/other/twilio?step=ended', fields, { url }),
				'of another account': request(url, { ...fields, AccountSid: `AC${'9'.repeat(32)}` }),
				'to a step that is none': request(`${address}?step=nonsense`, fields),
			};
		},
		addresses: (line) => {
			const number = sandbox().number(line);
			return Object.fromEntries(ADDRESSES.map((name) => [name, number[name]]));
		},
	};
}
