import type { Evidence } from '../evidence';
import type { Finding } from '../finding';

const GOT_THERE = ['delivered', 'read'];
const DID_NOT = ['undelivered', 'failed'];

/** What the phone company reported of a text, and we said yes to, is what the store says of it; a person hears of a text that nobody got. */
export function judgeDeliveries({ messages, requests, records }: Evidence): Finding[] {
	const findings: Finding[] = messages
		.filter(({ direction, statusCallback }) => direction === 'outbound-api' && statusCallback === null)
		.map(({ to }) => ({ kind: 'lost', call: null, phone: to, sentence: 'A text went out, and no report about it was asked for.' }));
	const reported = new Map<string, Set<string>>();
	for (const { step, fields, accepted } of requests) {
		if (step !== 'text' || !accepted) continue;
		const sid = fields.MessageSid ?? '';
		reported.set(sid, (reported.get(sid) ?? new Set()).add(fields.MessageStatus ?? ''));
	}
	for (const [sid, statuses] of reported) {
		const row = records.texts.find(({ provider_id: id }) => id === sid);
		const add = (kind: Finding['kind'], sentence: string) => findings.push({ kind, call: null, phone: row?.phone ?? null, sentence });
		// A text of ours that is not known here is told of by the rules about calls.
		if (!row) continue;
		const all = [...statuses].join(', ');
		if (GOT_THERE.some((status) => statuses.has(status)) && row.state !== 'delivered')
			add('lost', `The text was reported as ${all}, and the store says "${row.state}".`);
		if (!DID_NOT.some((status) => statuses.has(status))) continue;
		if (row.state !== 'failed') add('lost', `The text was reported as ${all}, and the store says "${row.state}".`);
		const leads = (records.leadsByPhone.get(row.phone) ?? []).map(({ id }) => id);
		const told = records.tasks.some(
			(task) =>
				task.reasons.includes('"provider_') &&
				(task.key === `text:${row.id}` || task.call_id === row.call_id || (task.lead_id !== null && leads.includes(task.lead_id))),
		);
		if (!told) add('lost', `The text was reported as ${all}, and no task tells a person.`);
	}
	return findings;
}
