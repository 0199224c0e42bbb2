import type { FoundMessage, OutgoingText, SendAnswer, TextProvider } from '../../../office/texts/textProvider';

/** A phone system that answers as scripted, and keeps what it took: `lost` answers come after the message was taken. */
export interface ScriptedProvider extends TextProvider {
	/** Every message the phone system has taken: what renters get. */
	taken: OutgoingText[];
	asked: number;
}

type Script = 'accept' | 'lost' | 'nothing' | 'busy' | { refuse: string };

/** @param script one entry per send; the last repeats @param reachable whether it can be asked for messages */
export function scriptedProvider(script: Script[], reachable = true): ScriptedProvider {
	const taken: OutgoingText[] = [];
	let sends = 0;
	const take = (text: OutgoingText): FoundMessage => ({ providerId: `SM${taken.push(text)}`, providerStatus: 'queued' });
	return {
		name: 'twilio',
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
