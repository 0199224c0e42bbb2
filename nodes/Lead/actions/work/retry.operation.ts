import { retryWork } from '../../../../office/work/retryWork';
import { workItem } from '../../../shared/items/workItem';
import type { Operation } from '../../../shared/operations';
import { systemClock } from '../../../shared/runtime';
import { workId, workIdField } from './fields';

export const retry: Operation = {
	name: 'Retry',
	value: 'retry',
	action: 'Retry work',
	description: 'Put failed or cancelled work back, due now and with all its attempts',
	properties: [workIdField],
	async execute(context) {
		const { work, retried, reasons } = await retryWork({ store: context.store, clock: systemClock }, workId(context));
		return { ...workItem(work), retried, reasons };
	},
};
