import { reason, type Reason } from '../../../../leasing/reason';
import type { StoredWork } from '../../../../store/port';
import { workItem } from '../../../shared/items/workItem';
import type { Operation } from '../../../shared/operations';
import { systemClock } from '../../../shared/runtime';
import { existingWork, workId, workIdField } from './fields';

export const cancel: Operation = {
	name: 'Cancel',
	value: 'cancel',
	action: 'Cancel work',
	description: 'Take back work that has not begun; Retry brings it back',
	properties: [workIdField],
	async execute(context) {
		const { work: family } = context.store;
		const id = workId(context);
		const cancelled = await family.cancel(id, systemClock.now());
		const work = await existingWork(family, id);
		return { ...workItem(work), cancelled, reasons: cancelled ? [] : [whyNot(work)] };
	},
};

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
