import { applyDeliveryReport } from '../../../../office/texts/applyDeliveryReport';
import { EMPTY_TWIML } from '../../twiml';
import type { StepContext, StepReply } from '../stepContext';
import { textStateOf } from '../../textProvider';

/** A delivery report of one of our texts. Its id is in the URL, so it proves acceptance even before we know Twilio's. */
export async function text({ request, store, clock }: StepContext): Promise<StepReply> {
	const { params, query } = request;
	const providerId = params.MessageSid ?? params.SmsSid ?? '';
	const providerStatus = params.MessageStatus ?? params.SmsStatus ?? '';
	await applyDeliveryReport({ store, clock }, query.text ? { id: query.text } : { providerId }, {
		provider: 'twilio',
		providerId,
		providerStatus,
		state: textStateOf(providerStatus),
		errorCode: params.ErrorCode || null,
		errorMessage: params.ErrorMessage || null,
	});
	return { twiml: EMPTY_TWIML, event: null };
}
