import { callEnded } from '../../../../leasing/twilio/signals';
import { recordSignal } from '../../../../office/calls/recordSignal';
import { EMPTY_TWIML } from '../../twiml';
import { heardCall } from '../heardCall';
import type { StepContext, StepReply } from '../stepContext';

/** The number's status callback: the whole call is over. Nets callers who hung up before anything else could tell. */
export async function ended(context: StepContext): Promise<StepReply> {
	const { event } = await recordSignal(context, await heardCall(context), callEnded(context.request.params));
	return { twiml: EMPTY_TWIML, event };
}
