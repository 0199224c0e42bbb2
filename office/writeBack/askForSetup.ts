import type { PortfolioSettings } from '../../leasing/portfolio/portfolio';
import type { Reason } from '../../leasing/reason';
import { systemSetUpTask } from '../../leasing/task/setUpTask';
import type { Millis } from '../../leasing/time';
import type { WriteBackRoom } from '../../leasing/writeBack/rules';
import type { StoreFamilies } from '../../store/port';

/** Asks a person for what only a person can mend, once for all events that meet it. */
export async function askForSetup(
	tx: Pick<StoreFamilies, 'tasks'>,
	{ key: portfolio, defaultOwner: owner }: PortfolioSettings,
	{ provider, setUp }: Pick<WriteBackRoom<unknown>, 'provider' | 'setUp'>,
	reasons: readonly Reason[],
	now: Millis,
): Promise<void> {
	for (const why of reasons) {
		const title = setUp[why.code];
		if (title !== undefined) await tx.tasks.open(systemSetUpTask({ portfolio, why, owner, now, provider, title }));
	}
}
