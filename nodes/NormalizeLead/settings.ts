import type { IExecuteFunctions } from 'n8n-workflow';
import * as z from 'zod/v4';

import { CHANNELS } from '../../leasing/inquiry/inquiry';
import { UserMistake } from '../shared/errors';
import { textParameter } from '../shared/parameters';
import { systemClock } from '../shared/runtime';
import { readFieldMap } from './fieldMap';
import type { InputKind, NormalizeHelp } from './normalize';

const optionsSchema = z.object({
	channel: z.enum(CHANNELS).default('form'),
	provider: z.string().trim().default(''),
});

export function readKind(node: IExecuteFunctions, index: number): InputKind {
	const kind = node.getNodeParameter('input', index);
	if (kind === 'auto' || kind === 'missedCall' || kind === 'form') return kind;
	throw new UserMistake('Input is none of the choices.', 'Choose Detect Automatically, Missed Call or Web Form or Any JSON under Input.');
}

/** The parameters that say how a form is read. */
export function readFormSettings(node: IExecuteFunctions, index: number): ReturnType<NormalizeHelp['form']> {
	const options = optionsSchema.safeParse(node.getNodeParameter('options', index, {}));
	if (!options.success) {
		throw new UserMistake('An option cannot be read.', `Check the Options: Channel must be one of ${CHANNELS.join(', ')}; Form Name must be text.`);
	}
	const { channel, provider } = options.data;
	const defaultSource = textParameter(node, 'defaultSource', 'Source if the Form Names None', index);
	return {
		portfolio: textParameter(node, 'portfolio', 'Portfolio', index),
		map: readFieldMap(node.getNodeParameter('fieldMap', index, {})),
		context: {
			channel,
			receivedAt: systemClock.now(),
			...(provider === '' ? {} : { provider }),
			...(defaultSource === '' ? {} : { defaultSource }),
		},
	};
}
