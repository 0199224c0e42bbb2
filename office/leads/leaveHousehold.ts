import { reason } from '../../leasing/reason';
import type { StoredLead } from '../../store/port';
import type { Decided, Office } from '../office';
import { existingLead } from './existingLead';

export interface LeftHousehold {
	lead: StoredLead;
	/** Whom it rents together with no longer; none when it was in no household. */
	leftLeadIds: string[];
}

/** Takes a lead out of its household, and says so on its timeline. @throws UserMistake when there is no such lead */
export async function leaveHousehold({ store, clock }: Office, leadId: string, { by, note }: Decided): Promise<LeftHousehold> {
	const lead = await existingLead(store, leadId);
	const leftLeadIds = await store.transaction(async (tx) => {
		const others = await tx.households.others(lead.id);
		if (!(await tx.households.leave(lead.id))) return [];
		await tx.timeline.add({
			portfolio: lead.portfolio,
			leadId: lead.id,
			callId: null,
			at: clock.now(),
			kind: 'household',
			sentence: `${by} took this lead out of its household.`,
			reasons: note === null ? [] : [reason('note', note)],
		});
		return others;
	});
	return { lead, leftLeadIds };
}
