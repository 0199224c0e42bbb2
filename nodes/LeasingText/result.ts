import { formatPhone } from '../../leasing/phone/formatPhone';
import { reason, type Reason } from '../../leasing/reason';
import { NO_NUMBER } from '../../leasing/text/noNumber';
import { whyWaiting } from '../../leasing/text/waiting';
import { toIso } from '../../leasing/time';
import type { TextOutcome } from '../../office/texts/textRenter';
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
export function textItem({ text, created, settings }: TextOutcome) {
	const repeated: Reason[] = created
		? []
		: [reason('decided_before', 'This text was decided by an earlier run for the same event; nothing was done twice.')];
	const to = text.phone === NO_NUMBER ? '' : text.phone;
	return {
		id: text.id,
		state: text.state,
		to,
		toDisplay: formatPhone(to, settings.country),
		from: text.line,
		body: text.body,
		segments: text.segments,
		purpose: text.purpose,
		providerId: text.providerId,
		errorCode: text.errorCode,
		heldUntil: text.state === 'held' ? toIso(text.dueAt) : null,
		reasons: [...text.reasons, ...whyWaiting(text.state), ...repeated],
	};
}
