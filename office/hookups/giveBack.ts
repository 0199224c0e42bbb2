import { MINUTE, type Millis } from '../../leasing/time';
import type { Hookup, StoreFamilies } from '../../store/port';
import { asWiring, without } from './beneath';
import type { LineChannel } from '../../leasing/phone/lineChannels';
import type { Exchange, Purpose, Wiring } from './port';

/** The editor of n8n stops listening after two minutes. */
export const LISTENING_AT_MOST: Millis = 3 * MINUTE;

/**
 * Gives a trigger's lines what stood there before, each channel only if it is still ours.
 * @param what `keep` lines to leave alone; `only` which hook-ups
 */
export async function giveBack(
	{ store, numbers }: Pick<Exchange, 'store' | 'numbers'>,
	what: { consumer: string; purpose: Purpose; keep?: (hookup: Hookup) => boolean },
): Promise<void> {
	const mine = (await store.hookups.listByConsumer(what.consumer)).filter(
		(hookup) => hookup.purpose === what.purpose && hookup.provider === numbers.provider && !what.keep?.(hookup),
	);
	for (const phone of new Set(mine.map((hookup) => hookup.phone))) {
		const ofLine = mine.filter((hookup) => hookup.phone === phone);
		const number = await numbers.find(phone);
		// A number that the company gave up, or that a credential of another account cannot see, must not block unpublishing.
		if (number) {
			const before = ofLine.reduce((wiring, hookup) => without(hookup, wiring), number.wiring);
			const changes: Partial<Record<LineChannel, Wiring>> = {};
			for (const { channel } of ofLine) if (before[channel] !== number.wiring[channel]) changes[channel] = before[channel];
			if (Object.keys(changes).length > 0) await numbers.update(number.id, changes);
		}
		await store.transaction(async (tx) => {
			for (const hookup of ofLine) await forget(tx, hookup);
		});
	}
}

/**
 * Gives back what an editor's listening has left, because its n8n ended meanwhile.
 * @param leftBefore what is younger may still be listened to
 */
export async function giveBackTests(exchange: Pick<Exchange, 'store' | 'numbers'>, consumer: string, leftBefore: Millis): Promise<void> {
	await giveBack(exchange, { consumer, purpose: 'test', keep: ({ installedAt }) => installedAt > leftBefore });
}

/** Whoever was connected on top of this one found it there, and must not give its address back once it is gone. */
async function forget({ hookups }: StoreFamilies, hookup: Hookup): Promise<void> {
	const { provider, phone, channel, purpose, ours, previous } = hookup;
	const other = await hookups.get({ provider, phone, channel, purpose: purpose === 'live' ? 'test' : 'live' });
	if (other && asWiring(other.previous).address === ours.address) await hookups.save({ ...other, previous });
	await hookups.remove({ provider, phone, channel, purpose });
}
