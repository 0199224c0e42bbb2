import { incomingCall, type IncomingCall } from '../../../office/calls/incomingCall';
import type { StepContext } from './stepContext';

/** The call that a voice request speaks of. Every voice request carries all of it, so none depends on an earlier one. */
export async function heardCall(context: StepContext): Promise<IncomingCall> {
	const { request, settings } = context;
	const { params } = request;
	return await incomingCall(context, {
		provider: 'twilio',
		callKey: callKeyOf(context),
		caller: params.From ?? params.Caller ?? '',
		callerName: params.CallerName || null,
		line: params.To ?? params.Called ?? '',
		forwardedFrom: params.ForwardedFrom || null,
		mode: settings.mode,
		screening: settings.screening,
		raw: params,
	});
}

/** Twilio's id of the whole call, also in a request about one of its legs: then it stands in our own URL. */
export function callKeyOf({ request: { params, query } }: Pick<StepContext, 'request'>): string {
	return query.call ?? params.ParentCallSid ?? params.CallSid ?? '';
}
