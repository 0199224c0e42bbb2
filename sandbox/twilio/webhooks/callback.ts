import { sleep } from '../waiting';
import { sendWebhook, WebhookFailure, type Webhook, type WebhookReply } from './send';
import type { Account } from '../account';
import type { CallbackFault } from '../contract';

/**
 * Sends a webhook under the faults that tests may have set for its kind: lost, several times, or late.
 * @param secondMs pace for a `delay`
 * @returns the first copy's reply
 * @throws WebhookFailure when it was lost or brought no reply
 */
export async function sendUnderFaults(
	account: Account,
	on: CallbackFault['on'],
	webhook: Webhook,
	secondMs: number,
	signal: AbortSignal,
): Promise<WebhookReply> {
	const plan = account.faults.takeCallbackPlan(on);
	if (plan.copies === 0) throw new WebhookFailure(11200, webhook.url, 'lost by a fault set in the sandbox');
	if (plan.delaySeconds > 0) await sleep(plan.delaySeconds * secondMs, signal);
	const copies = Array.from({ length: plan.copies }, () => sendWebhook(webhook, account.nextSigning(), signal));
	const results = await Promise.allSettled(copies);
	const first = results[0];
	if (first === undefined || first.status === 'rejected') throw first?.reason;
	return first.value;
}

/**
 * A callback whose reply does not matter. Failures become alerts, as in Twilio's debugger; nothing is retried later.
 * @returns a short word on how it went, for logs
 */
export async function notify(
	account: Account,
	on: CallbackFault['on'] | null,
	webhook: Webhook,
	secondMs: number,
	signal: AbortSignal,
): Promise<string> {
	try {
		const reply =
			on === null
				? await sendWebhook(webhook, account.nextSigning(), signal)
				: await sendUnderFaults(account, on, webhook, secondMs, signal);
		// The kind of answer tells the app's own from that of whatever stands before it.
		if (reply.status >= 200 && reply.status < 300) return `${reply.status} ${reply.contentType}`.trim();
		account.alert(11200, `${webhook.url} answered a callback with HTTP ${reply.status}`);
		return `${reply.status}`;
	} catch (error) {
		if (!(error instanceof WebhookFailure)) throw error;
		account.alert(error.code, `${error.url}: ${error.message}`);
		return error.message;
	}
}
