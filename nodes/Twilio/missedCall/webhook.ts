import { sleep, type IWebhookFunctions } from 'n8n-workflow';

import { decideWhileListening } from '../../../office/calls/undecided';
import type { Inbox } from '../../shared/trigger/inbox';
import { twilioCallLookUp } from '../callLookUp';
import { twilioAccount } from '../credential';
import { NODE } from './node';
import { verifiedRequest, type VerifiedRequest } from './request';
import { missedCallSettings } from './parameters';
import type { StepContext } from './stepContext';
import { steps } from './steps';

/** Every request that Twilio makes about a line. What is not kept is not acknowledged: Twilio repeats, or uses the number's fallback URL. */
export const missedCallInbox: Inbox<VerifiedRequest, VerifiedRequest> = {
	node: NODE,
	sender: 'Twilio',
	verify: async (context, credentials) => verifiedRequest(context, await twilioAccount(credentials)),
	read: (request) => ({ request }),
	nameOf: ({ step }) => step,

	async keep(request, { context, store, clock, consumer, isTest, isHeard }) {
		const where: StepContext = {
			request,
			settings: settingsOf(context),
			store,
			clock,
			consumer,
			recordEvent: !isTest,
			verified: 'signature',
			isHeard,
		};
		const { twiml, event } = await steps[request.step](where);
		const answer = { type: 'text/xml', body: twiml };
		if (request.step !== 'ended') return { answer, item: event };
		const called = { provider: 'twilio', callKey: request.params.CallSid ?? '' };
		const later = async () => await decideWhileListening(where, twilioCallLookUp(context), called, sleep);
		return { answer, item: event, later };
	},
};

function settingsOf(context: IWebhookFunctions) {
	return missedCallSettings((name, fallback) => context.getNodeParameter(name, fallback));
}
