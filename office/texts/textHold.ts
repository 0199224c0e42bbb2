import { heldNumbersIn } from '../../leasing/task/doubtedLeadTask';
import { inquiryOfTask } from '../../leasing/task/keys';
import { UNPROVEN_LEAD } from '../../leasing/text/heldWhy';
import type { Millis } from '../../leasing/time';
import type { StoredTask, StoreFamilies } from '../../store/port';

/** Lets texts go out again to a number. @returns false when nothing held them */
export async function liftHold(
	tx: StoreFamilies,
	{ portfolio, phone, by, at }: { portfolio: string; phone: string; by: string; at: Millis },
): Promise<boolean> {
	const hold = await tx.textHolds.current(portfolio, phone);
	return hold !== null && (await tx.textHolds.lift(hold, by, at));
}

/**
 * Whoever completes the task that shows the doubtful words has looked at them. Words that came later stand on another task, and go on
 * holding texts back.
 * @returns the numbers that may be texted again
 */
export async function liftHoldsOfTask(tx: StoreFamilies, task: StoredTask, by: string, at: Millis): Promise<string[]> {
	const lifted: string[] = [];
	for (const phone of heldNumbersIn(task.reasons)) {
		const hold = await tx.textHolds.current(task.portfolio, phone);
		if (hold?.via === UNPROVEN_LEAD && (await tx.textHolds.lift(hold, by, at))) lifted.push(phone);
	}
	const shown = task.reasons.filter(({ code }) => code === 'opt_out_unclear').map(({ sentence }) => sentence);
	if (shown.length === 0) return lifted;
	for (const phone of await phonesOf(tx, task)) {
		const hold = await tx.textHolds.current(task.portfolio, phone);
		if (hold === null || !shown.some((sentence) => sentence.startsWith(`"${hold.evidence}"`))) continue;
		if (await tx.textHolds.lift(hold, by, at)) lifted.push(phone);
	}
	return lifted;
}

/** Numbers that the task may be about: those of its lead, else of whoever wrote. */
async function phonesOf(tx: StoreFamilies, { key, leadId }: StoredTask): Promise<string[]> {
	const ofLead = leadId === null ? [] : await tx.leads.identities(leadId);
	const inquiryId = inquiryOfTask(key);
	const inquiry = inquiryId === null ? null : await tx.inquiries.get(inquiryId);
	const written = inquiry?.inquiry.people.flatMap(({ phones }) => phones.flatMap(({ e164 }) => (e164 === null ? [] : [e164]))) ?? [];
	return [...new Set([...ofLead.flatMap(({ kind, value }) => (kind === 'phone' ? [value] : [])), ...written])];
}
