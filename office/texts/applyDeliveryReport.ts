import { reason } from '../../leasing/reason';
import { codeInWord, errorSentence } from '../../leasing/text/errorMeaning';
import type { TextReport } from '../../leasing/text/report';
import type { Clock } from '../../leasing/time';
import type { Store } from '../../store/port';
import { learnFromError } from './learnFromError';
import { noteOnTimeline } from './noteOnTimeline';
import { tellPerson } from './tellPerson';
import type { TextProviderWords } from './textProvider';

/**
 * Applies what a phone system reports about a text: delivered closes it, a failure tells a person. Reports come in
 * any order and repeatedly; only a change is acted upon. A report about a text that is not ours changes nothing.
 */
export async function applyDeliveryReport(
	{ store, clock, provider }: { store: Store; clock: Clock; provider: TextProviderWords },
	{ textId, ...report }: TextReport,
): Promise<void> {
	await store.transaction(async (tx) => {
		const at = clock.now();
		const ref = textId === null ? { providerId: report.providerId } : { id: textId };
		const applied = await tx.texts.applyDelivery(ref, { provider: provider.name, ...report }, at);
		if (!applied?.changed) return;
		const { text } = applied;
		if (text.state === 'delivered') await noteOnTimeline(tx, text, at, 'The text was delivered.', []);
		if (text.state !== 'failed') return;

		const code = report.errorCode ?? report.providerStatus;
		const meaning = provider.explain(code);
		const why = reason(`provider_${codeInWord(code)}`, `The text was not delivered (${code}): ${errorSentence(meaning)}`);
		await learnFromError(tx, text, { code, evidence: why.sentence, meaning }, at);
		await noteOnTimeline(tx, text, at, 'The text was not delivered.', [why]);
		await tellPerson(tx, text, at, why, meaning.action === 'fix_setup' ? 'fix_setup' : 'check_text');
	});
}
