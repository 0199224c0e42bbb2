import type { GuardDecision } from '../../leasing/text/text';
import type { Millis } from '../../leasing/time';
import type { StoredText, StoreFamilies } from '../../store/port';
import { askGuardAgain } from './askGuard';
import { readKeptGuard } from './keptGuard';
import { noteOnTimeline } from './noteOnTimeline';
import type { SendDeps } from './sendDeps';
import { tellOfRefusal } from './tellOfRefusal';

/**
 * The gate before every request, of whichever provider and attempt. One transaction asks the guard as things stand now, and notes
 * when the request starts and who is asked: an opt-out that was stored before is obeyed, and whoever takes over after a crash knows
 * where to look. If the guard says no, the text ends in that same transaction.
 * @returns the time; null when there is to be no request: the claim was lost, or the row says why
 */
export async function beginRequest(
	{ store, clock, provider, claimer }: Pick<SendDeps, 'store' | 'clock' | 'provider' | 'claimer'>,
	textId: string,
): Promise<Millis | null> {
	return await store.transaction(async (tx) => {
		const at = clock.now();
		// As it stands now: what an earlier attempt noted counts.
		const text = await tx.texts.get(textId);
		if (!text) return null;
		const decision = await askGuardAgain(tx, text, at);
		if (decision?.verdict === 'send') return (await tx.texts.markAttempt(text.id, claimer, provider.name, at)) ? at : null;
		if (decision !== null) await endAtGate(tx, { text, claimer, decision, at });
		return null;
	});
}

async function endAtGate(
	tx: StoreFamilies,
	{
		text,
		claimer,
		decision,
		at,
	}: { text: StoredText; claimer: string; decision: Exclude<GuardDecision, { verdict: 'send' }>; at: Millis },
): Promise<void> {
	const { reasons } = decision;
	if (decision.verdict === 'hold') {
		const first = keptForHold(text, at);
		if (!(await tx.texts.release(text.id, claimer, { state: 'held', dueAt: decision.until, reasons, ...first }, at))) return;
		if (first) await noteOnTimeline(tx, text, at, 'The text is held.', reasons);
		return;
	}
	if (!(await tx.texts.release(text.id, claimer, { state: 'not_sent', reasons }, at))) return;
	await noteOnTimeline(tx, text, at, 'The text was not sent.', reasons);
	await tellOfRefusal(tx, text, decision, at);
}

/** What a text keeps that is held for the first time: it was fresh until now, and its age counts from here. Undefined: it was held before. */
function keptForHold(text: StoredText, at: Millis): { guard: unknown; expiresAt: Millis } | undefined {
	const guard = readKeptGuard(text.guard);
	return guard.heldSince === undefined ? { guard: { ...guard, heldSince: at }, expiresAt: at + guard.policy.expiresAfterMs } : undefined;
}
