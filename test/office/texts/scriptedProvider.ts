import { explainTwilioError } from '../../../leasing/twilio/errors';
import type { FoundMessage, OutgoingText, SendAnswer, TextProvider, TextProviderWords } from '../../../office/texts/textProvider';

/** A phone system that answers as scripted, and keeps what it took: `lost` answers come after the message was taken. */
export interface ScriptedProvider extends TextProvider {
	/** Every message the phone system has taken: what renters get. */
	taken: OutgoingText[];
	asked: number;
}

type Script = 'accept' | 'lost' | 'nothing' | 'busy' | { refuse: string };

const TWILIO: TextProviderWords = { name: 'twilio', explain: explainTwilioError };

/** A phone system of another make, with codes of its own. Its message ids are the same as the first one's. */
export const OTHER_SYSTEM: TextProviderWords = {
	name: 'other',
	explain: (code) =>
		code === 'CAR-413'
			? { action: 'opted_out', meaning: 'The renter opted out.', advice: 'Do not text again.' }
			: code === 'CAR-450'
				? { action: 'retry_later', meaning: 'The daily cap is reached.', advice: 'The text is tried again later.' }
				: { action: 'person', meaning: `The code ${code} is not known.`, advice: 'Look into it.' },
};

/**
 * @param script one entry per send; the last repeats
 * @param reachable whether it can be asked for messages
 */
export function scriptedProvider(script: Script[], reachable = true, words: TextProviderWords = TWILIO): ScriptedProvider {
	const taken: OutgoingText[] = [];
	let sends = 0;
	const take = (text: OutgoingText): FoundMessage => ({ providerId: `SM${taken.push(text)}`, providerStatus: 'queued' });
	return {
		...words,
		taken,
		asked: 0,
		async send(text): Promise<SendAnswer> {
			const step = script[Math.min(sends++, script.length - 1)] ?? 'accept';
			if (step === 'accept') return { kind: 'accepted', ...take(text) };
			if (step === 'busy') return { kind: 'busy', retryAfterMs: null };
			if (step === 'lost') take(text);
			if (step === 'lost' || step === 'nothing') return { kind: 'unknown', message: 'socket hang up' };
			return { kind: 'refused', code: step.refuse, message: 'The phone system says no.' };
		},
		async find(text) {
			this.asked++;
			if (!reachable) return null;
			return taken.flatMap((message, index) =>
				message.to === text.to && message.body === text.body ? [{ providerId: `SM${index + 1}`, providerStatus: 'sent' }] : [],
			);
		},
	};
}
