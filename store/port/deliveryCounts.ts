import type { Millis } from '../../leasing/time';

/** How often something happened at a trigger, hour by hour; for ceilings. */
export interface DeliveryCountFamily {
	/**
	 * Counts one more, and forgets the hours before the last.
	 * @param subject what is counted, without anybody's data: `form`, `address:3fa2…`
	 * @returns how often within the hour of `at`, this time included
	 */
	add(consumer: string, subject: string, at: Millis): Promise<number>;
}
