import type { Clock, Millis } from '../../leasing/time';
import type { Store, StoredText } from '../../store/port';
import type { TextProvider } from './textProvider';

/** What it takes to send a text. */
export interface SendDeps {
	store: Store;
	clock: Clock;
	/** Who sends; see providerForLine. */
	provider: TextProvider;
	/** This process; names its claims. */
	claimer: string;
	/** Where delivery reports of the text go; null when nobody listens. */
	statusUrl: string | null;
	/** Waits; passed in so that tests need not. */
	pause: (ms: Millis) => Promise<unknown>;
}

/** @throws when the store has no such text: it was there a moment ago, and texts are never deleted */
export async function currentText(store: Store, id: string): Promise<StoredText> {
	const text = await store.texts.get(id);
	if (!text) throw new Error(`The text ${id} is not in the store.`);
	return text;
}
