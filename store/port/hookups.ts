import type { LineChannel } from '../../leasing/phone/lineChannels';
import type { Millis } from '../../leasing/time';

/**
 * One channel of a company's number that a trigger has connected to itself: what stood there before (to give it back) and where
 * the provider now sends what. One per provider, number, channel and purpose, so that several triggers may serve one number.
 */
export interface Hookup {
	provider: string;
	phone: string;
	channel: LineChannel;
	/** `test` while the editor listens for a test event, so that it cannot overwrite what `live` must give back. */
	purpose: 'live' | 'test';
	/** The provider's id of the number, e.g. `PN…`. */
	providerNumberId: string;
	/** `workflowId:nodeId` of the trigger. */
	consumer: string;
	/** Settings of the number before us, by the provider's own field names. */
	previous: Record<string, string>;
	/** What we set, by the provider's own field names. */
	ours: Record<string, string>;
	/** Of the channel of texts: where delivery reports of texts from this number go. */
	textStatusUrl: string | null;
	installedAt: Millis;
}

/** What a hook-up is found by. */
export type HookupKey = Pick<Hookup, 'provider' | 'phone' | 'channel' | 'purpose'>;

export interface HookupFamily {
	/** Inserts, or replaces the one under the same provider, number, channel and purpose. @throws StoreError `constraint` for an unknown channel */
	save(hookup: Hookup): Promise<void>;
	get(key: HookupKey): Promise<Hookup | null>;
	/**
	 * Who serves a channel of a number, whatever the provider: a text is sent by whoever serves its line. Should two providers say that
	 * they do (a number was moved from one to the other), the one that was connected last.
	 */
	serving(phone: string, channel: LineChannel, purpose: Hookup['purpose']): Promise<Hookup | null>;
	listByConsumer(consumer: string): Promise<Hookup[]>;
	remove(key: HookupKey): Promise<void>;
}
