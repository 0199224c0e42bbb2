import type { Clock } from '../../leasing/time';
import type { Store, StoredText } from '../../store/port';
import { askGuardAgain } from './askGuard';
import { tellPerson } from './tellPerson';
import { noteOnTimeline } from './noteOnTimeline';

/**
 * Asks the guard once more about a text that waited: the renter may have opted out, or it may be night again.
 * @returns whether it may go out now; if not, the row says why
 */
export async function recheckGuard(
	{ store, clock, claimer }: { store: Store; clock: Clock; claimer: string },
	text: StoredText,
): Promise<boolean> {
	const now = clock.now();
	const decision = await askGuardAgain(store, text, now);
	if (decision === null) return false;
	if (decision.verdict === 'send') return true;
	await store.transaction(async (tx) => {
		const claim = await tx.texts.claim(text.id, claimer, now, now + 1);
		if (!claim) return;
		if (decision.verdict === 'hold') {
			await tx.texts.release(text.id, claimer, { state: 'held', dueAt: decision.until, reasons: decision.reasons }, now);
			return;
		}
		await tx.texts.release(text.id, claimer, { state: 'not_sent', reasons: decision.reasons }, now);
		await noteOnTimeline(tx, text, now, 'The text that waited was not sent.', decision.reasons);
		const [why] = decision.reasons;
		if (decision.personNeeded && why) await tellPerson(tx, text, now, why, 'check_text');
	});
	return false;
}
