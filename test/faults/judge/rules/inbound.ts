import type { Evidence } from '../evidence';
import type { Finding } from '../finding';
import type { TaskRecord } from '../records';

/** Every text of a renter that was answered is kept once, as it was written, on the renter's lead; and a person sees what wants an answer. */
export function judgeInbound({ messages, replies, records }: Evidence): Finding[] {
	const findings: Finding[] = [];
	for (const { sid, phone, line, body, meaning, accepted, sentAt } of replies) {
		const add = (kind: Finding['kind'], sentence: string) => findings.push({ kind, call: null, phone, sentence });
		const rows = records.inbound.filter(({ provider_id: id }) => id === sid);
		const [row] = rows;
		if (rows.length > 1) add('doubled', `The text "${body}" is kept ${rows.length} times.`);
		if (!row) {
			if (accepted) add('lost', `The text "${body}" was answered with success, but the store does not have it.`);
			continue;
		}
		if (row.body !== body || row.phone !== phone || row.line !== line)
			add('wrong', `The text "${body}" is kept as "${row.body}" from ${row.phone} to ${row.line}.`);
		if (row.inquiry_id === null) add('lost', `The text "${body}" is no inquiry.`);
		// Who was texted by us has a lead from then on.
		const wasTexted = messages.some(
			({ direction, to, createdAt }) => direction === 'outbound-api' && to === phone && createdAt < sentAt,
		);
		const leads = (records.leadsByPhone.get(phone) ?? []).map(({ id }) => id);
		if (wasTexted && (row.lead_id === null || !leads.includes(row.lead_id)))
			add('lost', `The text "${body}" is not on the renter's lead.`);
		if (meaning === 'ask' && !records.tasks.some((task) => showsWords(task, body, leads, row.inquiry_id)))
			add('lost', `The renter wrote "${body}", and no open task shows it.`);
	}
	return findings;
}

function showsWords(task: TaskRecord, body: string, leads: readonly string[], inquiryId: string | null): boolean {
	if (task.state !== 'open' || !task.reasons.includes(JSON.stringify(body).slice(1, -1))) return false;
	return (task.lead_id !== null && leads.includes(task.lead_id)) || task.key === `inbound:${inquiryId ?? ''}`;
}
