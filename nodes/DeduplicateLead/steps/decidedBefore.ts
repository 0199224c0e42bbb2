import * as z from 'zod/v4';

import { identitiesOf } from '../../../leasing/match/identities';
import type { MatchDecision } from '../../../leasing/match/match';
import { reason } from '../../../leasing/reason';
import type { StoredInquiry, StoredLead, StoredTask, StoreFamilies } from '../../../store/port';
import type { Deduplicated } from '../case';

/** What was decided when this inquiry came the first time, with lead and task as they are now. Writes nothing. */
export async function decidedBefore(tx: StoreFamilies, stored: StoredInquiry): Promise<Omit<Deduplicated, 'repeated'>> {
	const lead = stored.leadId === null ? null : await tx.leads.get(stored.leadId);
	if (!lead) return await reviewedBefore(tx, stored);
	return { match: (await toldMatch(tx, stored, lead)) ?? resolved(lead), lead, task: await callBackOf(tx, stored, lead) };
}

async function reviewedBefore(tx: StoreFamilies, { inquiry }: StoredInquiry): Promise<Omit<Deduplicated, 'repeated'>> {
	const task = await tx.tasks.byKey(inquiry.portfolio, `review_match:${inquiry.provider}:${inquiry.providerId}`);
	const hits = await tx.leads.findByIdentities(inquiry.portfolio, identitiesOf(inquiry).identities);
	const candidates = [...new Set(hits.map(({ leadId }) => leadId))].sort();
	return { match: { decision: 'review', leadId: null, candidates, score: 0, reasons: task?.reasons ?? [] }, lead: null, task };
}

const toldSchema = z.object({
	inquiryId: z.string(),
	match: z.object({
		decision: z.enum(['new', 'known', 'review']),
		leadId: z.string().nullable(),
		candidates: z.array(z.string()),
		score: z.number(),
		reasons: z.array(z.object({ code: z.string(), sentence: z.string() })),
	}),
});

async function toldMatch(tx: StoreFamilies, stored: StoredInquiry, lead: StoredLead): Promise<MatchDecision | null> {
	for (const entry of await tx.timeline.ofLead(lead.id)) {
		if (entry.kind !== 'match') continue;
		const told = toldSchema.safeParse(entry.data);
		if (told.success && told.data.inquiryId === stored.id) return told.data.match;
	}
	return null;
}

/** A person decided meanwhile whose inquiry it is. */
function resolved(lead: StoredLead): MatchDecision {
	return { decision: 'known', leadId: lead.id, candidates: [], score: 0, reasons: [reason('decided_by_person', 'A person decided that this inquiry belongs to this lead.')] };
}

async function callBackOf(tx: StoreFamilies, { inquiry }: StoredInquiry, lead: StoredLead): Promise<StoredTask | null> {
	const own = await tx.tasks.byKey(inquiry.portfolio, `call_back:${inquiry.provider}:${inquiry.providerId}`);
	if (own) return own;
	const [open] = await tx.tasks.list({ portfolio: lead.portfolio, leadId: lead.id, kind: 'call_back', state: 'open', limit: 1 });
	return open ?? null;
}
