import type { TwilioReply } from './transport';

/** Why a request to Twilio did not work, and what to do about it: for errors that people read on the canvas. */
export function replySentence(reply: Exclude<TwilioReply, { kind: 'ok' }>): { message: string; advice: string } {
	if (reply.kind === 'busy') {
		return { message: 'Twilio says that it gets too many requests from this account (429).', advice: 'Wait a minute and try again.' };
	}
	if (reply.kind === 'unanswered') {
		return {
			message: `Twilio could not be reached: ${reply.message}`,
			advice: 'Check the internet connection of this n8n and the Base URL in the Leasing Twilio credential, then try again.',
		};
	}
	if (reply.status === 401 || reply.status === 403) {
		return {
			message: `Twilio refused the credential (${reply.code}: ${reply.message}).`,
			advice: 'Open the Leasing Twilio credential, copy Account SID and Auth Token again from the Twilio Console, and use its Test button.',
		};
	}
	return {
		message: `Twilio refused the request (${reply.code}: ${reply.message}).`,
		advice: `Twilio explains this code at https://www.twilio.com/docs/errors/${reply.code}.`,
	};
}
