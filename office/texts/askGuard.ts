import { knownNumbers } from '../../leasing/portfolio/knownNumbers';
import { parsePhone } from '../../leasing/phone/parsePhone';
import { guardStep, type GuardFacts, type GuardRequest } from '../../leasing/text/guard';
import type { GuardDecision } from '../../leasing/text/text';
import { HOUR, type Millis } from '../../leasing/time';
import type { StoredText, StoreFamilies } from '../../store/port';
import { guardFacts, type FactSources, type TextInQuestion } from './guardFacts';
import { readKeptGuard } from './keptGuard';

/** A text as the guard judges it, with its words. */
export interface GuardedText extends TextInQuestion {
	body: string;
	/** When the event behind it happened. */
	eventAt: Millis;
}

/**
 * Asks the guard about a text, in a transaction or outside one: each fact is looked up when the first rule needs it, and
 * nothing is written.
 */
export async function askGuard(tx: StoreFamilies, text: GuardedText): Promise<GuardDecision> {
	const { to, from, body, eventAt, guard, now } = text;
	const { toRaw, directReply, heldSince } = guard;
	const request: GuardRequest = { to, toRaw, from, body, eventAt, directReply, ...(heldSince === undefined ? {} : { heldSince }) };
	const sources = guardFacts(tx, text);
	const known: Partial<GuardFacts> = {};
	for (;;) {
		const answer = guardStep(request, known, guard.policy, now);
		if (answer.verdict !== 'ask') return answer;
		for (const fact of answer.facts) await findOut(fact, sources, known);
	}
}

async function findOut<Name extends keyof GuardFacts>(fact: Name, sources: FactSources, known: Partial<GuardFacts>): Promise<void> {
	known[fact] = await sources[fact]();
}

/**
 * Asks the guard about a text that has a row, as things stand now. Cheap enough for the transaction that marks an attempt:
 * a handful of index look-ups. @returns null when the company's settings are gone
 */
export async function askGuardAgain(tx: StoreFamilies, text: StoredText, now: Millis): Promise<GuardDecision | null> {
	const settings = (await tx.portfolios.get(text.portfolio))?.settings;
	if (!settings) return null;
	const guard = readKeptGuard(text.guard);
	const to = parsePhone(guard.toRaw, { country: settings.country, known: knownNumbers(settings) });
	const counted = text.toStranger && text.attemptedAt !== null && text.attemptedAt >= now - HOUR;
	const { line: from, body, eventAt, id: textId } = text;
	return await askGuard(tx, { settings, to, from, body, eventAt, guard, now, textId, counted });
}
