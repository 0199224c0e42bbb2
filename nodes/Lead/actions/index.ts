import type { Resource } from '../../shared/operations';
import { get } from './lead/get.operation';
import { getTimeline } from './lead/getTimeline.operation';
import { search } from './lead/search.operation';
import { getStatus } from './optOut/getStatus.operation';
import { record } from './optOut/record.operation';
import { complete } from './task/complete.operation';
import { getMany } from './task/getMany.operation';
import { add } from './work/add.operation';
import { cancel } from './work/cancel.operation';
import { getMany as getManyWork } from './work/getMany.operation';
import { retry } from './work/retry.operation';

export const resources: Resource[] = [
	{ name: 'Lead', value: 'lead', operations: [get, getTimeline, search] },
	{ name: 'Opt-Out', value: 'optOut', operations: [getStatus, record] },
	{ name: 'Task', value: 'task', operations: [getMany, complete] },
	{ name: 'Work', value: 'work', operations: [getManyWork, add, cancel, retry] },
];
