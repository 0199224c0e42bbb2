import * as z from 'zod/v4';

import type { BuildiumChoices } from '../../../../leasing/buildium/writeBack/facts';
import { BUILDIUM_WRITE_BACK } from '../../../../leasing/buildium/writeBack/rules';
import { toIso } from '../../../../leasing/time';
import { UserMistake } from '../../../../leasing/userMistake';
import { aboutOf } from '../../../../leasing/writeBack/about';
import { knownSettings } from '../../../../office/directory/knownSettings';
import { queueWriteBack } from '../../../../office/writeBack/queueWriteBack';
import { textParameter } from '../../../shared/parameters';
import { storeFor } from '../../../shared/store/storeFor';
import type { BuildiumCall, BuildiumOperation } from '../../call';
import { asId, bare, collectionOf, fieldOf } from '../../fields/read';
import { queueFields } from './fields';

/** Decides where an event goes in Buildium and leaves the writing to the work that follows. Asks nothing of Buildium. */
export const queue: BuildiumOperation = {
	name: 'Queue',
	value: 'queue',
	action: 'Queue a write-back',
	description:
		'Decide where a call, text or inquiry goes in Buildium, and add the work to write it there. An outage of Buildium holds nothing up.',
	properties: queueFields,
	async execute(call) {
		const { node, index, clock } = call;
		const store = await storeFor(node);
		const settings = await knownSettings(store, textParameter(node, 'portfolio', 'Portfolio', index));
		const options = collectionOf(call, 'options');
		const json = node.getInputData()[index]?.json ?? {};
		const texts = Object.fromEntries(Object.entries(options).filter(([name]) => name !== 'property' && name !== 'category'));
		const given = { ...texts, what: fieldOf(call, 'what'), summary: fieldOf(call, 'summary') };
		const about = aboutOf(json, given, { settings, now: toIso(clock.now()), pms: BUILDIUM_WRITE_BACK.name });
		const queued = await queueWriteBack(about, {
			store,
			clock,
			settings,
			rules: BUILDIUM_WRITE_BACK,
			choices: choicesOf(call, options),
			propertyId: idIn(options.property, 'Property'),
			dryRun: options.dryRun === true,
		});
		const [step] = queued.plan?.steps ?? [];
		return {
			...json,
			writeBack: {
				state: queued.state,
				key: queued.key,
				route: step?.route ?? null,
				workKind: queued.state === 'queued' ? BUILDIUM_WRITE_BACK.workKind : null,
				request: step === undefined ? null : { method: step.method, path: step.path, body: step.body },
				reasons: queued.reasons,
			},
		};
	},
};

const choicesSchema = z.object({
	priority: z.enum(['Low', 'Normal', 'High']).default('Normal'),
	dueInDays: z.coerce.number().int().min(0).max(365).default(0),
	makeApplicant: z.boolean().default(false),
	sendApplication: z.boolean().default(false),
});

function choicesOf(call: BuildiumCall, options: Record<string, unknown>): BuildiumChoices {
	const parsed = choicesSchema.safeParse(options);
	if (!parsed.success) {
		throw new UserMistake(
			'An option of Queue cannot be read.',
			'Priority is Low, Normal or High; Due in Days goes from 0 to 365; the switches are true or false.',
		);
	}
	return {
		...parsed.data,
		assigneeId: idIn(fieldOf(call, 'assignTo'), 'Assign To'),
		categoryId: idIn(options.category, 'Category'),
	};
}

function idIn(value: unknown, label: string): string | null {
	return asId(bare(value), label)?.toString() ?? null;
}
