import { acceptText } from '../messaging/accept';
import { deliverInBackground } from '../messaging/deliver';
import { addMessage } from '../messaging/message';
import type { Message } from '../records';
import { segmentCount } from '../messaging/segments';
import { dateFilter, dateParameters, twilioDate } from './dates';
import { checkParameters, json, notFound, refuse, type RestReply, type RestRequest } from './exchange';
import { page, PAGING_PARAMETERS } from './paging';
import type { Account } from '../account';
import type { MessageFault } from '../contract';

const CREATE_PARAMETERS =
	'To From MessagingServiceSid Body MediaUrl ContentSid ContentVariables StatusCallback ApplicationSid ScheduleType SendAt ValidityPeriod SmartEncoded ShortenUrls RiskCheck ProvideFeedback Attempt ForceDelivery SendAsMms ContentRetention AddressRetention PersistentAction TrafficType FallbackFrom MaxPrice'.split(
		' ',
	);
const DEFAULT_FAULT_CODE = { refuse: 21610, undelivered: 30003 };
/** Refusals that come from a malformed request and not from the state of the world. */
const MALFORMED = [21602, 21603, 21604, 21609, 21617, 21624];

/** `POST /Messages.json`. There is no idempotency key: the same request twice is two texts. */
export function createMessage(request: RestRequest, account: Account): RestReply {
	checkParameters(account, request, CREATE_PARAMETERS);
	const fault = account.faults.takeMessageFault();
	const early = beforeAccepting(fault);
	if (early !== null) return early;
	const accepted = acceptText(account, request.form);
	if ('code' in accepted) {
		if (MALFORMED.includes(accepted.code)) account.violation(`POST ${request.path}: ${accepted.message}`);
		return refuse(accepted.code, accepted.message);
	}
	const message = addMessage(account, { direction: 'outbound-api', status: 'queued', ...accepted });
	const reply = json(messageBody(account, message), 201);
	deliverInBackground(account, message, fault?.kind === 'undelivered' ? (fault.code ?? DEFAULT_FAULT_CODE.undelivered) : null);
	if (fault?.kind === 'error_after_accept') return refuse(20503);
	return fault?.kind === 'hang_after_accept' ? { kind: 'never' } : reply;
}

function beforeAccepting(fault: MessageFault | null): RestReply | null {
	switch (fault?.kind) {
		case 'rate_limited':
			return refuse(20429);
		case 'server_error':
			return refuse(20500);
		case 'refuse':
			return refuse(fault.code ?? DEFAULT_FAULT_CODE.refuse);
		case 'hang':
			return { kind: 'never' };
		default:
			return null;
	}
}

/** `GET /Messages.json`, newest first. `DateSent` leaves out texts that have not left yet. */
export function listMessages(request: RestRequest, account: Account): RestReply {
	checkParameters(account, request, ['To', 'From', ...dateParameters('DateSent'), ...PAGING_PARAMETERS]);
	const { query } = request;
	const sentFits = dateFilter(query, 'DateSent');
	const messages = account.messages
		.filter((message) => query.get('To') === null || message.to === query.get('To'))
		.filter((message) => query.get('From') === null || message.from === query.get('From'))
		.filter((message) => sentFits(sentAt(message)))
		.reverse();
	return json(page(request, 'messages', messages, (message) => messageBody(account, message)));
}

export function fetchMessage(request: RestRequest, account: Account): RestReply {
	const message = account.messages.find((candidate) => candidate.sid === request.ids[0]);
	return message === undefined ? notFound(request) : json(messageBody(account, message));
}

function sentAt(message: Message): number | null {
	return message.direction === 'inbound' ? message.createdAt : message.sentAt;
}

function messageBody(account: Account, message: Message): object {
	const uri = `/2010-04-01/Accounts/${account.sid}/Messages/${message.sid}`;
	return {
		sid: message.sid,
		account_sid: account.sid,
		api_version: '2010-04-01',
		body: message.body,
		date_created: twilioDate(message.createdAt),
		date_updated: twilioDate(message.updatedAt),
		date_sent: twilioDate(sentAt(message)),
		direction: message.direction,
		error_code: message.errorCode,
		error_message: message.errorMessage,
		from: message.from,
		messaging_service_sid: null,
		num_media: '0',
		num_segments: String(segmentCount(message.body)),
		price: null,
		price_unit: 'USD',
		status: message.status,
		to: message.to,
		uri: `${uri}.json`,
		subresource_uris: { media: `${uri}/Media.json` },
	};
}
