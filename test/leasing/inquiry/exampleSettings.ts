import type { PortfolioSettings } from '../../../leasing/portfolio/portfolio';

/** A small company in Austin; shared by the tests of the rules. */
export const SETTINGS: PortfolioSettings = {
	key: 'main',
	brand: 'Acme Living',
	country: 'US',
	timeZone: 'America/Chicago',
	defaultOwner: 'leasing@acme.example.com',
	properties: [
		{ key: 'maple-court', name: 'Maple Court', timeZone: null, state: 'TX', tourUrl: null, owner: 'Dana' },
		{ key: 'oak-park', name: 'Oak Park', timeZone: null, state: 'TX', tourUrl: null, owner: null },
	],
	lines: [
		{ phone: '+15125550100', label: 'Maple Court main', propertyKey: 'maple-court' },
		{ phone: '+15125550101', label: 'Zillow', propertyKey: 'oak-park' },
		{ phone: '+15125550102', label: 'Head office', propertyKey: null },
	],
	staff: [{ name: 'Dana', phone: '+15125550150' }],
	trackingNumbers: ['+15125550160'],
	officeHours: [],
	holidays: [],
};
