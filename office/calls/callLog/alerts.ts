import { callLogGapTask, lineDriftedTask } from '../../../leasing/task/callLogTasks';
import type { Millis } from '../../../leasing/time';
import { taskPortfolio } from '../../tasks/taskPortfolio';
import { lineOf } from '../lineOf';
import type { CallLog } from '../recordSignal';

type Where = Pick<CallLog, 'store' | 'clock' | 'consumer'>;

/** Calls from a time that is past looking for: a person is asked once for each gap. */
export async function tellOfGap({ store, clock, consumer }: Where, portfolio: string, gap: { from: Millis; until: Millis }): Promise<void> {
	const saved = await taskPortfolio(store, portfolio);
	if (!saved) return;
	const { key, defaultOwner: owner, timeZone } = saved.settings;
	await store.tasks.open(callLogGapTask({ portfolio: key, owner, timeZone, now: clock.now(), consumer, ...gap }));
}

/** A line that a published trigger serves leads elsewhere now: one task a day. */
export async function tellOfDrift({ store, clock }: Where, phone: string, system: string): Promise<void> {
	const { settings, line, property } = await lineOf(store, phone);
	const owner = property?.owner ?? settings.defaultOwner;
	await store.tasks.open(
		lineDriftedTask({ portfolio: settings.key, owner, now: clock.now(), system, line: { label: line.label, e164: phone } }),
	);
}
