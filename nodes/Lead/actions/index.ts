import type { Resource } from '../../shared/operations';
import { get } from './lead/get.operation';
import { getTimeline } from './lead/getTimeline.operation';
import { leave } from './lead/leaveHousehold.operation';
import { merge } from './lead/merge.operation';
import { search } from './lead/search.operation';
import { undo } from './lead/undoMerge.operation';
import { getStatus } from './optOut/getStatus.operation';
import { record } from './optOut/record.operation';
import { getMany as getManyReviews } from './review/getMany.operation';
import { resolve } from './review/resolve.operation';
import { complete } from './task/complete.operation';
import { getMany } from './task/getMany.operation';
import { add } from './work/add.operation';
import { cancel } from './work/cancel.operation';
import { getMany as getManyWork } from './work/getMany.operation';
import { retry } from './work/retry.operation';

export const resources: Resource[] = [
	{ name: 'Lead', value: 'lead', operations: [get, getTimeline, search, merge, undo, leave] },
	{ name: 'Opt-Out', value: 'optOut', operations: [getStatus, record] },
	{ name: 'Review', value: 'review', operations: [getManyReviews, resolve] },
	{ name: 'Task', value: 'task', operations: [getMany, complete] },
	{ name: 'Work', value: 'work', operations: [getManyWork, add, cancel, retry] },
];
