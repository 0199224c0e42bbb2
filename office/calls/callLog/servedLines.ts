import type { LineChannel } from '../../../leasing/phone/lineChannels';
import type { Millis } from '../../../leasing/time';
import type { CursorOf, Store, StoreFamilies } from '../../../store/port';
import { beneath } from '../../hookups/beneath';
import type { NumberPort } from '../../hookups/port';
import { lineOf } from '../lineOf';

/** A line that a published trigger serves. */
export interface ServedLine {
	/** E.164. */
	phone: string;
	/** Since when, as its hook-up says. */
	since: Millis;
	/** What of it leads to us, and where: its calls; or the reports about them, where another app answers. */
	channel: LineChannel;
	address: string;
}

/** The lines of a published trigger at one phone system. */
async function servedLines({ hookups }: Pick<StoreFamilies, 'hookups'>, consumer: string, provider: string): Promise<ServedLine[]> {
	const live = (await hookups.listByConsumer(consumer)).filter((hookup) => hookup.purpose === 'live' && hookup.provider === provider);
	return [...new Set(live.map(({ phone }) => phone))].flatMap((phone) => {
		const ofLine = live.filter((hookup) => hookup.phone === phone);
		const one = ofLine.find(({ channel }) => channel === 'voice') ?? ofLine.find(({ channel }) => channel === 'status');
		return one ? [{ phone, since: one.installedAt, channel: one.channel, address: one.ours.address ?? '' }] : [];
	});
}

/**
 * Whether the line still leads to us. If somebody has pointed it elsewhere by hand, its calls are that system's: whoever speaks there with
 * a caller leaves no trace that we could read, and the caller must not be told that the call was missed.
 */
export async function leadsToUs(store: Store, numbers: NumberPort, { phone, channel, address }: ServedLine): Promise<boolean> {
	const number = await numbers.find(phone);
	if (!number) return false;
	// What an editor that listens covers just now is ours beneath.
	return (await beneath(store, numbers.provider, number, ['test']))[channel].address === address;
}

/** What a trigger reads the log for: one cursor for each company whose lines it serves. */
export async function served(
	store: StoreFamilies,
	consumer: string,
	provider: string,
): Promise<Array<{ cursor: CursorOf; lines: ServedLine[] }>> {
	const groups = new Map<string, ServedLine[]>();
	for (const line of await servedLines(store, consumer, provider)) {
		const { settings } = await lineOf(store, line.phone);
		groups.set(settings.key, [...(groups.get(settings.key) ?? []), line]);
	}
	return [...groups].map(([portfolio, lines]) => ({ cursor: { portfolio, scope: 'call_log', name: consumer }, lines }));
}
