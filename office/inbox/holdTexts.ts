import type { LeadDelivery } from '../../leasing/inbox/delivery';
import { sentencesOf, type Reason } from '../../leasing/reason';
import { doubtedLeadTask, manyDoubtedLeadsTask, type DoubtedLead } from '../../leasing/task/doubtedLeadTask';
import { UNPROVEN_LEAD } from '../../leasing/text/heldWhy';
import type { Office } from '../office';
import { taskPortfolio } from '../tasks/taskPortfolio';
import { isStranger } from '../texts/isStranger';
import { everyNumber } from './numbersOf';

export interface Doubted {
	consumer: string;
	delivery: LeadDelivery;
	doubts: readonly Reason[];
	/** As people call where it came from. */
	from: string;
}

/** Tasks of their own within an hour, for each trigger. */
const MOST_TASKS = 20;

/**
 * Holds automatic texts to every number in a delivery that anybody could have sent, and asks a person to look, in one transaction and
 * before the workflow runs: so nobody is texted, whatever the workflow does. A number that has called or written itself is not held.
 * Once for each delivery; what a person has decided since stands.
 */
export async function holdTexts({ store, clock }: Office, { consumer, delivery, doubts, from }: Doubted): Promise<void> {
	const saved = await taskPortfolio(store, delivery.portfolio);
	// Without settings nobody can be texted.
	if (!saved) return;
	const { settings } = saved;
	const numbers = await everyNumber(delivery, settings);
	await store.transaction(async (tx) => {
		const now = clock.now();
		const about: DoubtedLead = { portfolio: settings.key, owner: settings.defaultOwner, now, from, doubts };
		const draft = doubtedLeadTask(about, delivery.deliveryId, []);
		if (await tx.tasks.byKey(settings.key, draft.key)) return;
		const held: string[] = [];
		for (const phone of numbers) {
			if (!(await isStranger(tx, settings.key, phone))) continue;
			await tx.textHolds.place({ portfolio: settings.key, phone, via: UNPROVEN_LEAD, evidence: sentencesOf(doubts), heldAt: now });
			held.push(phone);
		}
		const nth = await tx.deliveryCounts.add(consumer, 'doubted', now);
		const task =
			nth <= MOST_TASKS ? doubtedLeadTask(about, delivery.deliveryId, held) : manyDoubtedLeadsTask(about, consumer, MOST_TASKS);
		await tx.tasks.open(task);
	});
}
