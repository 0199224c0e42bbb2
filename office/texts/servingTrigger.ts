import type { Hookup, Store, StoredText } from '../../store/port';

/**
 * The published trigger that serves a line's texts: the one that its texts are hooked up to, else the one that has its calls or
 * hears how they end, if that is of a phone system that we can text by. Null: no trigger serves it. A trigger that the editor only
 * listens to does not count; it is gone by the time of the delivery report.
 * @param offered names of the phone systems that we can text by
 */
export async function servingTrigger(store: Pick<Store, 'hookups'>, line: string, offered: readonly string[]): Promise<Hookup | null> {
	const ofTexts = await store.hookups.serving(line, 'text', 'live');
	if (ofTexts) return ofTexts;
	// Renters' texts may be somebody else's (a chat tool's, or another phone system's that has no trigger here).
	for (const channel of ['voice', 'status'] as const) {
		const trigger = await store.hookups.serving(line, channel, 'live');
		if (trigger && offered.includes(trigger.provider)) return trigger;
	}
	return null;
}

/** Where the phone system `provider` reports about this text, or null when none of its triggers serves the line. */
export async function statusUrlFor(
	store: Pick<Store, 'hookups'>,
	text: Pick<StoredText, 'id' | 'line'>,
	provider: string,
): Promise<string | null> {
	const trigger = await servingTrigger(store, text.line, [provider]);
	if (!trigger?.textStatusUrl || trigger.provider !== provider) return null;
	const url = new URL(trigger.textStatusUrl);
	url.searchParams.set('text', text.id);
	return url.toString();
}
