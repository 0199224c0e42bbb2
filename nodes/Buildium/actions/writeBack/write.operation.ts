import type { INodeProperties } from 'n8n-workflow';

import { HASTY } from '../../../../leasing/buildium/patience';
import { BUILDIUM_WRITE_BACK } from '../../../../leasing/buildium/writeBack/rules';
import { UserMistake } from '../../../../leasing/userMistake';
import { readPayload } from '../../../../office/writeBack/payload';
import { writeDue } from '../../../../office/writeBack/writeDue';
import { storeFor } from '../../../shared/store/storeFor';
import type { BuildiumOperation } from '../../call';
import { buildium } from '../../transport';
import { buildiumTarget } from '../../writeBack/target';
import { dryRunField } from './fields';

const properties: INodeProperties[] = [
	{
		displayName: `Put this behind a Leasing Work Trigger with the kind ${BUILDIUM_WRITE_BACK.workKind}. What cannot be written now is tried again by that trigger.`,
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
		const payload = readPayload(BUILDIUM_WRITE_BACK, json.kind, json.payload);
		if (payload === null) {
			throw new UserMistake(
				'This item is no write-back that is due.',
				`Put this node right behind a Leasing Work Trigger whose Kinds of Work is ${BUILDIUM_WRITE_BACK.workKind}.`,
			);
		}
		const { plan } = payload;
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
		const target = buildiumTarget(buildium(node, { patience: HASTY }));
		return { ...about, writeBack: await writeDue(payload, { store: await storeFor(node), clock, target }) };
	},
};
