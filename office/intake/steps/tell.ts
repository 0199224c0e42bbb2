import type { MatchDecision } from '../../../leasing/match/match';
import type { NewTimelineEntry, StoredLead } from '../../../store/port';
import type { Case } from '../case';
import type { OpenedTask } from './tasks';

/** What the timeline keeps of a decision, so that a repeat of the inquiry gets the same answer. */
export interface MatchData {
	inquiryId: string;
	match: MatchDecision;
}

/** The contact itself. A call that our own trigger heard is on the timeline already. */
export async function tellInquiry(one: Case, lead: StoredLead | null): Promise<void> {
	if (one.call) return;
	const { inquiry } = one;
	const about = inquiry.interest.propertyName === null ? '' : ` about ${inquiry.interest.propertyName}`;
	const sentence =
		inquiry.call === null
			? `An inquiry came in (${inquiry.channel.replaceAll('_', ' ')})${about}; source: ${inquiry.source.source}.`
			: `A call${about} was missed (${inquiry.call.outcome.replaceAll('_', ' ')}).`;
	await add(one, lead, { kind: inquiry.call === null ? 'inquiry' : 'call', sentence, reasons: [], at: Date.parse(inquiry.occurredAt) });
}

export async function tellMatch(one: Case, match: MatchDecision, lead: StoredLead | null): Promise<void> {
	const sentence = {
		new: `A new lead was made; owner: ${lead?.owner ?? 'nobody'}.`,
		known: 'The contact was recognised as this lead.',
		review: 'It is not clear whose inquiry this is, so a person decides.',
	}[match.decision];
	const data: MatchData = { inquiryId: one.inquiryId, match: { ...match, leadId: lead?.id ?? null } };
	await add(one, lead, { kind: 'match', sentence, reasons: match.reasons, data });
}

export async function tellTask(one: Case, { task, created }: OpenedTask, lead: StoredLead | null): Promise<void> {
	const sentence = created
		? `A task was opened for ${task.owner}: ${task.title}.`
		: `The open task of ${task.owner} was moved up: ${task.title}.`;
	await add(one, lead, { kind: 'task', sentence, reasons: [], data: { taskId: task.id } });
}

type Said = Pick<NewTimelineEntry, 'kind' | 'sentence' | 'reasons' | 'data'> & { at?: number };

async function add({ tx, inquiry, inquiryId, call, now }: Case, lead: StoredLead | null, said: Said): Promise<void> {
	await tx.timeline.add({
		portfolio: inquiry.portfolio,
		leadId: lead?.id ?? null,
		callId: call?.id ?? null,
		inquiryId,
		at: now,
		...said,
	});
}
