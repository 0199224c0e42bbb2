import { reason, type Reason } from '../../leasing/reason';
import type { StoredWork } from '../../store/port';
import type { Office } from '../office';
import { ringForWork } from './bell';
import { existingWork } from './existingWork';

/** Puts failed or cancelled work back, due now and with all its attempts. If there is nothing to put back, the reasons say why. */
export async function retryWork({ store, clock }: Office, id: string): Promise<{ work: StoredWork; retried: boolean; reasons: Reason[] }> {
	const retried = await store.work.retry(id, clock.now());
	if (retried) ringForWork();
	const work = await existingWork(store, id);
	return { work, retried, reasons: retried ? [] : [whyNot(work)] };
}

function whyNot({ state }: StoredWork): Reason {
	switch (state) {
		case 'claimed':
			return reason('work_running', 'It is being done right now.');
		case 'done':
			return reason('work_done', 'It is done. To do it once more, add it under another key.');
		default:
			return reason('work_waiting', 'It waits already and is tried when it is due.');
	}
}
