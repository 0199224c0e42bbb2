import type { PortfolioSettings } from '../../leasing/portfolio/portfolio';
import type { Reason } from '../../leasing/reason';
import { HOUR, type Millis } from '../../leasing/time';
import type { WriteBackRoom } from '../../leasing/writeBack/rules';
import type { StoreFamilies } from '../../store/port';

/** Asks a person for what only a person can mend, once for all events that meet it. */
export async function askForSetup(
	tx: Pick<StoreFamilies, 'tasks'>,
	settings: PortfolioSettings,
	{ provider, setUp }: Pick<WriteBackRoom<unknown>, 'provider' | 'setUp'>,
	reasons: readonly Reason[],
	now: Millis,
): Promise<void> {
	for (const why of reasons) {
		const title = setUp[why.code];
		if (title === undefined) continue;
		await tx.tasks.open({
			portfolio: settings.key,
			key: `fix_setup:${provider}:${why.code}`,
			kind: 'fix_setup',
			title,
			leadId: null,
			callId: null,
			owner: settings.defaultOwner,
			dueAt: now + 24 * HOUR,
			priority: 2,
			reasons: [why],
		});
	}
}
