import type { PortfolioSettings } from '../leasing/portfolio/portfolio';

/** The company whose leads are measured. */
export const COMPANY: PortfolioSettings = {
	key: 'main',
	brand: 'Maple Property Group',
	country: 'US',
	timeZone: 'America/Chicago',
	defaultOwner: 'Leasing Team',
	properties: [{ key: 'maple-court', name: 'Maple Court', timeZone: null, state: 'TX', tourUrl: null, owner: null }],
	lines: [],
	staff: [],
	trackingNumbers: [],
	officeHours: [],
	holidays: [],
};
