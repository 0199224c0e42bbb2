import { reason, type Reason } from '../../../../leasing/reason';
import type { StoredWork } from '../../../../store/port';
import { workItem } from '../../../shared/items/workItem';
import type { Operation } from '../../../shared/operations';
import { systemClock } from '../../../shared/runtime';
import { ringForWork } from '../../../../office/work/bell';
import { existingWork, workId, workIdField } from './fields';

export const retry: Operation = {
	name: 'Retry',
	value: 'retry',
	action: 'Retry work',
	description: 'Put failed or cancelled work back, due now and with all its attempts',
	properties: [workIdField],
	async execute(context) {
		const { work: family } = context.store;
		const id = workId(context);
		const retried = await family.retry(id, systemClock.now());
		if (retried) ringForWork();
		const work = await existingWork(family, id);
		return { ...workItem(work), retried, reasons: retried ? [] : [whyNot(work)] };
	},
};

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
