import { dialEnded } from '../../../../leasing/twilio/signals';
import { recordSignal } from '../../../../office/calls/recordSignal';
import { heardCall } from '../heardCall';
import type { StepContext, StepReply } from '../stepContext';
import { spokenFor } from '../spoken';
import { twiml } from '../../twiml';
import { voicemailTwiml } from '../voicemail';

/**
 * Ringing staff has ended (`<Dial action>`). The caller may be gone already, then nobody hears the answer; that is why
 * the event starts with this request and not with TwiML that would run later.
 */
export async function dial(context: StepContext): Promise<StepReply> {
	const incoming = await heardCall(context);
	const { call, event } = await recordSignal(context, incoming, dialEnded(context.request.params));
	const hangUp = twiml([{ name: 'Hangup' }]);
	return { twiml: call.state === 'missed' ? voicemailTwiml(context, spokenFor(incoming.line)) : hangUp, event };
}
