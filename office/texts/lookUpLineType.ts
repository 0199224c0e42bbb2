import { DAY, SECOND, type Clock, type Millis } from '../../leasing/time';
import type { Store } from '../../store/port';
import type { TextProvider } from './textProvider';

/** A number seldom changes its kind, and looking it up costs a fee each time. */
const KEPT_FOR: Millis = 90 * DAY;
/** The text must be on its way within seconds; an unknown kind is texted and the delivery report tells. */
const PATIENCE: Millis = 2 * SECOND;

/** Asks what kind of line a number is, once per number and 90 days. Says nothing when the provider cannot tell in time. */
export async function lookUpLineType(
	{ store, clock, provider }: { store: Store; clock: Clock; provider: Pick<TextProvider, 'lineType'> },
	phone: string,
): Promise<void> {
	if (!provider.lineType) return;
	const known = await store.phoneFacts.get(phone);
	if (known && (known.textable === false || clock.now() - known.learnedAt < KEPT_FOR)) return;
	const lineType = await within(PATIENCE, provider.lineType(phone, PATIENCE));
	if (lineType) await store.phoneFacts.save({ phone, lineType, textable: null, via: 'lookup', learnedAt: clock.now() });
}

/** A provider that repeats an unanswered question keeps its own time; this is ours. */
async function within<T>(patience: Millis, asking: Promise<T>): Promise<T | null> {
	let timer: NodeJS.Timeout | undefined;
	const out = new Promise<null>((resolve) => (timer = setTimeout(() => resolve(null), patience)));
	try {
		return await Promise.race([asking, out]);
	} finally {
		clearTimeout(timer);
	}
}
