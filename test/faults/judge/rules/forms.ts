import type { Evidence } from '../evidence';
import type { Finding } from '../finding';

/** Every form that was answered with success is one inquiry, on one lead of whoever filled it in. */
export function judgeForms({ forms, records }: Evidence): Finding[] {
	const findings: Finding[] = [];
	for (const { id, phone, accepted } of forms) {
		const add = (kind: Finding['kind'], sentence: string) => findings.push({ kind, call: null, phone, sentence });
		const inquiries = records.inquiries.filter(({ inquiry }) => inquiry.includes(`"${phone}"`) && inquiry.includes(id));
		if (inquiries.length > 1) add('doubled', `The form ${id} is ${inquiries.length} inquiries.`);
		const [inquiry] = inquiries;
		if (!inquiry) {
			if (accepted) add('lost', `The form ${id} was answered with success, and there is no inquiry.`);
			continue;
		}
		const leads = new Set((records.leadsByPhone.get(phone) ?? []).map((lead) => lead.id));
		if (leads.size > 1) add('doubled', `There are ${leads.size} leads of whoever filled in the form ${id}.`);
		if (inquiry.lead_id === null || !leads.has(inquiry.lead_id)) add('lost', `The form ${id} is on no lead.`);
	}
	return findings;
}
