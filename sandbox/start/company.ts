/** The pretend apartment company of the sandbox. All numbers are from the range kept for examples. */

export const COMPANY_NAME = 'Maple Property Group';
export const PORTFOLIO = 'main';
export const TIME_ZONE = 'America/Chicago';

export const LINES = [
	{ phone: '+15125550100', property: 'Maple Court', tourUrl: 'https://example.com/maple-court/tour', state: 'TX' },
	{ phone: '+15125550101', property: 'Oak Terrace', tourUrl: 'https://example.com/oak-terrace/tour', state: 'TX' },
] as const;

/** The line of the first call. */
export const FIRST_LINE = LINES[0];

export const STAFF = [
	{ phone: '+15125550110', name: 'Dana' },
	{ phone: '+15125550111', name: 'Sam' },
] as const;

/** Long enough to pick up the pretend phone on the page, short enough to watch. */
export const RING_SECONDS = 15;

/** The settings form of the Portfolio node, as n8n stores its parameters. */
export const SETTINGS_FORM: Record<string, unknown> = {
	portfolio: PORTFOLIO,
	companyName: COMPANY_NAME,
	timeZone: TIME_ZONE,
	country: 'US',
	defaultOwner: 'Leasing Team',
	lines: {
		line: LINES.map(({ phone, property, tourUrl, state }) => ({
			phone,
			label: '',
			property,
			tourUrl,
			owner: '',
			timeZone: '',
			state,
		})),
	},
	staffPhones: { staff: STAFF.map(({ name, phone }) => ({ name, phone })) },
};
