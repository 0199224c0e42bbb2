import { twilioDate } from './dates';
import { checkParameters, json, notFound, refuse, type RestReply, type RestRequest } from './exchange';
import { page, PAGING_PARAMETERS } from './paging';
import type { Account } from '../account';
import type { NumberRecord } from '../numbers';

type Setting = keyof Omit<NumberRecord, 'sid' | 'phone' | 'createdAt' | 'updatedAt' | 'voiceCallerIdLookup'>;

/** REST parameter → our field. All are text; `VoiceCallerIdLookup` is handled apart. */
const SETTINGS: Record<string, Setting> = {
	FriendlyName: 'friendlyName',
	VoiceUrl: 'voiceUrl',
	VoiceMethod: 'voiceMethod',
	VoiceFallbackUrl: 'voiceFallbackUrl',
	VoiceFallbackMethod: 'voiceFallbackMethod',
	StatusCallback: 'statusCallback',
	StatusCallbackMethod: 'statusCallbackMethod',
	VoiceApplicationSid: 'voiceApplicationSid',
	TrunkSid: 'trunkSid',
	VoiceReceiveMode: 'voiceReceiveMode',
	SmsUrl: 'smsUrl',
	SmsMethod: 'smsMethod',
	SmsFallbackUrl: 'smsFallbackUrl',
	SmsFallbackMethod: 'smsFallbackMethod',
	SmsApplicationSid: 'smsApplicationSid',
};
/** Taken and ignored. */
const OTHER_PARAMETERS = [
	'VoiceCallerIdLookup',
	'AccountSid',
	'ApiVersion',
	'AddressSid',
	'BundleSid',
	'EmergencyAddressSid',
	'EmergencyStatus',
	'IdentitySid',
];

/** `GET /IncomingPhoneNumbers.json`; `PhoneNumber` may be a part of the number or have `*` for any digit. */
export function listNumbers(request: RestRequest, account: Account): RestReply {
	checkParameters(account, request, ['PhoneNumber', 'FriendlyName', 'Beta', 'Origin', ...PAGING_PARAMETERS]);
	const pattern = request.query.get('PhoneNumber');
	const name = request.query.get('FriendlyName');
	const numbers = account.numbers
		.all()
		.filter((number) => pattern === null || matches(number.phone, pattern))
		.filter((number) => name === null || number.friendlyName === name)
		.reverse();
	return json(page(request, 'incoming_phone_numbers', numbers, (number) => numberBody(account, number)));
}

function matches(phone: string, pattern: string): boolean {
	const escaped = pattern.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replace(/\*/g, '\\d');
	return new RegExp(escaped).test(phone);
}

export function fetchNumber(request: RestRequest, account: Account): RestReply {
	const number = account.numbers.findBySid(request.ids[0] ?? '');
	return number === null ? notFound(request) : json(numberBody(account, number));
}

/** `POST /IncomingPhoneNumbers/{PN}.json`. Setting a trunk takes the number away from its app, and the other way round. */
export function updateNumber(request: RestRequest, account: Account): RestReply {
	checkParameters(account, request, [...Object.keys(SETTINGS), ...OTHER_PARAMETERS]);
	const number = account.numbers.findBySid(request.ids[0] ?? '');
	if (number === null) return notFound(request);
	const wrong = wrongSetting(request.form);
	if (wrong !== null) {
		account.violation(`POST ${request.path}: ${wrong.message}`);
		return refuse(wrong.code, wrong.message);
	}
	for (const [parameter, field] of Object.entries(SETTINGS)) {
		const value = request.form.get(parameter);
		if (value !== null) number[field] = value;
	}
	if ((request.form.get('TrunkSid') ?? '') !== '') number.voiceApplicationSid = '';
	else if ((request.form.get('VoiceApplicationSid') ?? '') !== '') number.trunkSid = '';
	const lookup = request.form.get('VoiceCallerIdLookup');
	if (lookup !== null) number.voiceCallerIdLookup = lookup === 'true';
	number.updatedAt = Date.now();
	return json(numberBody(account, number));
}

function wrongSetting(form: URLSearchParams): { code: number; message: string } | null {
	for (const [name, value] of form) {
		if (/(Url|^StatusCallback)$/.test(name) && value !== '' && !(/^https?:\/\//i.test(value) && URL.canParse(value))) {
			return { code: 21402, message: `${name} ${value} is not a valid URL` };
		}
		if (name.endsWith('Method') && !['GET', 'POST'].includes(value)) {
			return { code: 21403, message: `${name} ${value} is neither GET nor POST` };
		}
	}
	return null;
}

/** The number as REST returns it. */
export function numberBody(account: Account, number: NumberRecord): Record<string, unknown> {
	const uri = `/2010-04-01/Accounts/${account.sid}/IncomingPhoneNumbers/${number.sid}`;
	return {
		sid: number.sid,
		account_sid: account.sid,
		address_requirements: 'none',
		address_sid: null,
		api_version: '2010-04-01',
		beta: false,
		bundle_sid: null,
		capabilities: { voice: true, sms: true, mms: true, fax: false },
		date_created: twilioDate(number.createdAt),
		date_updated: twilioDate(number.updatedAt),
		emergency_address_sid: null,
		emergency_address_status: 'unregistered',
		emergency_status: 'Inactive',
		friendly_name: number.friendlyName,
		identity_sid: null,
		origin: 'twilio',
		phone_number: number.phone,
		sms_application_sid: number.smsApplicationSid,
		sms_fallback_method: number.smsFallbackMethod,
		sms_fallback_url: number.smsFallbackUrl,
		sms_method: number.smsMethod,
		sms_url: number.smsUrl,
		status: 'in-use',
		status_callback: number.statusCallback,
		status_callback_method: number.statusCallbackMethod,
		trunk_sid: number.trunkSid === '' ? null : number.trunkSid,
		uri: `${uri}.json`,
		subresource_uris: { assigned_add_ons: `${uri}/AssignedAddOns.json` },
		voice_application_sid: number.voiceApplicationSid === '' ? null : number.voiceApplicationSid,
		voice_caller_id_lookup: number.voiceCallerIdLookup,
		voice_fallback_method: number.voiceFallbackMethod,
		voice_fallback_url: number.voiceFallbackUrl,
		voice_method: number.voiceMethod,
		voice_receive_mode: number.voiceReceiveMode,
		voice_url: number.voiceUrl,
	};
}
