import type { Evidence } from '../evidence';
import type { Finding } from '../finding';

/** Every lead has exactly one open call-back, whatever it was that the renter did; and every task has somebody's name on it. */
export function judgeTasks({ records }: Pick<Evidence, 'records'>): Finding[] {
	const findings: Finding[] = [];
	for (const [phone, leads] of records.leadsByPhone) {
		for (const id of new Set(leads.map((lead) => lead.id))) {
			const callBacks = records.tasks.filter(
				({ kind, state, lead_id: leadId }) => kind === 'call_back' && state === 'open' && leadId === id,
			);
			const add = (kind: Finding['kind'], sentence: string) => findings.push({ kind, call: null, phone, sentence });
			if (callBacks.length === 0) add('lost', 'A lead has no open call-back.');
			if (callBacks.length > 1) add('doubled', `A lead has ${callBacks.length} open call-backs.`);
		}
	}
	for (const { title, owner, call_id: callId } of records.tasks) {
		if (owner.trim() === '' || title.trim() === '')
			findings.push({
				kind: 'wrong',
				call: null,
				phone: null,
				sentence: `A task (call ${callId ?? 'none'}) has no owner or no title.`,
			});
	}
	return findings;
}
