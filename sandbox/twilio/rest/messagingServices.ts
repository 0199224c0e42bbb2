import { checkParameters, notFound, type RestReply, type RestRequest } from './exchange';
import { newerPage, PAGING_PARAMETERS } from './paging';
import type { Account } from '../account';

/** `GET /v1/Services` of messaging.twilio.com. */
export function listServices(request: RestRequest, account: Account): RestReply {
	checkParameters(account, request, PAGING_PARAMETERS);
	const services = account.services.all().map((service) => ({
		sid: service.sid,
		account_sid: account.sid,
		friendly_name: service.friendlyName,
		inbound_request_url: service.inboundRequestUrl === '' ? null : service.inboundRequestUrl,
		inbound_method: 'POST',
		use_inbound_webhook_on_number: service.useInboundWebhookOnNumber,
		us_app_to_person_registered: service.campaigns.includes('VERIFIED'),
	}));
	return newerPage(account, request, 'services', services);
}

export function listServiceNumbers(request: RestRequest, account: Account): RestReply {
	checkParameters(account, request, PAGING_PARAMETERS);
	const service = account.services.find(request.ids[0] ?? '');
	if (service === null) return notFound(request);
	const numbers = service.phones.map((phone) => ({
		sid: account.numbers.find(phone)?.sid ?? '',
		service_sid: service.sid,
		phone_number: phone,
		country_code: 'US',
		capabilities: ['SMS', 'Voice'],
	}));
	return newerPage(account, request, 'phone_numbers', numbers);
}

/** The service's A2P 10DLC campaigns. */
export function listCampaigns(request: RestRequest, account: Account): RestReply {
	checkParameters(account, request, PAGING_PARAMETERS);
	const service = account.services.find(request.ids[0] ?? '');
	if (service === null) return notFound(request);
	const campaigns = service.campaigns.map((status, index) => ({
		sid: `QE${String(index).padStart(32, '0')}`,
		messaging_service_sid: service.sid,
		campaign_status: status,
	}));
	return newerPage(account, request, 'compliance', campaigns);
}

export function listTollFreeVerifications(request: RestRequest, account: Account): RestReply {
	checkParameters(account, request, [...PAGING_PARAMETERS, 'TollfreePhoneNumberSid', 'Status']);
	const asked = request.query.get('TollfreePhoneNumberSid');
	const verifications = [...account.tollFree]
		.map(([phone, status]) => ({ tollfree_phone_number_sid: account.numbers.find(phone)?.sid ?? '', status }))
		.filter(({ tollfree_phone_number_sid: sid }) => asked === null || sid === asked);
	return newerPage(account, request, 'verifications', verifications);
}
