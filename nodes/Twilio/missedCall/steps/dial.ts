import { applySignal } from '../../../../office/calls/recordSignal';
import { newCall } from '../newCall';
import type { StepContext, StepReply } from '../stepContext';
import { spokenFor } from '../spoken';
import { twiml } from '../../twiml';
import { voicemailTwiml } from '../voicemail';

/**
 * Ringing staff has ended (`<Dial action>`). The caller may be gone already, then nobody hears the answer; that is why
 * the event starts with this request and not with TwiML that would run later.
 */
export async function dial(context: StepContext): Promise<StepReply> {
	const { params } = context.request;
	const incoming = await newCall(context);
	const { call, event } = await applySignal(context, incoming, {
		kind: 'dial_ended',
		dialStatus: params.DialCallStatus ?? null,
		bridged: params.DialBridged === undefined ? null : params.DialBridged === 'true',
		dialCallId: params.DialCallSid ?? null,
		callStatus: params.CallStatus ?? null,
	});
	const hangUp = twiml([{ name: 'Hangup' }]);
	return { twiml: call.state === 'missed' ? voicemailTwiml(context, spokenFor(incoming.line)) : hangUp, event };
}
