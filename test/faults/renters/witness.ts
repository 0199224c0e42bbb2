import { onWebhook, type WitnessedWebhook } from '../../../sandbox/twilio/webhooks/witness';
import type { AnsweredRequest } from './answered';

/** Every answer of our trigger is TwiML, even an empty one; n8n's own "starting up" page is not. */
const OURS = 'text/xml';

export interface Witness {
	requests: readonly AnsweredRequest[];
	/** What became of the phone company's request about a text that a renter sent. */
	ofText(sid: string): AnsweredRequest | null;
	/** Whether the last call that came was taken. */
	lastCallWasHeard(): boolean;
	callsHeard(): number;
	stop(): void;
}

/** Writes down what our trigger answered to every request of the phone company, as that saw it. @param accountSid of the stand-in */
export function startWitness(accountSid: string): Witness {
	const requests: AnsweredRequest[] = [];
	const stop = onWebhook((webhook) => {
		const one = answered(webhook);
		if (one?.fields.AccountSid === accountSid) requests.push(one);
	});
	return {
		requests,
		ofText: (sid) => requests.findLast(({ step, fields }) => step === 'inbound' && fields.MessageSid === sid) ?? null,
		callsHeard: () => requests.filter(({ step, accepted }) => step === 'voice' && accepted).length,
		lastCallWasHeard: () => requests.findLast(({ step }) => step === 'voice')?.accepted ?? true,
		stop,
	};
}

function answered({ url, fields, sentAt, settledAt, status, contentType }: WitnessedWebhook): AnsweredRequest | null {
	const step = URL.canParse(url) ? new URL(url).searchParams.get('step') : null;
	if (step === null) return null;
	const plain = Object.fromEntries(
		Object.entries(fields).map(([name, value]) => [name, typeof value === 'string' ? value : value.join()]),
	);
	const accepted = status !== null && status >= 200 && status < 300 && contentType.startsWith(OURS);
	return { step, fields: plain, sentAt, settledAt, accepted };
}
