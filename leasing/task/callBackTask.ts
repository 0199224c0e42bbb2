import type { Inquiry } from '../inquiry/inquiry';
import type { MatchDecision } from '../match/match';
import type { PortfolioSettings } from '../portfolio/portfolio';
import { ownerOf } from '../portfolio/properties';
import { reason, type Reason } from '../reason';
import type { Millis } from '../time';
import { callBackDueAt } from './callBackDue';
import { callablePhone, contactTitle, writableEmail } from './contactTitle';
import { taskKeys } from './keys';
import type { TaskDraft } from './task';

export interface CallBackInput {
	inquiry: Inquiry;
	match: MatchDecision;
	settings: PortfolioSettings;
	leadId: string | null;
	/** Our own id of the call, if it was one. */
	callId: string | null;
	/** Owner of the known lead; the property's or the portfolio's owner otherwise. */
	leadOwner?: string | null;
	now: Millis;
	/** When the office opens next; null while it is open, or when no hours are set. */
	officeOpensAt: Millis | null;
}

/** The task to get back to a renter, once per inquiry. Someone who can only be written to gets a task to write. */
export function callBackTask(input: CallBackInput): TaskDraft {
	const { inquiry, match, settings, leadId, callId, now, officeOpensAt } = input;
	return {
		portfolio: inquiry.portfolio,
		key: taskKeys.callBack(inquiry),
		kind: 'call_back',
		title: `${contactVerb(inquiry)} ${contactTitle(inquiry, settings)}`,
		leadId,
		callId,
		owner: input.leadOwner ?? ownerOf(settings, inquiry.interest.propertyKey),
		dueAt: callBackDueAt(now, officeOpensAt),
		priority: officeOpensAt !== null && officeOpensAt > now ? 2 : 1,
		reasons: [cause(inquiry), ...match.reasons],
	};
}

/** `Call back` when there is a number to call, `Write to` when there is only an address. */
export function contactVerb(inquiry: Inquiry): 'Call back' | 'Write to' {
	return callablePhone(inquiry.people) === null && writableEmail(inquiry.people) !== null ? 'Write to' : 'Call back';
}

function cause(inquiry: Inquiry): Reason {
	if (inquiry.call === null)
		return reason('inquiry_waits', `An inquiry came in (${inquiry.channel.replaceAll('_', ' ')}) and waits for an answer.`);
	const voicemail = inquiry.call.voicemail !== null ? ' The caller left a voicemail.' : '';
	return reason('missed_call', `A call was missed (${inquiry.call.outcome.replaceAll('_', ' ')}).${voicemail}`);
}
