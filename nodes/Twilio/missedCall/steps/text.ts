import { textReport } from '../../../../leasing/twilio/texts';
import { applyDeliveryReport } from '../../../../office/texts/applyDeliveryReport';
import { twilioWords } from '../../textProvider';
import { EMPTY_TWIML } from '../../twiml';
import type { StepContext, StepReply } from '../stepContext';

/** A delivery report of one of our texts. Its id is in the URL, so it proves acceptance even before we know Twilio's. */
export async function text({ request, store, clock }: StepContext): Promise<StepReply> {
	await applyDeliveryReport({ store, clock, provider: twilioWords }, textReport(request.params, request.query.text || null));
	return { twiml: EMPTY_TWIML, event: null };
}
