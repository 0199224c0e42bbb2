import type { IExecuteFunctions } from 'n8n-workflow';

import { FORMATS } from '../../leasing/inquiry/formats/registry';
import { CHANNELS } from '../../leasing/inquiry/inquiry';
import { UserMistake } from '../../leasing/userMistake';
import { makeGiveWay } from '../shared/items/giveWay';
import { textParameter } from '../shared/parameters';
import { systemClock } from '../shared/runtime';
import { readFieldMap } from './fieldMap';
import type { InputKind, NormalizeHelp } from './normalize';
import { moreSources, namesOf, optionsSchema, sendersOf } from './tables';

const KINDS: ReadonlySet<string> = new Set(['auto', 'missedCall', ...FORMATS.map(({ id }) => id)]);

export function readKind(node: IExecuteFunctions, index: number): InputKind {
	const kind = node.getNodeParameter('input', index);
	if (typeof kind === 'string' && KINDS.has(kind)) return kind;
	throw new UserMistake('Input is none of the choices.', 'Choose Detect Automatically or one of the formats under Input.');
}

/** The parameters that say how everything but a missed call is read. */
export function readFormSettings(node: IExecuteFunctions, index: number): ReturnType<NormalizeHelp['form']> {
	const options = optionsSchema.safeParse(node.getNodeParameter('options', index, {}));
	if (!options.success) {
		throw new UserMistake(
			'An option cannot be read.',
			`Check the Options: Channel must be one of ${CHANNELS.join(', ')}; the other fields must be text.`,
		);
	}
	const { channel, provider } = options.data;
	const defaultSource = textParameter(node, 'defaultSource', 'Source if the Form Names None', index);
	return {
		portfolio: textParameter(node, 'portfolio', 'Portfolio', index),
		request: {
			map: readFieldMap(node.getNodeParameter('fieldMap', index, {})),
			receivedAt: systemClock.now(),
			clock: systemClock,
			giveWay: makeGiveWay(systemClock),
			names: namesOf(options.data),
			senders: sendersOf(options.data),
			sourceNames: moreSources(options.data),
			...(channel === undefined ? {} : { channel }),
			...(provider === '' ? {} : { provider }),
			...(defaultSource === '' ? {} : { defaultSource }),
		},
	};
}
