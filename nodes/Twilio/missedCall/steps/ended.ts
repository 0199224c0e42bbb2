import { applySignal } from '../../../../office/calls/recordSignal';
import { newCall } from '../newCall';
import type { StepContext, StepReply } from '../stepContext';
import { EMPTY_TWIML } from '../../twiml';

/** The number's status callback: the whole call is over. Nets callers who hung up before anything else could tell. */
export async function ended(context: StepContext): Promise<StepReply> {
	const { params } = context.request;
	const duration = Number(params.CallDuration);
	const { event } = await applySignal(context, await newCall(context), {
		kind: 'ended',
		callStatus: params.CallStatus ?? '',
		durationSeconds: Number.isFinite(duration) ? duration : null,
		via: 'callback',
	});
	return { twiml: EMPTY_TWIML, event };
}
