import { isOfficeOpen } from '../../../leasing/hours/officeHours';
import { toIso } from '../../../leasing/time';
import { portfolioProperty } from '../../shared/description';
import type { Operation } from '../../shared/operations';
import { textParameter } from '../../shared/parameters';
import { systemClock } from '../../shared/runtime';
import { savedPortfolio } from '../../../office/portfolio/savedPortfolio';
import { contentsOf, settingsItem } from '../settingsItem';

export const getSettings: Operation = {
	name: 'Get Settings',
	value: 'get',
	action: 'Get settings',
	description: 'Read the saved settings of your company, and whether the office is open now',
	properties: [portfolioProperty],
	async execute({ node, index, store }) {
		const saved = await savedPortfolio(store, textParameter(node, 'portfolio', 'Portfolio', index));
		const office = isOfficeOpen(systemClock.now(), saved.settings);
		return {
			summary: `Found ${contentsOf(saved.settings)}.`,
			...settingsItem(saved),
			officeOpenNow: office.open,
			officeOpensAt: office.opensAt === null ? null : toIso(office.opensAt),
		};
	},
};
