import { CONNECTION_UNSEEN, TAKEN_BY_FALLBACK } from '../../leasing/call/verdict';
import { formatPhone } from '../../leasing/phone/formatPhone';
import type { Reason } from '../../leasing/reason';
import { DAY, MINUTE, type Millis } from '../../leasing/time';
import type { LineMatch, StoredCall, StoreFamilies } from '../../store/port';

/** A staff number that cannot be reached is a set-up fault: one task a day and line, whoever calls. */
export async function openAlertTasks(tx: StoreFamilies, call: StoredCall, alerts: Reason[], line: LineMatch, now: Millis): Promise<void> {
	for (const alert of alerts) {
		await tx.tasks.open({
			portfolio: call.portfolio,
			key: `alert:${alert.code}:${call.lineE164}:${Math.floor(now / DAY)}`,
			kind: 'fix_setup',
			title: `${line.line.label}: ${alert.sentence}`,
			leadId: null,
			callId: call.id,
			owner: line.property?.owner ?? line.settings.defaultOwner,
			dueAt: now + 30 * MINUTE,
			priority: 1,
			reasons: [alert],
		});
	}
}

/** No text goes to somebody who was most likely spoken to; a person makes sure. */
export async function askWhetherConnected(tx: StoreFamilies, call: StoredCall, line: LineMatch, now: Millis): Promise<void> {
	const why = [CONNECTION_UNSEEN, TAKEN_BY_FALLBACK].find(({ code }) => call.reasons.some((one) => one.code === code));
	if (call.state !== 'answered' || !why) return;
	await tx.tasks.open({
		portfolio: call.portfolio,
		key: `connection_unseen:${call.id}`,
		kind: 'other',
		title: `Ask whether anybody spoke with ${formatPhone(call.callerRaw, line.settings.country)}, who called ${line.line.label}; if not, call back`,
		leadId: call.leadId,
		callId: call.id,
		owner: line.property?.owner ?? line.settings.defaultOwner,
		dueAt: now + 15 * MINUTE,
		priority: 2,
		reasons: [why],
	});
}
