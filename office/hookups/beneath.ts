import type { Hookup, StoreFamilies } from '../../store/port';
import { LINE_CHANNELS } from '../../leasing/phone/lineChannels';
import type { FoundNumber, Purpose, Wiring } from './port';

/** How a number is, or was, wired. */
export type Wirings = FoundNumber['wiring'];

/** The wiring as it was before this hook-up, as far as it is still what the hook-up set. */
export function without({ channel, ours, previous }: Hookup, wiring: Wirings): Wirings {
	return wiring[channel].address === ours.address ? { ...wiring, [channel]: asWiring(previous) } : wiring;
}

/**
 * The number's wiring beneath our hook-ups of these purposes: what a trigger that is published, again or while a test listens, must take
 * for what stood there before. Never an address of ours, not even when somebody changed another channel meanwhile.
 */
export async function beneath(
	{ hookups }: Pick<StoreFamilies, 'hookups'>,
	provider: string,
	number: FoundNumber,
	purposes: readonly Purpose[],
): Promise<Wirings> {
	let wiring = number.wiring;
	for (const channel of LINE_CHANNELS) {
		for (const purpose of purposes) {
			const hookup = await hookups.get({ provider, phone: number.phone, channel, purpose });
			if (hookup) wiring = without(hookup, wiring);
		}
	}
	return wiring;
}

/** A wiring as it was noted. */
export function asWiring(noted: Record<string, string>): Wiring {
	return { ...noted, address: noted.address ?? '' };
}
