import { reason, type Reason } from '../reason';
import { HOUR, MINUTE, type Millis } from '../time';
import { taskKeys } from './keys';
import type { TaskDraft } from './task';

/** The code of the reason by which a task names a number whose texts it holds; see heldNumbersIn. */
const HELD_NUMBER = 'texts_held';

export interface DoubtedLead {
	portfolio: string;
	owner: string;
	now: Millis;
	/** As people call where it came from: `the website form "Tour page"`. */
	from: string;
	/** Why a person must look. */
	doubts: readonly Reason[];
}

/** The task to look at a lead that anybody could have sent, before it is texted. @param numbers E.164, whose texts wait for it */
export function doubtedLeadTask(
	{ portfolio, owner, now, from, doubts }: DoubtedLead,
	deliveryId: string,
	numbers: readonly string[],
): TaskDraft {
	return {
		portfolio,
		key: taskKeys.doubtedLead(deliveryId),
		kind: 'check_text',
		title: `Look at a lead from ${from} before it is texted`,
		leadId: null,
		callId: null,
		owner,
		dueAt: now + 30 * MINUTE,
		priority: 2,
		reasons: [
			...doubts,
			...numbers.map((number) =>
				reason(
					HELD_NUMBER,
					`Automatic texts to ${number} are held. If it is a real renter, complete this task: then they may go out.`,
				),
			),
		],
	};
}

/** The numbers whose texts wait for a task. */
export function heldNumbersIn(reasons: readonly Reason[]): string[] {
	return reasons.flatMap(({ code, sentence }) => (code === HELD_NUMBER ? (sentence.match(/\+\d{7,15}/) ?? []) : []));
}

/** The task when so many doubtful leads came within an hour that one for each would bury all others. */
export function manyDoubtedLeadsTask({ portfolio, owner, now, from, doubts }: DoubtedLead, consumer: string, most: number): TaskDraft {
	return {
		portfolio,
		key: taskKeys.manyDoubtedLeads(consumer, now),
		kind: 'check_text',
		title: `More than ${most} doubtful leads came from ${from} within an hour`,
		leadId: null,
		callId: null,
		owner,
		dueAt: now + HOUR,
		priority: 2,
		reasons: [
			...doubts,
			reason(
				'many_doubted_leads',
				'Somebody may be sending it by a program. All are kept as leads and none is texted; further ones of this hour get no task of their own. For a real renter among them use the Lead node: resource Opt-Out, operation Text Again.',
			),
		],
	};
}
