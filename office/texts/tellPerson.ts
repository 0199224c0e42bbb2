import type { Reason } from '../../leasing/reason';
import { checkTextTask } from '../../leasing/task/checkTextTask';
import { textSetUpTask } from '../../leasing/task/setUpTask';
import type { Millis } from '../../leasing/time';
import type { StoreFamilies, StoredText } from '../../store/port';

/**
 * A text did not reach the renter, so somebody must: raises the open call-back of the same call or lead, with the
 * reason on it, or opens a task of its own. A fault in the set-up also gets a task of its own, one a day, since
 * every text will fail until it is mended.
 */
export async function tellPerson(
	tx: StoreFamilies,
	text: Pick<StoredText, 'id' | 'portfolio' | 'leadId' | 'callId' | 'phone'>,
	at: Millis,
	why: Reason,
	kind: 'check_text' | 'fix_setup',
): Promise<void> {
	const callBack = await openCallBack(tx, text);
	if (callBack) await tx.tasks.annotate(callBack.id, { reasons: [why], priority: 1 });
	if (callBack && kind === 'check_text') return;

	const owner = callBack?.owner ?? (await tx.portfolios.get(text.portfolio))?.settings.defaultOwner ?? 'Leasing';
	await tx.tasks.open(
		kind === 'fix_setup'
			? textSetUpTask({ portfolio: text.portfolio, why, owner, now: at })
			: checkTextTask({ text, why, owner, now: at }),
	);
}

async function openCallBack(tx: StoreFamilies, { portfolio, callId, leadId }: Pick<StoredText, 'portfolio' | 'callId' | 'leadId'>) {
	const base = { portfolio, state: 'open', kind: 'call_back', limit: 1 } as const;
	const [ofCall] = callId ? await tx.tasks.list({ ...base, callId }) : [];
	if (ofCall) return ofCall;
	const [ofLead] = leadId ? await tx.tasks.list({ ...base, leadId }) : [];
	return ofLead ?? null;
}
