import type { Reason } from '../../leasing/reason';
import { checkTextTask } from '../../leasing/task/checkTextTask';
import { textCeilingTask } from '../../leasing/task/textCeilingTask';
import { textSetUpTask } from '../../leasing/task/setUpTask';
import type { Millis } from '../../leasing/time';
import type { StoreFamilies, StoredText } from '../../store/port';

/**
 * A text did not reach the renter, so somebody must: raises the open call-back of the same call or lead, with the
 * reason on it, or opens a task of its own. A fault in the set-up also gets a task of its own, one a day, since
 * every text will fail until it is mended; a ceiling that is reached gets one an hour.
 */
export async function tellPerson(
	tx: StoreFamilies,
	text: Pick<StoredText, 'id' | 'portfolio' | 'leadId' | 'callId' | 'phone'>,
	at: Millis,
	why: Reason,
	kind: 'check_text' | 'fix_setup' | 'ceiling',
): Promise<void> {
	const callBack = await openCallBack(tx, text);
	if (callBack) await tx.tasks.annotate(callBack.id, { reasons: [why], priority: 1 });
	if (callBack && kind === 'check_text') return;

	const owner = callBack?.owner ?? (await tx.portfolios.get(text.portfolio))?.settings.defaultOwner ?? 'Leasing';
	const about = { portfolio: text.portfolio, why, owner, now: at };
	const drafts = {
		fix_setup: () => textSetUpTask(about),
		ceiling: () => textCeilingTask(about),
		check_text: () => checkTextTask({ text, why, owner, now: at }),
	};
	await tx.tasks.open(drafts[kind]());
}

async function openCallBack(tx: StoreFamilies, { portfolio, callId, leadId }: Pick<StoredText, 'portfolio' | 'callId' | 'leadId'>) {
	const base = { portfolio, state: 'open', kind: 'call_back', limit: 1 } as const;
	const [ofCall] = callId ? await tx.tasks.list({ ...base, callId }) : [];
	if (ofCall) return ofCall;
	const [ofLead] = leadId ? await tx.tasks.list({ ...base, leadId }) : [];
	return ofLead ?? null;
}
