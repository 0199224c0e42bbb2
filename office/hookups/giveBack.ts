import type { Hookup, Store } from '../../../store/port';
import { findNumber, settingsOf, updateNumber, type NumberSettings, type TwilioNumber } from '../numbers/number';
import type { TwilioContext } from '../transport';

/** Each address that we may set, with the field of its method. */
const URLS = [
	['VoiceUrl', 'VoiceMethod'],
	['StatusCallback', 'StatusCallbackMethod'],
	['SmsUrl', 'SmsMethod'],
] as const;

/**
 * Gives the lines what stood there before, each address only if it is still ours.
 * @param keep lines to leave alone
 */
export async function giveBack(
	context: TwilioContext,
	{ store, consumer, purpose, keep = [] }: { store: Store; consumer: string; purpose: Hookup['purpose']; keep?: string[] },
): Promise<void> {
	for (const hookup of await store.hookups.listByConsumer(consumer)) {
		if (hookup.purpose !== purpose || keep.includes(hookup.phone)) continue;
		const number = await findNumber(context, hookup.phone);
		// A number that the company gave up, or that a credential of another account cannot see, must not block unpublishing.
		if (number) {
			const present = settingsOf(number);
			const changes = Object.fromEntries(
				Object.entries(before(hookup, present)).filter(([name, value]) => value !== present[name as keyof NumberSettings]),
			);
			if (Object.keys(changes).length > 0) await updateNumber(context, number.sid, changes);
		}
		await store.hookups.remove('twilio', hookup.phone, purpose);
	}
}

/** The number's settings as they were before this hook-up, as far as they are still what it set. */
function before({ ours, previous }: Hookup, present: Required<NumberSettings>): Required<NumberSettings> {
	const given = { ...present };
	for (const [url, method] of URLS) {
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
		const hookup = await store.hookups.get('twilio', number.phone_number, one);
		if (hookup) settings = before(hookup, settings);
	}
	return settings;
}
