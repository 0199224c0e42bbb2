import { reason, type Reason } from '../../leasing/reason';
import type { StoredWork } from '../../store/port';
import type { Office } from '../office';
import { existingWork } from './existingWork';

/** Takes back work that has not begun; retryWork brings it back. If it was too late for that, the reasons say why. */
export async function cancelWork(
	{ store, clock }: Office,
	id: string,
): Promise<{ work: StoredWork; cancelled: boolean; reasons: Reason[] }> {
	const cancelled = await store.work.cancel(id, clock.now());
	const work = await existingWork(store, id);
	return { work, cancelled, reasons: cancelled ? [] : [whyNot(work)] };
}

function whyNot({ state }: StoredWork): Reason {
	switch (state) {
		case 'cancelled':
			return reason('work_cancelled', 'It was cancelled before.');
		case 'done':
			return reason('work_done', 'It is done already.');
		case 'failed':
			return reason('work_failed', 'It has failed for good and will not run by itself.');
		default:
			return reason(
				'work_running',
				'It is being done right now. Cancel it again when the execution has ended, unless it is done then.',
			);
	}
}
