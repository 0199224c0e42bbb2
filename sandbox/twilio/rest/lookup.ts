import { nationalFormat, toE164 } from '../phones';
import { checkParameters, json, type RestReply, type RestRequest } from './exchange';
import type { Account } from '../account';

/** `GET /v2/PhoneNumbers/{number}` of lookups.twilio.com; the only package served is `line_type_intelligence`. */
export function lookUp(request: RestRequest, account: Account): RestReply {
	checkParameters(account, request, ['Fields', 'CountryCode']);
	const asked = request.ids[0] ?? '';
	const phone = toE164(asked);
	const fields = (request.query.get('Fields') ?? '').split(',');
	const wantsLineType = fields.includes('line_type_intelligence');
	return json({
		calling_country_code: phone?.startsWith('+1') === true ? '1' : null,
		country_code: phone?.startsWith('+1') === true ? 'US' : null,
		phone_number: phone ?? asked,
		national_format: phone === null ? null : nationalFormat(phone),
		valid: phone !== null,
		validation_errors: phone === null ? [asked.replace(/\D/g, '').length < 10 ? 'TOO_SHORT' : 'INVALID_LENGTH'] : [],
		caller_name: null,
		sim_swap: null,
		call_forwarding: null,
		line_status: null,
		line_type_intelligence: wantsLineType && phone !== null ? lineType(account, phone) : null,
		identity_match: null,
		reassigned_number: null,
		sms_pumping_risk: null,
		url: `${account.url}${request.path}`,
	});
}

function lineType(account: Account, phone: string): object {
	return {
		type: account.lineTypes.get(phone) ?? 'mobile',
		carrier_name: 'Stand-in Wireless',
		mobile_country_code: '310',
		mobile_network_code: '000',
		error_code: null,
	};
}
