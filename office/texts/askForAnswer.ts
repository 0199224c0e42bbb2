import { formatPhone } from '../../leasing/phone/formatPhone';
import { reason, type Reason } from '../../leasing/reason';
import { answerTextTask } from '../../leasing/task/answerTextTask';
import type { Millis } from '../../leasing/time';
import type { LineMatch, StoreFamilies } from '../../store/port';

/** A text that wants a person's answer. */
export interface Unanswered {
	inquiryId: string;
	line: LineMatch;
	leadId: string | null;
	/** E.164; null when who wrote has no number. */
	phone: string | null;
	words: string;
	/** What its words did, such as a doubtful opt-out. */
	why: Reason | null;
	at: Millis;
}

/** Gives a renter's text to a person: on the open call-back of its lead, or as a task of its own. */
export async function askForAnswer(tx: StoreFamilies, about: Unanswered): Promise<void> {
	const { line, leadId, phone, at } = about;
	const portfolio = line.settings.key;
	const wrote = reason('renter_wrote', `The renter wrote: "${about.words}"`);
	const reasons = about.why ? [wrote, about.why] : [wrote];
	const [open] = leadId ? await tx.tasks.list({ portfolio, state: 'open', kind: 'call_back', leadId, limit: 1 }) : [];
	if (open) {
		await tx.tasks.annotate(open.id, { reasons, priority: 1 });
		return;
	}
	const who =
		(leadId && (await tx.leads.get(leadId))?.fullName) || (phone ? formatPhone(phone, line.settings.country) : 'an unknown number');
	await tx.tasks.open(
		answerTextTask({
			portfolio,
			inquiryId: about.inquiryId,
			leadId,
			who,
			propertyName: line.property?.name ?? null,
			owner: line.property?.owner ?? line.settings.defaultOwner,
			reasons,
			now: at,
		}),
	);
}
