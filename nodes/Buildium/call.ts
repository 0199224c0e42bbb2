import type { IExecuteFunctions } from 'n8n-workflow';

import type { Clock } from '../../leasing/time';
import type { Operation, Resource } from '../shared/operations';
import type { BuildiumClient } from './transport';

/** What an operation of the Buildium node works with: n8n's context, the index of the item, and Buildium. */
export interface BuildiumCall {
	node: IExecuteFunctions;
	index: number;
	client: BuildiumClient;
	clock: Clock;
}

export type BuildiumOperation = Operation<BuildiumCall>;

export type BuildiumResource = Resource<BuildiumCall>;
