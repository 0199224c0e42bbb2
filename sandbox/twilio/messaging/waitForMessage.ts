import { messageView } from './message';
import type { Account } from '../account';
import type { SandboxMessage } from '../contract';

const DEFAULT_TIMEOUT_MS = 10_000;

/** The first text that fits, now or later. @throws Error after `timeoutMs`, with what was there instead */
export function waitForMessage(
	account: Account,
	fits: (message: SandboxMessage) => boolean,
	timeoutMs = DEFAULT_TIMEOUT_MS,
): Promise<SandboxMessage> {
	return new Promise((resolve, reject) => {
		const found = (): SandboxMessage | undefined => account.messages.map(messageView).find(fits);
		const now = found();
		if (now !== undefined) return resolve(now);
		const unsubscribe = account.events.on(() => {
			const message = found();
			if (message === undefined) return;
			clearTimeout(timer);
			unsubscribe();
			resolve(message);
		});
		const timer = setTimeout(() => {
			unsubscribe();
			const seen = account.messages.map((message) => `${message.direction} to ${message.to}: ${message.status}`);
			reject(new Error(`No such message within ${timeoutMs} ms. There were ${seen.length}: ${seen.join('; ')}`));
		}, timeoutMs);
	});
}
