import { cancelWork } from '../../../../office/work/cancelWork';
import { workItem } from '../../../shared/items/workItem';
import type { Operation } from '../../../shared/operations';
import { systemClock } from '../../../shared/runtime';
import { workId, workIdField } from './fields';

export const cancel: Operation = {
	name: 'Cancel',
	value: 'cancel',
	action: 'Cancel work',
	description: 'Take back work that has not begun; Retry brings it back',
	properties: [workIdField],
	async execute(context) {
		const { work, cancelled, reasons } = await cancelWork({ store: context.store, clock: systemClock }, workId(context));
		return { ...workItem(work), cancelled, reasons };
	},
};
