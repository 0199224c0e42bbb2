import * as z from 'zod/v4';

import { callLookedUp, legsLookedUp } from '../../leasing/twilio/signals';
import type { CallLookUp } from '../../office/calls/undecided';
import { replySentence } from './sentence';
import { twilioRequest, type TwilioContext, type TwilioRequest } from './transport';

const callSchema = z.object({ sid: z.string(), status: z.string(), duration: z.string().nullish() });
const listSchema = z.object({ calls: z.array(callSchema) });

/** Twilio's Calls API. https://www.twilio.com/docs/voice/api/call-resource */
export function twilioCallLookUp(context: TwilioContext): CallLookUp {
	return {
		async howItEnded({ providerCallId }) {
			const body = await ask(context, { method: 'GET', path: `/Calls/${providerCallId}.json` });
			return callLookedUp(body === null ? null : callSchema.parse(body));
		},
		async legsOf({ providerCallId }) {
			const query = { ParentCallSid: providerCallId, PageSize: '50' };
			const body = await ask(context, { method: 'GET', path: '/Calls.json', query });
			return legsLookedUp(body === null ? [] : listSchema.parse(body).calls);
		},
	};
}

/** @returns null when Twilio does not know what was asked for @throws when it cannot be asked */
async function ask(context: TwilioContext, request: TwilioRequest): Promise<unknown> {
	const reply = await twilioRequest(context, request);
	if (reply.kind === 'ok') return reply.body;
	if (reply.kind === 'refused' && reply.status === 404) return null;
	throw new Error(`How a call ended could not be looked up. ${replySentence(reply).message}`);
}
