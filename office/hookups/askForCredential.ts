import { credentialGoneTask } from '../../leasing/task/setUpTask';
import type { Office } from '../office';
import { taskPortfolio } from '../tasks/taskPortfolio';

/** Which trigger, for a person. */
export interface TriggerNames {
	/** `workflowId:nodeId`. */
	consumer: string;
	/** As they stand on the canvas. */
	node: string;
	workflow: string;
}

/** Opens the task to give a trigger its credential back: until then it takes no request, since it could prove none. One a day. */
export async function askForCredential({ store, clock }: Office, { consumer, node, workflow }: TriggerNames): Promise<void> {
	await store.transaction(async (tx) => {
		const [served] = await tx.hookups.listByConsumer(consumer);
		const ofLine = served ? ((await tx.portfolios.findLine(served.phone))?.settings.key ?? null) : null;
		const saved = await taskPortfolio(tx, ofLine);
		// Without any settings nobody can own a task; n8n's log has it.
		if (!saved) return;
		const { key: portfolio, defaultOwner: owner } = saved.settings;
		await tx.tasks.open(credentialGoneTask({ portfolio, owner, now: clock.now(), consumer, node, workflow }));
	});
}
