import { deliver, type Courier, type FailureCount } from './deliver';
import type { BuildiumWebhooks, Fields, WebhookDelivery, WebhookSubscription } from '../contract';

interface Sender extends Courier {
	accountId: number;
}

/** The subscriptions of the account and what was sent to them. */
export class Webhooks implements BuildiumWebhooks {
	readonly deliveries: WebhookDelivery[] = [];
	private subscriptions: WebhookSubscription[] = [];
	private readonly failures: FailureCount = new Map();
	private readonly underWay = new Set<Promise<void>>();
	private heldBack: Array<() => void> | null = null;
	private copies = 1;
	private nextId = 1;
	private sent = 0;

	constructor(private readonly sender: Sender) {}

	subscribe(url: string, secret: string, events: string[] = []): WebhookSubscription {
		const subscription = { id: this.nextId, url, secret, events, active: true };
		this.nextId += 1;
		this.subscriptions.push(subscription);
		return subscription;
	}

	unsubscribe(id: number): void {
		this.subscriptions = this.subscriptions.filter((subscription) => subscription.id !== id);
	}

	reactivate(id: number): void {
		for (const subscription of this.subscriptions) if (subscription.id === id) subscription.active = true;
		this.failures.set(id, 0);
	}

	emit(eventName: string, ids: Fields, { times = this.copies, at = this.sender.now() }: { times?: number; at?: number } = {}): Fields {
		const event = { EventName: eventName, EventDateTime: this.eventTime(at), AccountId: this.sender.accountId, ...ids };
		const body = JSON.stringify(event);
		const wanted = this.subscriptions.filter(
			({ active, events }) =>
				active &&
				(events.length === 0 || events.some((name) => name === eventName || (name.endsWith('.') && eventName.startsWith(name)))),
		);
		for (const subscription of wanted) {
			for (let copy = 0; copy < times; copy += 1)
				this.send(subscription, { subscription: subscription.id, body, event, attempts: [], state: 'waiting' });
		}
		return event;
	}

	duplicate(times: number): void {
		this.copies = times;
	}

	hold(): void {
		this.heldBack ??= [];
	}

	release(order: 'oldest first' | 'newest first' = 'oldest first'): void {
		const waiting = this.heldBack ?? [];
		this.heldBack = null;
		if (order === 'newest first') waiting.reverse();
		for (const send of waiting) send();
	}

	async settled(): Promise<void> {
		while (this.underWay.size > 0) await Promise.all(this.underWay);
	}

	private send(subscription: WebhookSubscription, delivery: WebhookDelivery): void {
		this.deliveries.push(delivery);
		const start = (): void => {
			const work: Promise<void> = deliver(this.sender, subscription, delivery, this.failures).finally(() =>
				this.underWay.delete(work),
			);
			this.underWay.add(work);
		};
		if (this.heldBack === null) start();
		else this.heldBack.push(start);
	}

	/** Up to seven digits after the second, zeros at the end left out: their count varies as in the real thing. */
	private eventTime(at: number): string {
		this.sent += 1;
		const whole = new Date(at).toISOString().slice(0, 19);
		const fraction = `${String(Math.floor(at) % 1000).padStart(3, '0')}${String((this.sent * 1237) % 10_000).padStart(4, '0')}`.replace(
			/0+$/,
			'',
		);
		return fraction === '' ? `${whole}Z` : `${whole}.${fraction}Z`;
	}
}
