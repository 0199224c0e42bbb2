import type { Store, StoredText } from '../../store/port';

/**
 * Where the phone system reports about this text: the published trigger that holds its line, or null when there is none. A
 * trigger that the editor only listens to is gone by the time of the report.
 */
export async function statusUrlFor(store: Store, text: Pick<StoredText, 'id' | 'line'>): Promise<string | null> {
	const hookup = await store.hookups.serving(text.line, 'text', 'live');
	if (!hookup?.textStatusUrl) return null;
	const url = new URL(hookup.textStatusUrl);
	url.searchParams.set('text', text.id);
	return url.toString();
}
