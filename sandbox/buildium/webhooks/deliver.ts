import { setTimeout as wait } from 'node:timers/promises';
import { signedHeaders } from './signature';
import type { BuildiumHabits, WebhookAttempt, WebhookDelivery, WebhookSubscription } from '../contract';

export interface Courier {
	now(): number;
	minuteMs: number;
	answerWithinMs: number;
	habits: BuildiumHabits;
	life: AbortSignal;
}

const RETRY_MINUTES = [1, 10, 60];
const MOST_FAILURES = 20;

/** Failures in a row, by subscription. */
export type FailureCount = Map<number, number>;

/**
 * Brings one event to one subscriber: a first try and up to three more, then it is dropped. After twenty failed tries in
 * a row, of whatever events, the subscription is suspended.
 */
export async function deliver(courier: Courier, to: WebhookSubscription, delivery: WebhookDelivery, failures: FailureCount): Promise<void> {
	const firstTime = Math.floor(courier.now() / 1000);
	for (const minutes of [...RETRY_MINUTES, null]) {
		const seconds = courier.habits.webhookTimestamp === 'first' ? firstTime : Math.floor(courier.now() / 1000);
		const attempt = await tryOnce(courier, to, delivery.body, seconds);
		if (courier.life.aborted) return;
		delivery.attempts.push(attempt);
		if (attempt.status !== null && attempt.status >= 200 && attempt.status < 300) {
			failures.set(to.id, 0);
			delivery.state = 'delivered';
			return;
		}
		const count = (failures.get(to.id) ?? 0) + 1;
		failures.set(to.id, count);
		if (count >= MOST_FAILURES) to.active = false;
		if (minutes === null || !to.active) break;
		await wait(minutes * courier.minuteMs, undefined, { signal: courier.life, ref: false }).catch(() => undefined);
		if (courier.life.aborted) return;
	}
	delivery.state = 'dropped';
}

async function tryOnce(courier: Courier, to: WebhookSubscription, body: string, seconds: number): Promise<WebhookAttempt> {
	const headers = { 'Content-Type': 'application/json', ...signedHeaders(to.secret, seconds, body) };
	const at = Date.now();
	try {
		const signal = AbortSignal.any([courier.life, AbortSignal.timeout(courier.answerWithinMs)]);
		const reply = await fetch(to.url, { method: 'POST', headers, body, redirect: 'manual', signal });
		await reply.arrayBuffer();
		return { at, headers, status: reply.status, error: null };
	} catch (error) {
		return { at, headers, status: null, error: error instanceof Error ? error.message : String(error) };
	}
}
