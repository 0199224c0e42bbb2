import { staffAccepted } from '../../../../leasing/twilio/signals';
import { lineOf } from '../../../../office/calls/lineOf';
import { recordSignal } from '../../../../office/calls/recordSignal';
import { stepUrl } from '../request';
import type { StepContext, StepReply } from '../stepContext';
import { spokenFor } from '../spoken';
import { EMPTY_TWIML, twiml } from '../../twiml';

const HANG_UP = twiml([{ name: 'Hangup' }]);

/** A staff phone picked up: a person presses 1, a carrier's mailbox does not. Runs on the staff side, before bridging. */
export async function screen({ request, settings, store }: StepContext): Promise<StepReply> {
	const call = await store.calls.byProviderId('twilio', request.query.call ?? '');
	if (!call) return { twiml: HANG_UP, event: null };
	const say = spokenFor(await lineOf(store, call.lineE164));
	return {
		event: null,
		twiml: twiml([
			{
				name: 'Gather',
				attributes: { numDigits: 1, timeout: 6, action: stepUrl(request.baseUrl, 'accept', { call: call.providerCallId }) },
				content: [{ name: 'Say', attributes: { voice: settings.voice }, content: say(settings.screeningText) }],
			},
			{ name: 'Hangup' },
		]),
	};
}

/** The staff side pressed a key. Only 1 takes the call; an empty answer lets Twilio connect the two. */
export async function accept(context: StepContext): Promise<StepReply> {
	const { request, store } = context;
	const call = await store.calls.byProviderId('twilio', request.query.call ?? '');
	if (!call || request.params.Digits !== '1') return { twiml: HANG_UP, event: null };
	const line = await lineOf(store, call.lineE164);
	await recordSignal(context, { call, line }, staffAccepted(request.params));
	return { twiml: EMPTY_TWIML, event: null };
}
