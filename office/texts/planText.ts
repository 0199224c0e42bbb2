import { knownNumbers } from '../../leasing/portfolio/knownNumbers';
import type { PortfolioSettings } from '../../leasing/portfolio/portfolio';
import { parsePhone } from '../../leasing/phone/parsePhone';
import type { Reason } from '../../leasing/reason';
import { numberOrNone } from '../../leasing/text/noNumber';
import { countSegments } from '../../leasing/text/segments';
import type { Clock, Millis } from '../../leasing/time';
import type { Store, StoredText, StoreFamilies } from '../../store/port';
import { askGuard } from './askGuard';
import { isStranger } from './isStranger';
import type { KeptGuard } from './keptGuard';
import { tellOfRefusal } from './tellOfRefusal';
import { noteOnTimeline } from './noteOnTimeline';

export interface TextWish {
	settings: PortfolioSettings;
	/** Made from the event and the purpose: one wish is one text for ever. */
	key: string;
	purpose: string;
	leadId: string | null;
	callId: string | null;
	/** The phone system that is meant to send it; see providerForLine. */
	provider: string;
	/** The company's line, E.164. */
	from: string;
	body: string;
	/** What rendering and cleaning changed in the body; goes with the reasons. */
	bodyChanges: Reason[];
	eventAt: Millis;
	guard: KeptGuard;
}

/** Notes in the transaction of the decision that the request starts: the guard said so just now, and need not be asked again. */
export type BeginAtOnce = (tx: StoreFamilies, text: StoredText, at: Millis) => Promise<void>;

/**
 * Asks the guard and writes the decision, in one transaction: two runs for the same event find the same row, and two
 * redials at the same moment cannot both pass the "already texted" check.
 * @param begin for a text that may go out now; without it the text waits for whoever claims it
 * @returns the row as it was planned, and whether this call decided it
 */
export async function planText(
	{ store, clock }: { store: Store; clock: Clock },
	wish: TextWish,
	begin?: BeginAtOnce,
): Promise<{ text: StoredText; created: boolean }> {
	const { settings, guard, from } = wish;
	const to = parsePhone(guard.toRaw, { country: settings.country, known: knownNumbers(settings) });
	return await store.transaction(async (tx) => {
		const known = await tx.texts.byKey(settings.key, wish.key);
		if (known) return { text: known, created: false };

		const now = clock.now();
		const { body, eventAt } = wish;
		const decision = await askGuard(tx, { settings, to, from, body, eventAt, guard, now, textId: null, counted: false });
		// How the words came about matters only if they are going out.
		const reasons = decision.verdict === 'no' ? decision.reasons : [...decision.reasons, ...wish.bodyChanges];
		const planned = await tx.texts.plan({
			portfolio: settings.key,
			key: wish.key,
			purpose: wish.purpose,
			leadId: wish.leadId,
			callId: wish.callId,
			provider: wish.provider,
			phone: numberOrNone(to.e164, guard.toRaw),
			line: from,
			body: wish.body,
			segments: countSegments(wish.body).segments,
			state: decision.verdict === 'send' ? 'planned' : decision.verdict === 'hold' ? 'held' : 'not_sent',
			dueAt: decision.verdict === 'hold' ? decision.until : now,
			expiresAt: decision.verdict === 'hold' ? now + guard.policy.expiresAfterMs : wish.eventAt + guard.policy.maxEventAgeMs,
			eventAt: wish.eventAt,
			guard: decision.verdict === 'hold' ? { ...guard, heldSince: now } : guard,
			reasons,
			toStranger: to.e164 !== null && (await isStranger(tx, settings.key, to.e164)),
		});
		if (decision.verdict === 'send' && planned.created) await begin?.(tx, planned.text, now);
		if (decision.verdict === 'hold') await noteOnTimeline(tx, planned.text, now, 'The text is held.', reasons);
		if (decision.verdict === 'no') {
			await noteOnTimeline(tx, planned.text, now, 'No text was sent.', reasons);
			await tellOfRefusal(tx, planned.text, decision, now);
		}
		return planned;
	});
}
