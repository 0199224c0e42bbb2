import type { Reason } from '../../leasing/reason';
import type { Millis } from '../../leasing/time';
import type { StoreFamilies } from '../../store/port';
import { nameOf } from './mergeLeads';

/** Links two leads that rent together, in a transaction, and says so on both timelines. Does nothing when they are linked. */
export async function linkHousehold(
	tx: StoreFamilies,
	leadIds: readonly [string, string],
	by: string,
	reasons: Reason[],
	at: Millis,
): Promise<void> {
	if (leadIds[0] === leadIds[1]) return;
	const [one, other] = [await tx.leads.get(leadIds[0]), await tx.leads.get(leadIds[1])];
	if (!one || !other || one.id === other.id || (await tx.households.others(one.id)).includes(other.id)) return;
	await tx.households.join([one.id, other.id], by, at);
	for (const [lead, mate] of [
		[one, other],
		[other, one],
	] as const) {
		const sentence = `${by} linked this lead with ${nameOf(mate)}: one household, two people.`;
		await tx.timeline.add({
			portfolio: lead.portfolio,
			leadId: lead.id,
			callId: null,
			at,
			kind: 'household',
			sentence,
			reasons,
			data: { leadId: mate.id },
		});
	}
}
