import type { Millis } from '../../leasing/time';
import type { OptOutEntry, StoreFamilies, TextHold } from '../../store/port';

export interface OptOutStatus {
	optedOut: boolean;
	/** Null while texts are allowed. */
	since: Millis | null;
	/** Doubtful words that hold texts back until a person has looked. */
	hold: TextHold | null;
	history: OptOutEntry[];
}

/** Whether a number may be texted, and how we know. @param phone E.164 */
export async function optOutStatus(
	store: Pick<StoreFamilies, 'optOuts' | 'textHolds'>,
	portfolio: string,
	phone: string,
): Promise<OptOutStatus> {
	const current = await store.optOuts.current(portfolio, phone);
	const hold = await store.textHolds.current(portfolio, phone);
	return { optedOut: current !== null, since: current?.at ?? null, hold, history: await store.optOuts.history(portfolio, phone) };
}
