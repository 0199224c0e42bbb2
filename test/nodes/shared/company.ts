import type { PortfolioSettings } from '../../../leasing/portfolio/portfolio';

export const LINE = '+15125550100';

/** The smallest company that events and texts can belong to. */
export const company: PortfolioSettings = {
	key: 'main',
	brand: 'Maple Property Group',
	country: 'US',
	timeZone: 'America/Chicago',
	defaultOwner: 'Leasing Team',
	properties: [],
	lines: [{ phone: LINE, label: 'Main', propertyKey: null }],
	staff: [],
	trackingNumbers: [],
	officeHours: [],
	holidays: [],
};
