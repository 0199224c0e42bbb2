import type { Millis } from '../../leasing/time';

/**
 * A company's number that a published trigger has connected to itself: what stood there before (to give it back)
 * and where the provider now sends what. One per provider, number and purpose.
 */
export interface Hookup {
	provider: string;
	phone: string;
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
	/** Where delivery reports of texts from this number go. */
	textStatusUrl: string | null;
	installedAt: Millis;
}

export interface HookupFamily {
	save(hookup: Hookup): Promise<void>;
	get(provider: string, phone: string, purpose: 'live' | 'test'): Promise<Hookup | null>;
	listByConsumer(consumer: string): Promise<Hookup[]>;
	remove(provider: string, phone: string, purpose: 'live' | 'test'): Promise<void>;
}
