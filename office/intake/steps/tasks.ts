import type { MatchDecision } from '../../../leasing/match/match';
import { reason, type Reason } from '../../../leasing/reason';
import { callBackTask } from '../../../leasing/task/callBackTask';
import { pairReviewTask, reviewTask } from '../../../leasing/task/reviewTask';
import type { StoredLead, StoredReview, StoredTask } from '../../../store/port';
import { nameOf } from '../../matching/mergeLeads';
import type { Case } from '../case';

export interface OpenedTask {
	task: StoredTask;
	/** False when an open call-back of the lead was moved up instead. */
	created: boolean;
}

/** The call-back of a lead. One open call-back is enough: who calls again moves it up. */
export async function openCallBack(one: Case, match: MatchDecision, lead: StoredLead): Promise<OpenedTask | null> {
	const { tx, inquiry, settings, call, now, officeOpensAt } = one;
	if (one.callBackTask === 'never' || (one.callBackTask === 'calls' && inquiry.channel !== 'call')) return null;
	const draft = callBackTask({
		inquiry,
		match,
		settings,
		leadId: lead.id,
		callId: call?.id ?? null,
		leadOwner: lead.owner,
		now,
		officeOpensAt,
	});
	const reasons = [...draft.reasons, ...voicemailReasons(one)];
	const [waiting] = await tx.tasks.list({ portfolio: lead.portfolio, leadId: lead.id, kind: 'call_back', state: 'open', limit: 1 });
	if (!waiting) return await tx.tasks.open({ ...draft, reasons });
	const again = reason(
		'waits_already',
		`The renter got in touch again (${inquiry.channel.replaceAll('_', ' ')}) while this call-back was open.`,
	);
	const task = await tx.tasks.annotate(waiting.id, { reasons: [again, ...voicemailReasons(one)], priority: draft.priority });
	return { task, created: false };
}

/** A person decides whose inquiry it is. */
export async function openReview(one: Case, match: MatchDecision): Promise<OpenedTask> {
	const { tx, inquiry, settings, call, now, officeOpensAt } = one;
	const draft = reviewTask({ inquiry, match, settings, callId: call?.id ?? null, now, officeOpensAt });
	return await tx.tasks.open({ ...draft, reasons: [...draft.reasons, ...voicemailReasons(one)] });
}

/** A person decides whether a lead and somebody else are one renter. Less urgent than an inquiry without a lead: both are looked after. */
export async function openLeadReview({ tx, settings, now, officeOpensAt }: Case, review: StoredReview, lead: StoredLead): Promise<void> {
	const sides = await tx.matching.get(review.recordIds);
	const otherId = sides.map(({ leadId }) => leadId).find((id) => id !== null && id !== lead.id) ?? null;
	const other = otherId === null ? null : await tx.leads.get(otherId);
	await tx.tasks.open(
		pairReviewTask({
			review,
			lead: { id: lead.id, portfolio: lead.portfolio, name: nameOf(lead), owner: lead.owner || settings.defaultOwner },
			otherName: other === null ? null : nameOf(other),
			now,
			officeOpensAt,
		}),
	);
}

/** The recording may have come before the workflow ran; later ones are added to the open task by the trigger. */
function voicemailReasons({ inquiry, call }: Case): Reason[] {
	const voicemail = call?.voicemail ?? inquiry.call?.voicemail ?? null;
	if (voicemail === null) return [];
	const reasons: Reason[] = [];
	if (voicemail.url !== null) {
		const length = voicemail.durationSeconds === null ? '' : ` of ${voicemail.durationSeconds} seconds`;
		reasons.push(reason('voicemail', `The caller left a voicemail${length}: ${voicemail.url}`));
	}
	if (voicemail.transcript !== null) reasons.push(reason('voicemail_transcript', `The caller said: "${voicemail.transcript}"`));
	return reasons;
}
