import { formatPhone } from '../../leasing/phone/formatPhone';
import type { PortfolioSettings } from '../../leasing/portfolio/portfolio';
import { reason, type Reason } from '../../leasing/reason';
import { toIso } from '../../leasing/time';
import type { StoredText } from '../../store/port';

export const OUTPUTS = { sent: 0, held: 1, notSent: 2 } as const;

/** Which output a text's state goes to. A claim that was left to run out will be taken up again, so it is held. */
export function outputOf(text: StoredText): number {
	switch (text.state) {
		case 'sent':
		case 'delivered':
			return OUTPUTS.sent;
		case 'planned':
		case 'held':
		case 'claimed':
			return OUTPUTS.held;
		case 'unknown':
		case 'failed':
		case 'not_sent':
			return OUTPUTS.notSent;
	}
}

/** What the item says about its text. */
export function textItem(text: StoredText, created: boolean, settings: PortfolioSettings) {
	const repeated: Reason[] = created
		? []
		: [reason('decided_before', 'This text was decided by an earlier run for the same event; nothing was done twice.')];
	const waiting: Reason[] =
		text.state === 'claimed'
			? [
					reason(
						'provider_unreachable',
						'The phone system could not be reached; the text is tried again by itself for as long as it makes sense.',
					),
				]
			: text.state === 'planned'
				? [
						reason(
							'provider_busy',
							'The phone system takes no more texts right now; this one is tried again in a minute, for as long as it makes sense.',
						),
					]
				: [];
	return {
		id: text.id,
		state: text.state,
		to: text.phone,
		toDisplay: formatPhone(text.phone, settings.country),
		from: text.line,
		body: text.body,
		segments: text.segments,
		purpose: text.purpose,
		providerId: text.providerId,
		errorCode: text.errorCode,
		heldUntil: text.state === 'held' ? toIso(text.dueAt) : null,
		reasons: [...text.reasons, ...waiting, ...repeated],
	};
}
