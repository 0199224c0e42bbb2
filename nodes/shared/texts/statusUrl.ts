import type { Store, StoredText } from '../../../store/port';

/** Where the phone system reports about this text: the trigger that holds its line, or null when none is published. */
export async function statusUrlFor(store: Store, text: Pick<StoredText, 'id' | 'from'>): Promise<string | null> {
	const hookup = (await store.hookups.get('twilio', text.from, 'live')) ?? (await store.hookups.get('twilio', text.from, 'test'));
	if (!hookup?.textStatusUrl) return null;
	const url = new URL(hookup.textStatusUrl);
	url.searchParams.set('text', text.id);
	return url.toString();
}
