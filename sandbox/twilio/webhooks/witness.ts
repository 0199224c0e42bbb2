import { channel } from 'node:diagnostics_channel';

/** A webhook and what became of it, all retries and redirects included. */
export interface WitnessedWebhook {
	/** As configured. */
	url: string;
	fields: Readonly<Record<string, string | readonly string[]>>;
	/** Real ms since 1970: the first byte out, and the answer or the failure in. */
	sentAt: number;
	settledAt: number;
	/** Null when no answer came. */
	status: number | null;
	contentType: string;
}

const webhooks = channel('leasing-sandbox:twilio-webhook');

/** Tells whoever listens in this process what the app answered. Costs nothing while nobody does. */
export function tellWitnesses(webhook: WitnessedWebhook): void {
	if (webhooks.hasSubscribers) webhooks.publish(webhook);
}

/** Hears of every webhook of every Twilio stand-in in this process. @returns function that stops listening */
export function onWebhook(listener: (webhook: WitnessedWebhook) => void): () => void {
	// A cast, not a check: only `tellWitnesses` publishes here.
	const subscriber = (message: unknown) => listener(message as WitnessedWebhook);
	webhooks.subscribe(subscriber);
	return () => webhooks.unsubscribe(subscriber);
}
