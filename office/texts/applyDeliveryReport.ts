import { reason } from '../../leasing/reason';
import { explainTwilioError } from '../../leasing/twilio/errors';
import type { Clock } from '../../leasing/time';
import type { Store, TextFamily } from '../../store/port';
import { learnFromError } from './learnFromError';
import { tellPerson } from './tellPerson';
import { noteOnTimeline } from './noteOnTimeline';

/**
 * Applies what the phone system reports about a text: delivered closes it, a failure tells a person. Reports come in
 * any order and repeatedly; only a change is acted upon.
 */
export async function applyDeliveryReport(
	{ store, clock }: { store: Store; clock: Clock },
	...[ref, report]: [Parameters<TextFamily['applyDelivery']>[0], Parameters<TextFamily['applyDelivery']>[1]]
): Promise<void> {
	await store.transaction(async (tx) => {
		const at = clock.now();
		const applied = await tx.texts.applyDelivery(ref, report, at);
		if (!applied?.changed) return;
		const { text } = applied;
		if (text.state === 'delivered') await noteOnTimeline(tx, text, at, 'The text was delivered.', []);
		if (text.state !== 'failed') return;

		const code = report.errorCode ?? report.providerStatus;
		const explained = explainTwilioError(code);
		const why = reason(`provider_${code}`, `The text was not delivered (${code}): ${explained.meaning}`);
		await learnFromError(tx, text, { code, evidence: why.sentence, meaning: explained }, at);
		await noteOnTimeline(tx, text, at, 'The text was not delivered.', [why]);
		await tellPerson(tx, text, at, why, explained.action === 'fix_setup' ? 'fix_setup' : 'check_text');
	});
}
