import type { Hookup, Store } from '../../../store/port';
import { findNumber, settingsOf, updateNumber, type NumberSettings, type TwilioNumber } from '../numbers/number';
import type { TwilioContext } from '../transport';
import { CHANNEL_FIELDS, connectedNumbers, hookupsOf } from './hookups';

/**
 * Gives the lines what stood there before, each address only if it is still ours.
 * @param keep lines to leave alone
 */
export async function giveBack(
	context: TwilioContext,
	{ store, consumer, purpose, keep = [] }: { store: Store; consumer: string; purpose: Hookup['purpose']; keep?: string[] },
): Promise<void> {
	for (const [phone, hookups] of await connectedNumbers(store, consumer, purpose)) {
		if (keep.includes(phone)) continue;
		const number = await findNumber(context, phone);
		// A number that the company gave up, or that a credential of another account cannot see, must not block unpublishing.
		if (number) {
			const present = settingsOf(number);
			const changes = Object.fromEntries(
				Object.entries(before(hookups, present)).filter(([name, value]) => value !== present[name as keyof NumberSettings]),
			);
			if (Object.keys(changes).length > 0) await updateNumber(context, number.sid, changes);
		}
		for (const hookup of hookups) await store.hookups.remove(hookup);
	}
}

/** The number's settings as they were before these hook-ups, as far as they are still what was set. */
function before(hookups: readonly Hookup[], present: Required<NumberSettings>): Required<NumberSettings> {
	const given = { ...present };
	for (const { channel, ours, previous } of hookups) {
		const [url, method] = CHANNEL_FIELDS[channel];
		if (ours[url] === undefined || present[url] !== ours[url]) continue;
		given[url] = previous[url] ?? '';
		given[method] = previous[method] ?? 'POST';
	}
	return given;
}

/**
 * A trigger that is published again, or while a test listens, must not take an address of ours for what stood there before,
 * not even when somebody changed the other one meanwhile.
 */
export async function settingsToGiveBack(store: Store, number: TwilioNumber, purpose: Hookup['purpose']): Promise<Record<string, string>> {
	const purposes = purpose === 'live' ? (['test', 'live'] as const) : (['test'] as const);
	let settings = settingsOf(number);
	for (const one of purposes) {
		settings = before(await hookupsOf(store, number.phone_number, one), settings);
	}
	return settings;
}
