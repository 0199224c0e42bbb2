import type { Millis } from '../../leasing/time';
import type { OptOutEntry, StoreFamilies } from '../../store/port';

export interface OptOutStatus {
	optedOut: boolean;
	/** Null while texts are allowed. */
	since: Millis | null;
	history: OptOutEntry[];
}

/** Whether a number may be texted, and how we know. @param phone E.164 */
export async function optOutStatus(store: Pick<StoreFamilies, 'optOuts'>, portfolio: string, phone: string): Promise<OptOutStatus> {
	const current = await store.optOuts.current(portfolio, phone);
	return { optedOut: current !== null, since: current?.at ?? null, history: await store.optOuts.history(portfolio, phone) };
}
