import { reason, type Reason } from '../../leasing/reason';
import { codeInWord, errorSentence } from '../../leasing/text/errorMeaning';
import { MINUTE } from '../../leasing/time';
import type { StoredText } from '../../store/port';
import { learnFromError } from './learnFromError';
import { noteOnTimeline } from './noteOnTimeline';
import { currentText, type SendDeps } from './sendDeps';
import { tellPerson } from './tellPerson';
import type { FoundMessage } from './textProvider';

/*
 * How a claim on a text ends. Each end writes only while the claim is still ours, and returns the text as it stands afterwards.
 */

export async function endSent({ store, clock, claimer, provider }: SendDeps, text: StoredText, message: FoundMessage): Promise<StoredText> {
	await store.transaction(async (tx) => {
		const at = clock.now();
		if (!(await tx.texts.markSent(text.id, claimer, { provider: provider.name, ...message }, at))) return;
		await noteOnTimeline(tx, text, at, `Text sent: "${text.body}"`, text.reasons);
	});
	return await currentText(store, text.id);
}

/** The provider said no, and the same text would not go through later. */
export async function endRefused(
	{ store, clock, claimer, provider }: SendDeps,
	text: StoredText,
	{ code, message }: { code: string; message: string },
): Promise<StoredText> {
	const meaning = provider.explain(code);
	const why = reason(
		meaning.action === 'opted_out' ? 'opted_out' : `provider_${codeInWord(code)}`,
		`The phone system refused the text (${code}): ${errorSentence(meaning)} It said: "${message}"`,
	);
	await store.transaction(async (tx) => {
		const at = clock.now();
		const state = meaning.action === 'opted_out' || meaning.action === 'not_textable' ? 'not_sent' : 'failed';
		const kept = await tx.texts.release(text.id, claimer, { state, errorCode: code, errorMessage: message, reasons: [why] }, at);
		if (!kept) return;
		await learnFromError(tx, text, { code, evidence: message, meaning }, at);
		await noteOnTimeline(tx, text, at, 'The text was not sent.', [why]);
		await tellPerson(tx, text, at, why, meaning.action === 'fix_setup' ? 'fix_setup' : 'check_text');
	});
	return await currentText(store, text.id);
}

/** Not taken: due again in a minute, when the guard says whether it still makes sense. */
export async function endForLater({ store, clock, claimer }: SendDeps, text: StoredText): Promise<StoredText> {
	await store.texts.release(text.id, claimer, { state: 'planned', dueAt: clock.now() + MINUTE }, clock.now());
	return await currentText(store, text.id);
}

/**
 * The provider cannot even be asked. The claim is left to run out; whoever takes it over asks again before sending, as long as the
 * text still makes sense. After that a person gets it.
 */
export async function leaveClaim(deps: SendDeps, text: StoredText): Promise<StoredText> {
	if (text.expiresAt !== null && deps.clock.now() >= text.expiresAt) return await endUnclear(deps, text);
	return await currentText(deps.store, text.id);
}

/** Nobody knows whether it was sent, and nobody sends it again. */
export async function endUnclear({ store, clock, claimer }: SendDeps, text: StoredText): Promise<StoredText> {
	const why: Reason = reason(
		'send_unclear',
		'The phone system did not say whether it took the text, and it could not be found there. It was not sent again, so that the renter does not get it twice.',
	);
	await store.transaction(async (tx) => {
		const at = clock.now();
		if (!(await tx.texts.release(text.id, claimer, { state: 'unknown', reasons: [why] }, at))) return;
		await noteOnTimeline(tx, text, at, 'It is unclear whether the text was sent.', [why]);
		await tellPerson(tx, text, at, why, 'check_text');
	});
	return await currentText(store, text.id);
}
