import * as z from 'zod/v4';

import type { MatchDecision } from '../../../leasing/match/match';
import { reason } from '../../../leasing/reason';
import { taskKeys } from '../../../leasing/task/keys';
import type { StoredInquiry, StoredLead, StoredTask, StoreFamilies } from '../../../store/port';
import type { TakenIn } from '../case';

/** What was decided when this inquiry came the first time, with lead and task as they are now. Writes nothing. */
export async function decidedBefore(tx: StoreFamilies, stored: StoredInquiry): Promise<Omit<TakenIn, 'repeated' | 'inquiryId'>> {
	const told = await toldMatch(tx, stored);
	const records = await tx.matching.ofInquiry(stored.id);
	const open = (await tx.reviews.about(records.map(({ id }) => id))).filter(({ state }) => state === 'open');
	const reviewIds = open.map(({ id }) => id);
	const lead = stored.leadId === null ? null : await tx.leads.get(stored.leadId);
	if (!lead) {
		const task = await tx.tasks.byKey(stored.inquiry.portfolio, taskKeys.inquiryReview(stored.inquiry));
		return {
			match: told ?? { decision: 'review', leadId: null, candidates: [], score: 0, reasons: task?.reasons ?? [] },
			lead: null,
			task,
			reviewIds,
		};
	}
	// A merge since then has put another lead in its place.
	const match = told !== null && told.decision !== 'review' ? { ...told, leadId: lead.id } : resolved(lead);
	return { match, lead, task: await callBackOf(tx, stored, lead), reviewIds };
}

const reasonSchema = z.object({ code: z.string(), sentence: z.string() });
const idOrNull = z.string().nullable();

const toldSchema = z.object({
	inquiryId: z.string(),
	match: z.object({
		decision: z.enum(['new', 'known', 'review']),
		leadId: idOrNull,
		candidates: z.array(z.string()),
		score: z.number(),
		reasons: z.array(reasonSchema),
		// Written by ourselves beside the rest; only shown.
		compared: z.custom<NonNullable<MatchDecision['compared']>>(Array.isArray).optional(),
	}),
});

async function toldMatch(tx: StoreFamilies, stored: StoredInquiry): Promise<MatchDecision | null> {
	const entries = await tx.timeline.ofInquiry(stored.id);
	// Entries of before inquiries were noted on them stand on the lead only.
	const older = entries.length === 0 && stored.leadId !== null ? await tx.timeline.ofLead(stored.leadId) : [];
	for (const entry of [...entries, ...older]) {
		if (entry.kind !== 'match') continue;
		const told = toldSchema.safeParse(entry.data);
		if (told.success && told.data.inquiryId === stored.id) return told.data.match;
	}
	return null;
}

/** A person decided meanwhile whose inquiry it is. */
function resolved(lead: StoredLead): MatchDecision {
	return {
		decision: 'known',
		leadId: lead.id,
		candidates: [],
		score: 0,
		reasons: [reason('decided_by_person', 'A person decided that this inquiry belongs to this lead.')],
	};
}

async function callBackOf(tx: StoreFamilies, { inquiry }: StoredInquiry, lead: StoredLead): Promise<StoredTask | null> {
	const own = await tx.tasks.byKey(inquiry.portfolio, taskKeys.callBack(inquiry));
	if (own) return own;
	const [open] = await tx.tasks.list({ portfolio: lead.portfolio, leadId: lead.id, kind: 'call_back', state: 'open', limit: 1 });
	return open ?? null;
}
