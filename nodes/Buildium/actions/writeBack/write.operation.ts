import type { INodeProperties } from 'n8n-workflow';

import { HASTY } from '../../../../leasing/buildium/patience';
import { UserMistake } from '../../../../leasing/userMistake';
import { storeFor } from '../../../shared/store/storeFor';
import type { BuildiumOperation } from '../../call';
import { buildium } from '../../transport';
import { payloadSchema, WRITE_BACK_WORK } from '../../writeBack/queue';
import { writeDue } from '../../writeBack/write';
import { dryRunField } from './fields';

const properties: INodeProperties[] = [
	{
		displayName: `Put this behind a Leasing Work Trigger with the kind ${WRITE_BACK_WORK}. What cannot be written now is tried again by that trigger.`,
		name: 'notice',
		type: 'notice',
		default: '',
	},
	dryRunField,
];

/** Writes what Queue has decided, once. An error means: not yet; the trigger in front tries again. */
export const write: BuildiumOperation = {
	name: 'Write',
	value: 'write',
	action: 'Write due write-backs',
	description: 'Write what the operation Queue has decided into Buildium, once, whatever happens in between',
	properties,
	async execute({ node, index, clock }) {
		const json = node.getInputData()[index]?.json ?? {};
		const payload = payloadSchema.safeParse(json.payload);
		if (json.kind !== WRITE_BACK_WORK || !payload.success) {
			throw new UserMistake(
				'This item is no write-back that is due.',
				`Put this node right behind a Leasing Work Trigger whose Kinds of Work is ${WRITE_BACK_WORK}.`,
			);
		}
		const { plan } = payload.data;
		const about = { id: json.id, kind: json.kind, key: plan.key, attempts: json.attempts };
		if (node.getNodeParameter('dryRun', index, false) === true) {
			return {
				...about,
				writeBack: {
					state: 'dry_run',
					steps: plan.steps.map(({ route, method, path, body }) => ({ route, method, path, body })),
					reasons: plan.reasons,
				},
			};
		}
		// Not patient: whoever waits here holds up the write-backs behind it, and the trigger comes back by itself.
		const client = buildium(node, { patience: HASTY });
		return { ...about, writeBack: await writeDue(payload.data, { store: await storeFor(node), client, clock }) };
	},
};
