import { LINE_CHANNELS, type LineChannel } from '../../../leasing/phone/lineChannels';
import type { Hookup, Store } from '../../../store/port';

type Settings = Record<string, string>;

/** Twilio's fields of a number that belong to each channel: the address, and its method. */
export const CHANNEL_FIELDS = {
	voice: ['VoiceUrl', 'VoiceMethod'],
	status: ['StatusCallback', 'StatusCallbackMethod'],
	text: ['SmsUrl', 'SmsMethod'],
} as const satisfies Record<LineChannel, readonly [string, string]>;

/**
 * Notes which channels of a number are ours now, one hook-up each. The channel of texts is noted whether or not its address is ours:
 * reports about the texts that we send from this number come to us.
 */
export async function saveHookups(
	store: Store,
	about: Omit<Hookup, 'provider' | 'channel' | 'previous' | 'ours' | 'textStatusUrl'>,
	settings: { previous: Settings; ours: Settings; textStatusUrl: string },
): Promise<void> {
	for (const channel of LINE_CHANNELS) {
		const ours = partOf(settings.ours, channel);
		if (channel !== 'text' && Object.keys(ours).length === 0) continue;
		const textStatusUrl = channel === 'text' ? settings.textStatusUrl : null;
		const previous = partOf(settings.previous, channel);
		await store.hookups.save({ ...about, provider: 'twilio', channel, previous, ours, textStatusUrl });
	}
}

/** The hook-ups of all channels of a number. */
export async function hookupsOf(store: Store, phone: string, purpose: Hookup['purpose']): Promise<Hookup[]> {
	const found: Hookup[] = [];
	for (const channel of LINE_CHANNELS) {
		const hookup = await store.hookups.get({ provider: 'twilio', phone, channel, purpose });
		if (hookup) found.push(hookup);
	}
	return found;
}

/** Twilio's hook-ups of a trigger, by number. */
export async function connectedNumbers(store: Store, consumer: string, purpose: Hookup['purpose']): Promise<Map<string, Hookup[]>> {
	const numbers = new Map<string, Hookup[]>();
	for (const hookup of await store.hookups.listByConsumer(consumer)) {
		if (hookup.provider !== 'twilio' || hookup.purpose !== purpose) continue;
		numbers.set(hookup.phone, [...(numbers.get(hookup.phone) ?? []), hookup]);
	}
	return numbers;
}

/** What several channels of a number were set to by us. */
export function oursOf(hookups: readonly Hookup[]): Settings {
	return Object.assign({}, ...hookups.map(({ ours }) => ours)) as Settings;
}

function partOf(settings: Settings, channel: LineChannel): Settings {
	return Object.fromEntries(CHANNEL_FIELDS[channel].flatMap((name) => (settings[name] === undefined ? [] : [[name, settings[name]]])));
}
