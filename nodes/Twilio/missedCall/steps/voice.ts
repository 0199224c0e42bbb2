import { recordSignal } from '../../../../office/calls/recordSignal';
import { heardCall } from '../heardCall';
import { stepUrl } from '../request';
import type { StepContext, StepReply } from '../stepContext';
import { spokenFor } from '../spoken';
import { twiml } from '../../twiml';
import { voicemailTwiml } from '../voicemail';

/**
 * Somebody calls the line. Rings staff; or, when only unanswered calls get here, takes the message at once. A call whose caller
 * went to the fallback while we waited for the store is not noted as rung by us: nobody was asked to press 1 there.
 */
export async function voice(context: StepContext): Promise<StepReply> {
	const { settings, request } = context;
	const unless = () => (context.isHeard() ? null : new Error('Twilio has stopped waiting for the answer.'));
	const incoming = await heardCall(context);
	const { event } = await recordSignal({ ...context, unless }, incoming, { kind: 'incoming' });
	const say = spokenFor(incoming.line);
	if (settings.mode !== 'ring_staff') return { twiml: voicemailTwiml(context, say), event };

	const call = { call: incoming.call.providerCallId };
	return {
		event,
		twiml: twiml([
			{
				name: 'Dial',
				attributes: {
					// Without it Twilio answers the caller at once: the caller hears silence and every call looks answered.
					answerOnBridge: true,
					timeout: settings.ringSeconds,
					sequential: settings.sequential || undefined,
					action: stepUrl(request.baseUrl, 'dial', call),
				},
				content: settings.staff.map((phone) => ({
					name: 'Number',
					attributes: settings.screening ? { url: stepUrl(request.baseUrl, 'screen', call) } : {},
					content: phone,
				})),
			},
		]),
	};
}
