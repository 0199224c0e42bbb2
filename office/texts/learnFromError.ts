import { codeInWord, type TextErrorMeaning } from '../../leasing/text/errorMeaning';
import type { Millis } from '../../leasing/time';
import type { StoreFamilies, StoredText } from '../../store/port';

/** Keeps what a refusal tells about the number itself, so that the next text is not even tried. */
export async function learnFromError(
	tx: StoreFamilies,
	text: Pick<StoredText, 'portfolio' | 'phone'>,
	error: { code: string; evidence: string; meaning: TextErrorMeaning },
	at: Millis,
): Promise<void> {
	const via = `provider_error_${codeInWord(error.code)}` as const;
	if (error.meaning.action === 'opted_out') {
		await tx.optOuts.record({ portfolio: text.portfolio, phone: text.phone, action: 'out', via, evidence: error.evidence, at });
	}
	if (error.meaning.action === 'not_textable') {
		await tx.phoneFacts.save({ phone: text.phone, lineType: null, textable: false, via, learnedAt: at });
	}
}
