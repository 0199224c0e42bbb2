import type { Evidence } from '../evidence';
import type { Finding } from '../finding';

/** Every missed call whose workflow came to its end is in the property-management system, once. */
export function judgeWriteBacks({ placed, records, writtenBack }: Evidence): Finding[] {
	if (writtenBack === null) return [];
	const findings: Finding[] = [];
	for (const call of placed) {
		const key = `missed_call:twilio:${call.call.sid}`;
		const add = (kind: Finding['kind'], sentence: string) => findings.push({ kind, call, phone: call.call.from, sentence });
		const count = writtenBack(key);
		if (count > 1) add('doubled', `The call is ${count} times in the property-management system.`);
		if (!(records.eventsByKey.get(key) ?? []).some(({ state }) => state === 'done')) continue;
		// Who withholds the number is nobody to write about.
		if (records.callBySid.get(call.call.sid)?.withheld === 1) continue;
		const row = records.writeBacks.find((one) => one.key === key);
		if (row?.state === 'refused') add('person', `The property-management system refused the call: ${row.reasons}`);
		else if (count === 0) add('lost', `The call is not in the property-management system (${row?.state ?? 'never queued'}).`);
	}
	return findings;
}
