import { incomingText } from '../../../../leasing/twilio/texts';
import { lineOf } from '../../../../office/calls/lineOf';
import { keepInboundText } from '../../../../office/texts/keepInboundText';
import { EMPTY_TWIML } from '../../twiml';
import type { StepContext, StepReply } from '../stepContext';

/** A renter texts the line, most often in reply to ours. Always answered with an empty document: anything else would be sent to the renter. */
export async function inbound({ request, store, clock }: StepContext): Promise<StepReply> {
	const received = incomingText(request.params);
	await keepInboundText({ store, clock }, received, await lineOf(store, received.to));
	return { twiml: EMPTY_TWIML, event: null };
}
