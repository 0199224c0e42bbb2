import type { INodeProperties } from 'n8n-workflow';

import { typedPhone } from '../../../../leasing/phone/typedPhone';
import { toIso } from '../../../../leasing/time';
import { portfolioProperty } from '../../../shared/description';
import { phoneView } from '../../../shared/items/phoneView';
import type { Operation } from '../../../shared/operations';
import { requiredText, textParameter } from '../../../shared/parameters';
import { systemClock } from '../../../shared/runtime';
import { recordOptOut } from '../../../../office/optOuts/recordOptOut';
import { savedPortfolio } from '../../../../office/portfolio/savedPortfolio';
import { phoneField } from '../../fields';

const properties: INodeProperties[] = [
	portfolioProperty,
	phoneField,
	{
		displayName: 'The Renter Asked Us To',
		name: 'change',
		type: 'options',
		options: [
			{ name: 'Stop Texting', value: 'out' },
			{
				name: 'Text Again',
				value: 'in',
				description: 'Only if the renter said so: texting somebody who asked you to stop can be against the law',
			},
		],
		default: 'out',
		description: 'What to record',
	},
	{
		displayName: 'Note',
		name: 'note',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. Said so on the phone to Dana',
		description: 'How and to whom the renter said it; kept as evidence',
	},
];

export const record: Operation = {
	name: 'Record',
	value: 'record',
	action: 'Record an opt out',
	description: 'Keep that a renter asked us to stop texting, or to text again',
	properties,
	async execute({ node, index, store }) {
		const { settings } = await savedPortfolio(store, textParameter(node, 'portfolio', 'Portfolio', index));
		const phone = typedPhone(textParameter(node, 'phone', 'Phone Number', index), settings.country);
		const evidence = requiredText(node, 'note', 'Note', index, 'Enter how you know it, for example "said so on the phone to Dana".');
		const action = node.getNodeParameter('change', index) === 'in' ? 'in' : 'out';
		const { at, leadIds } = await recordOptOut({ store, clock: systemClock }, { settings, phone, action, evidence });
		return {
			portfolio: settings.key,
			...phoneView(phone, settings.country),
			optedOut: action === 'out',
			since: action === 'out' ? toIso(at) : null,
			leadIds,
		};
	},
};
