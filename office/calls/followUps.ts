import { CONNECTION_UNSEEN, TAKEN_BY_FALLBACK } from '../../leasing/call/verdict';
import type { Reason } from '../../leasing/reason';
import { connectionUnseenTask } from '../../leasing/task/connectionUnseenTask';
import { staffAlertTask } from '../../leasing/task/setUpTask';
import type { Millis } from '../../leasing/time';
import type { LineMatch, StoredCall, StoreFamilies } from '../../store/port';

/** A staff number that cannot be reached is a set-up fault: one task a day and line, whoever calls. */
export async function openAlertTasks(tx: StoreFamilies, call: StoredCall, alerts: Reason[], line: LineMatch, now: Millis): Promise<void> {
	for (const alert of alerts) {
		await tx.tasks.open(
			staffAlertTask({
				portfolio: call.portfolio,
				why: alert,
				owner: line.property?.owner ?? line.settings.defaultOwner,
				now,
				line: { label: line.line.label, e164: call.lineE164 },
				callId: call.id,
			}),
		);
	}
}

/** No text goes to somebody who was most likely spoken to; a person makes sure. */
export async function askWhetherConnected(tx: StoreFamilies, call: StoredCall, line: LineMatch, now: Millis): Promise<void> {
	const why = [CONNECTION_UNSEEN, TAKEN_BY_FALLBACK].find(({ code }) => call.reasons.some((one) => one.code === code));
	if (call.state !== 'answered' || !why) return;
	await tx.tasks.open(
		connectionUnseenTask({
			call,
			country: line.settings.country,
			lineLabel: line.line.label,
			why,
			owner: line.property?.owner ?? line.settings.defaultOwner,
			now,
		}),
	);
}
