import type { Reason } from '../../leasing/reason';
import type { Millis } from '../../leasing/time';
import type { StoreFamilies, StoredText } from '../../store/port';

/** Writes what happened to a text on the timeline of its lead and call. */
export async function noteOnTimeline(
	tx: StoreFamilies,
	text: Pick<StoredText, 'id' | 'portfolio' | 'leadId' | 'callId'>,
	at: Millis,
	sentence: string,
	reasons: Reason[],
): Promise<void> {
	await tx.timeline.add({
		portfolio: text.portfolio,
		leadId: text.leadId,
		callId: text.callId,
		at,
		kind: 'text',
		sentence,
		reasons,
		data: { textId: text.id },
	});
}
