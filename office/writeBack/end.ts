import type { Reason } from '../../leasing/reason';
import type { Clock } from '../../leasing/time';
import type { Store, StoreFamilies } from '../../store/port';
import { askForSetup } from './askForSetup';
import { keyOf, type WriteBackPayload } from './payload';
import type { WriteBackTarget } from './target';

/** How a write-back ended. */
export interface Ended {
	state: 'written' | 'refused';
	/** Null when an earlier run ended it. */
	route: string | null;
	recordType: string | null;
	recordId: string | null;
	reasons: Reason[];
	already: boolean;
}

export interface WriteTools<Step> {
	store: Store;
	clock: Clock;
	target: WriteBackTarget<Step>;
}

/** Keeps which record it became, together with the timeline. @param recordId null when nobody said; it is there all the same */
export async function endWritten<Step>(
	payload: WriteBackPayload<Step>,
	{ store, clock, target: { room } }: WriteTools<Step>,
	{ step, recordId, reasons }: { step: Step; recordId: string | null; reasons: Reason[] },
): Promise<Ended> {
	const { route, words, recordType } = room.wordsOf(step);
	const id = recordId ?? 'unknown';
	const all = [...payload.plan.reasons, ...reasons];
	await store.transaction(async (tx) => {
		if (!(await tx.writeBacks.markWritten(keyOf(room, payload), { type: recordType, id }, all))) return;
		await tell(tx, payload, clock.now(), `Written to ${room.name} as ${words} (${id}).`, reasons);
	});
	return { state: 'written', route, recordType, recordId: id, reasons: all, already: false };
}

/** Every way is closed: a person is told what to allow, once for all events, and nothing is tried again as it is. */
export async function endRefused<Step>(
	payload: WriteBackPayload<Step>,
	{ store, clock, target: { room } }: WriteTools<Step>,
	reasons: Reason[],
): Promise<Ended> {
	const now = clock.now();
	await store.transaction(async (tx) => {
		if (!(await tx.writeBacks.markRefused(keyOf(room, payload), reasons))) return;
		await tell(tx, payload, now, `${room.name} refused it, so it stands in this record only.`, reasons);
		const saved = await tx.portfolios.get(payload.portfolio);
		if (saved === null) return;
		const notAllowed = reasons.filter(({ code }) => code === 'write_back_not_allowed');
		await askForSetup(tx, saved.settings, room, notAllowed, now);
	});
	return { state: 'refused', route: null, recordType: null, recordId: null, reasons, already: false };
}

async function tell(
	tx: StoreFamilies,
	{ portfolio, leadId, callId }: WriteBackPayload<unknown>,
	at: number,
	sentence: string,
	reasons: Reason[],
): Promise<void> {
	await tx.timeline.add({ portfolio, leadId, callId, at, kind: 'write_back', sentence, reasons });
}
