import type { INodeProperties } from 'n8n-workflow';

import { pick } from '../../../leasing/buildium/pick';
import { withoutSensitive } from '../../../leasing/buildium/sensitive';
import { simpleFields, type Shape } from '../../../leasing/buildium/shapes';
import type { BuildiumCall } from '../call';
import { isRecord, type BuildiumRecord } from '../transport';
import { collectionOf } from './read';

export const simplifyField: INodeProperties = {
	displayName: 'Simplify',
	name: 'simplify',
	type: 'boolean',
	default: true,
	description: 'Whether to return a simplified version of the response instead of the raw data',
};

export const sensitiveField: INodeProperties = {
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add Option',
	default: {},
	options: [
		{
			displayName: 'Include Sensitive Fields',
			name: 'includeSensitive',
			type: 'boolean',
			default: false,
			description:
				'Whether to give tax IDs, birth dates, and answers such as social security numbers too. They then stand in the execution log of n8n.',
		},
	],
};

/** How records are shown, as the user set it. */
export function outputOf(call: BuildiumCall, shape: Shape): (record: BuildiumRecord) => BuildiumRecord {
	const simplify = call.node.getNodeParameter('simplify', call.index, true) !== false;
	const sensitive = collectionOf(call, 'options').includeSensitive === true;
	const fields = simpleFields(shape, sensitive);
	return (record) => {
		const shown = sensitive ? record : withoutSensitive(record);
		const reduced = simplify ? pick(shown, fields) : shown;
		return isRecord(reduced) ? reduced : {};
	};
}

/** What a write gives back: everything but sensitive fields. */
export function written(record: BuildiumRecord): BuildiumRecord {
	const shown = withoutSensitive(record);
	return isRecord(shown) ? shown : {};
}
