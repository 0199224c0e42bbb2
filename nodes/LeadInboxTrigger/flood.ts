import { MINUTE, type Clock, type Millis } from '../../leasing/time';

/** At most so many forms a minute are even read: from one address, and in all. Beyond that nobody is at a keyboard. */
const MOST = { address: 60, form: 600 };
/** Addresses that are remembered for a minute. */
const MOST_ADDRESSES = 20_000;

interface Window {
	began: Millis;
	all: number;
	addresses: Map<string, number>;
}

const windows = new Map<string, Window>();

/**
 * The door before the door: what comes faster than any site's visitors is answered 429 before it costs anything, and leaves nothing. In
 * memory, since it protects this process only.
 * @param consumer the trigger
 */
export function isFlood(consumer: string, address: string | null, clock: Clock): boolean {
	const now = clock.now();
	let window = windows.get(consumer);
	if (!window || Math.abs(now - window.began) > MINUTE) windows.set(consumer, (window = { began: now, all: 0, addresses: new Map() }));
	const key = address ?? '';
	const count = (window.addresses.get(key) ?? 0) + 1;
	if (window.addresses.size < MOST_ADDRESSES || window.addresses.has(key)) window.addresses.set(key, count);
	window.all++;
	return count > MOST.address || window.all > MOST.form;
}
