import type { TextReport } from '../text/report';
import type { IncomingText } from '../text/incoming';

/** Form fields of a request of Twilio. */
type Params = Readonly<Record<string, string | undefined>>;

/** Twilio takes at most ten for one message. */
const MOST_MEDIA = 10;
/** Twilio's own verdict on a keyword, when the account has Advanced Opt-Out; it has replied already. */
const KEYWORDS = new Map<string, IncomingText['keyword']>([
	['STOP', 'out'],
	['START', 'in'],
	['HELP', 'help'],
]);

/** A text that a renter sent. https://www.twilio.com/docs/messaging/guides/webhook-request */
export function incomingText(params: Params): IncomingText {
	return {
		provider: 'twilio',
		providerId: params.MessageSid ?? params.SmsSid ?? '',
		from: params.From ?? '',
		to: params.To ?? '',
		body: params.Body ?? '',
		media: Array.from({ length: Math.min(Number(params.NumMedia) || 0, MOST_MEDIA) }, (_, index) => ({
			url: params[`MediaUrl${index}`] ?? '',
			contentType: params[`MediaContentType${index}`] ?? null,
		})).filter(({ url }) => url !== ''),
		keyword: KEYWORDS.get(params.OptOutType ?? '') ?? null,
		raw: params,
	};
}

/**
 * A report about a text of ours. https://www.twilio.com/docs/messaging/guides/outbound-message-status-in-status-callbacks
 * @param textId ours, from the address that we gave
 */
export function textReport(params: Params, textId: string | null): TextReport {
	const providerStatus = params.MessageStatus ?? params.SmsStatus ?? '';
	return {
		textId,
		providerId: params.MessageSid ?? params.SmsSid ?? '',
		providerStatus,
		state: stateOf(providerStatus),
		errorCode: params.ErrorCode || null,
		errorMessage: params.ErrorMessage || null,
	};
}

/** Unknown words count as `sent`: accepted, and not known to have arrived. */
function stateOf(status: string): TextReport['state'] {
	if (status === 'delivered' || status === 'read') return 'delivered';
	if (status === 'undelivered' || status === 'failed' || status === 'canceled') return 'failed';
	return 'sent';
}
