import { typedPhone } from '../../../../leasing/phone/typedPhone';
import { toIso } from '../../../../leasing/time';
import { portfolioProperty } from '../../../shared/description';
import { phoneView } from '../../../shared/items/phoneView';
import type { Operation } from '../../../shared/operations';
import { textParameter } from '../../../shared/parameters';
import { optOutStatus } from '../../../../office/optOuts/optOutStatus';
import { savedPortfolio } from '../../../../office/portfolio/savedPortfolio';
import { phoneField } from '../../fields';

export const getStatus: Operation = {
	name: 'Get Status',
	value: 'getStatus',
	action: 'Get the opt out status of a phone',
	description: 'Read whether a phone number may be texted, and how we know',
	properties: [portfolioProperty, phoneField],
	async execute({ node, index, store }) {
		const { settings } = await savedPortfolio(store, textParameter(node, 'portfolio', 'Portfolio', index));
		const phone = typedPhone(textParameter(node, 'phone', 'Phone Number', index), settings.country);
		const { optedOut, since, hold, history } = await optOutStatus(store, settings.key, phone);
		return {
			portfolio: settings.key,
			...phoneView(phone, settings.country),
			optedOut,
			since: since === null ? null : toIso(since),
			held: hold && { since: toIso(hold.heldAt), words: hold.evidence },
			history: history.map(({ action, via, evidence, at }) => ({ action, via, evidence, at: toIso(at) })),
		};
	},
};
