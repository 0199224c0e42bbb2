import { setTimeout as sleep } from 'node:timers/promises';
import type { TwilioSandbox } from '../../../sandbox/twilio/contract';

/** What a text of a renter wants: no more texts, or a person's answer. */
export type Meaning = 'out' | 'ask';

/** A text of a renter, and what our trigger answered. */
export interface SentReply {
	sid: string;
	phone: string;
	line: string;
	body: string;
	meaning: Meaning;
	sentAt: number;
	/** When the phone company had our answer, or gave up. */
	settledAt: number;
	accepted: boolean;
}

/** Mostly words that the phone company itself knows nothing of: what keeps texts back then is ours alone. */
export const WORDS: Readonly<Record<Meaning, readonly string[]>> = {
	out: ['please stop texting me', 'Do not text me again.', 'STOP', 'take me off your list', 'No more texts please, wrong number'],
	ask: [
		'Is the two bedroom still free?',
		'Saturday at 10 works for me',
		'What is the deposit, and do you take cats?',
		'Can somebody call me after 5?',
	],
};

export interface Replies {
	sent: readonly SentReply[];
	/** Resolves when the phone company has told us, or given up. */
	send(text: { phone: string; line: string; meaning: Meaning; body: string }): Promise<void>;
}

/** @param acceptedBy how our trigger answered a request of the phone company about a text; null: it never did */
export function startReplies(
	sandbox: TwilioSandbox,
	acceptedBy: (sid: string) => { accepted: boolean; settledAt: number } | null,
): Replies {
	const sent: SentReply[] = [];
	return {
		sent,
		async send({ phone, line, meaning, body }) {
			const sentAt = Date.now();
			const { sid } = await sandbox.sendText({ from: phone, to: line, body });
			// The witness is told in the same turn; a moment for whoever listens.
			await sleep(0);
			const answer = acceptedBy(sid);
			sent.push({
				sid,
				phone,
				line,
				body,
				meaning,
				sentAt,
				settledAt: answer?.settledAt ?? Date.now(),
				accepted: answer?.accepted ?? false,
			});
		},
	};
}
