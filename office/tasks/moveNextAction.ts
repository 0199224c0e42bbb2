import type { Millis } from '../../leasing/time';
import type { StoredTask, StoreFamilies } from '../../store/port';

/** A lead always has a next action: when one task is done, the most urgent open one, or else a person has to decide. */
export async function moveNextAction(
	tx: Pick<StoreFamilies, 'tasks' | 'leads'>,
	done: Pick<StoredTask, 'leadId' | 'portfolio'>,
	at: Millis,
): Promise<void> {
	if (done.leadId === null) return;
	const [next] = await tx.tasks.list({ portfolio: done.portfolio, leadId: done.leadId, state: 'open', limit: 1 });
	await tx.leads.update(
		done.leadId,
		next ? { nextAction: next.title, nextActionAt: next.dueAt } : { nextAction: 'Decide the next step', nextActionAt: at },
	);
}
